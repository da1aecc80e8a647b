import "server-only";
import { connect as connectSocket, type Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import postgres from "postgres";

const CONNECT_TIMEOUT_MS = 10_000;

export type Connessione = {
  /** Runs SQL of ours, with no parameters: several statements may travel together. */
  run: (text: string) => Promise<postgres.RowList<postgres.Row[]>>;
  query: <T extends object>(text: string, parameters: postgres.ParameterOrJSON<never>[]) => Promise<T[]>;
  copyIn: (text: string) => Promise<Writable>;
  copyOut: (text: string) => Promise<Readable>;
  close: () => Promise<void>;
};

// A killed importer must not hold its lock until the server has finished a long statement; not every system can look.
const NOTICE_A_DEAD_CLIENT = `do $$ begin set client_connection_check_interval = '500ms';
  exception when invalid_parameter_value then null; end $$`;

/** One session: staging tables are temporary and the lock is advisory, so both end with it, however it ends. */
export async function connect(databaseUrl: string, signal?: AbortSignal): Promise<Connessione> {
  const sql = postgres(databaseUrl, {
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    socket: openSocket,
    onnotice: () => undefined,
    connection: {
      application_name: "cassetto-importa",
      client_min_messages: "warning",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
      work_mem: "64MB",
      temp_buffers: "32MB",
      // One plan, used once: compiling it costs more than it saves.
      jit: "off",
    },
  } as postgres.Options<Record<string, never>>);
  let running: { cancel: () => void } | null = null;
  const onAbort = () => running?.cancel();
  signal?.addEventListener("abort", onAbort);

  async function cancellable<T>(query: postgres.PendingQuery<postgres.Row[]>): Promise<T> {
    signal?.throwIfAborted();
    running = query;
    try {
      return (await query) as T;
    } finally {
      running = null;
    }
  }

  async function close(): Promise<void> {
    signal?.removeEventListener("abort", onAbort);
    await sql.end({ timeout: 5 });
  }

  const connessione: Connessione = {
    run: (text) => cancellable(sql.unsafe(text)),
    query: (text, parameters) => cancellable(sql.unsafe(text, parameters)),
    copyIn: (text) => openCopyIn(sql, text),
    copyOut: (text) => openCopyOut(sql, text),
    close,
  };
  try {
    await connessione.run(NOTICE_A_DEAD_CLIENT);
    return connessione;
  } catch (error) {
    await close();
    throw error;
  }
}

/** postgres.js leaves Nagle's algorithm on: the end of each COPY would wait 40 ms for an acknowledgement. */
function openSocket(options: { host: string[]; port: number[]; path?: string | false }): Promise<Socket> {
  const host = options.host[0] ?? "localhost";
  const target = options.path ? { path: options.path } : { host, port: options.port[0] ?? 5432 };
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ ...target, noDelay: true, timeout: CONNECT_TIMEOUT_MS });
    // Where postgres.js looks for the name to check in the server's certificate.
    Object.assign(socket, { host });
    socket.once("error", reject);
    socket.once("timeout", () =>
      socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })),
    );
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      resolve(socket.setTimeout(0));
    });
  });
}

/**
 * postgres.js 3.4.9 never ends the stream when the server refuses the data after the last byte was sent: the error
 * then goes to a promise already settled. Sent on to the stream, it arrives.
 */
async function openCopyIn(sql: postgres.Sql, text: string): Promise<Writable> {
  const query = sql.unsafe(text);
  const stream = await query.writable();
  (query as unknown as { reject: (error: Error) => void }).reject = (error) => {
    stream.destroy(error);
  };
  return stream;
}

/** postgres.js 3.4.9 may leave the socket paused once all rows have come: what follows would never be read. */
async function openCopyOut(sql: postgres.Sql, text: string): Promise<Readable> {
  const stream = await sql.unsafe(text).readable();
  return stream.once("end", () => stream._read(0));
}
