import "server-only";
import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
  PostgresJsSession,
} from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

/** The database cannot be reached, or did not answer in time. Nothing was written. */
export class DatabaseNonDisponibile extends Error {
  override name = "DatabaseNonDisponibile";
}

/** For whom a transaction runs; the policies read nothing else. */
export type Contesto = {
  /** Hex SHA-256 of the session's secret; null: nobody is logged in. */
  sessione: string | null;
  /** The drawer that is open, if one is. */
  posizione: string | null;
  /** As which profilo of theirs one acts, if that was settled before; else the drawer says, or the session's choice. */
  profilo?: string;
};

export type Tx = PostgresJsDatabase<Record<string, never>>;

/** A page must have failed within 5 s of asking a database that is away. */
const SCADENZA_MS = 4_500;
const dialect = new PgDialect();

const CONNESSIONI_MASSIME = 10;

type Client = ReturnType<typeof postgres>;
/** `lost` turns true in the same instant as the socket is gone. */
type Connection = { client: Client; lost: boolean };
type Pool = { free: Connection[]; count: number; waiting: ((connection: Connection) => void)[] };

const holder = globalThis as unknown as { cassettoPool?: Pool };
holder.cassettoPool ??= { free: [], count: 0, waiting: [] };
const pool = holder.cassettoPool;

/**
 * A postgres.js client holds one connection here, and goes when it is lost. In a pool of its own postgres.js
 * 3.4.9 reuses it, and what is left of the dead transaction (its `commit` too) then throws where nobody can
 * catch it, or runs in the middle of somebody else's; the connection may never answer again (its issue #1199).
 */
function newConnection(): Connection {
  const connection: Connection = {
    lost: false,
    client: postgres(env.DATABASE_URL, {
      max: 1,
      connect_timeout: 3,
      max_lifetime: null,
      // Asked of a new connection that dies at once, the types of arrays are a rejection nobody can catch.
      fetch_types: false,
      onnotice: () => undefined,
      onclose: () => lose(connection),
      connection: {
        application_name: "cassetto",
        statement_timeout: 4_000,
        idle_in_transaction_session_timeout: 5_000,
      },
    }),
  };
  // Lets drizzle install its date parsers, once per client.
  drizzle(connection.client);
  pool.count += 1;
  return connection;
}

/** A connection that nobody else uses, as soon as there is one. */
async function acquire(): Promise<Connection> {
  const free = pool.free.pop();
  if (free) return free;
  if (pool.count < CONNESSIONI_MASSIME) return newConnection();
  return new Promise((resolve) => pool.waiting.push(resolve));
}

function release(connection: Connection): void {
  if (connection.lost) return;
  const next = pool.waiting.shift();
  if (next) next(connection);
  else pool.free.push(connection);
}

function lose(connection: Connection): void {
  if (connection.lost) return;
  connection.lost = true;
  pool.count -= 1;
  pool.free = pool.free.filter((other) => other !== connection);
  connection.client.end({ timeout: 0 }).catch(() => undefined);
  const next = pool.waiting.shift();
  if (next) next(newConnection());
}

/**
 * Runs `work` in one transaction, as the role that has rights and for the session in `contesto`.
 * Queries that `work` starts together travel together: one round trip for all of them.
 *
 * The login role has no grants: what might run outside the transaction is nobody's, and neither reads nor
 * writes. Do nothing but SQL in `work`.
 * @throws DatabaseNonDisponibile
 */
export async function inTransaction<T>(contesto: Contesto, work: (tx: Tx) => Promise<T>): Promise<T> {
  let held: Connection | undefined;
  let late = false;
  const running = acquire().then((connection) => {
    held = connection;
    const outcome = late ? Promise.reject(tooLate()) : transact(connection, contesto, work);
    return outcome.finally(() => release(connection));
  });
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      if (held) lose(held);
      reject(tooLate());
    }, SCADENZA_MS);
  });
  try {
    return await Promise.race([running, deadline]);
  } catch (error) {
    running.catch(() => undefined);
    throw isConnectionFault(error) ? new DatabaseNonDisponibile("connection lost", { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

const tooLate = () => new DatabaseNonDisponibile("no answer in time");

async function transact<T>(
  connection: Connection,
  contesto: Contesto,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let over = false;
  const done = await connection.client.begin(async (transaction) => {
    // Sent at once, before anything of `work` can be: what follows it in the pipe runs under it.
    const assumed = assume(transaction, contesto);
    const alive = guarded(transaction, () => over || connection.lost);
    const session = new PostgresJsSession(alive, dialect, undefined);
    const tx = new PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>(dialect, session, undefined);
    try {
      const [, result] = await Promise.all([assumed, work(tx as Tx)]);
      return { result };
    } finally {
      over = true;
      // Whoever waits has been told already; to go on would send a `commit` or `rollback` to nobody.
      if (connection.lost) await new Promise(() => undefined);
    }
  });
  return (done as { result: T }).result;
}

function assume(connection: postgres.TransactionSql, { sessione, posizione, profilo }: Contesto) {
  const role = connection`select set_config('role', 'cassetto_app', true),
    set_config('app.sessione', ${sessione ?? ""}, true),
    set_config('app.posizione', ${posizione ?? ""}, true),
    set_config('app.profilo', ${profilo ?? ""}, true),
    set_config('app.oggi', ${env.OGGI ?? ""}, true)`.execute();
  // The drawer's address says as what one acts in it.
  return posizione && !profilo ? Promise.all([role, connection`select assumi_profilo()`.execute()]) : role;
}

/**
 * The connection, with two changes: statements are prepared by name (drizzle asks for none, and an unnamed
 * one costs a round trip more), and nothing is sent once the transaction is over.
 */
function guarded(connection: postgres.TransactionSql, isOver: () => boolean) {
  const proxied = new Proxy(connection, {
    get(target, property, receiver) {
      if (property !== "unsafe") return Reflect.get(target, property, receiver);
      return (query: string, params: never[], options: object) => {
        if (isOver()) throw new DatabaseNonDisponibile("the transaction is over");
        return target.unsafe(query, params, { ...options, prepare: true });
      };
    },
  });
  return proxied as unknown as Client;
}

/** SQLSTATE classes 08 (connection), 57P (shutdown), 53 (no resources), 57014 (took too long), and what Node says. */
function isConnectionFault(error: unknown): boolean {
  if (error instanceof DatabaseNonDisponibile) return true;
  let current: unknown = error;
  while (current instanceof Error) {
    const code = String((current as { code?: unknown }).code ?? "");
    if (/^(08|57P|53)/.test(code) || code === "57014") return true;
    if (/^(ECONN|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ENET|ETIMEDOUT|EHOST|CONNECT)/.test(code)) return true;
    current = current.cause;
  }
  return false;
}
