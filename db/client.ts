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
};

export type Tx = PostgresJsDatabase<Record<string, never>>;

/** A page must have failed within 5 s of asking a database that is away. */
const SCADENZA_MS = 4_500;
const dialect = new PgDialect();

type Client = ReturnType<typeof postgres>;
const holder = globalThis as unknown as { cassettoClient?: Client };

function newClient(): Client {
  const client = postgres(env.DATABASE_URL, {
    max: 10,
    connect_timeout: 3,
    backoff: () => 0.25,
    onnotice: () => undefined,
    connection: {
      application_name: "cassetto",
      statement_timeout: 4_000,
      idle_in_transaction_session_timeout: 5_000,
    },
  });
  // Lets drizzle install its date parsers, once per client.
  drizzle(client);
  return client;
}

const client = () => {
  holder.cassettoClient ??= newClient();
  return holder.cassettoClient;
};

/** A pool that did not answer in time may never answer again (postgres.js #1199): begin anew. */
function discard(old: Client) {
  if (holder.cassettoClient === old) holder.cassettoClient = undefined;
  old.end({ timeout: 0 }).catch(() => undefined);
}

/**
 * Runs `work` in one transaction, as the role that has rights and for the session in `contesto`.
 * Queries that `work` starts together travel together: one round trip for all of them.
 *
 * The login role has no grants. postgres.js can run what is left of a transaction on another connection
 * when a backend dies; there it is nobody, and nothing is read or written. Do nothing but SQL in `work`.
 * @throws DatabaseNonDisponibile
 */
export async function inTransaction<T>(contesto: Contesto, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = client();
  let over = false;
  const running = pool.begin(async (connection) => {
    // Sent at once, before anything of `work` can be: what follows it in the pipe runs under it.
    const assumed = assume(connection, contesto).execute();
    const alive = guarded(connection, () => over);
    const session = new PostgresJsSession(alive, dialect, undefined);
    const tx = new PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>(dialect, session, undefined);
    const [, result] = await Promise.all([assumed, work(tx as Tx)]);
    return { result };
  });
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      discard(pool);
      reject(new DatabaseNonDisponibile("no answer in time"));
    }, SCADENZA_MS);
  });
  try {
    return ((await Promise.race([running, deadline])) as { result: T }).result;
  } catch (error) {
    running.catch(() => undefined);
    throw isConnectionFault(error) ? new DatabaseNonDisponibile("connection lost", { cause: error }) : error;
  } finally {
    over = true;
    clearTimeout(timer);
  }
}

const assume = (
  connection: postgres.TransactionSql,
  contesto: Contesto,
) => connection`select set_config('role', 'cassetto_app', true),
  set_config('app.sessione', ${contesto.sessione ?? ""}, true),
  set_config('app.posizione', ${contesto.posizione ?? ""}, true),
  set_config('app.oggi', ${env.OGGI ?? ""}, true)`;

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

/** SQLSTATE classes 08 (connection), 57P (shutdown), 53 (no resources), and what Node says of a socket. */
function isConnectionFault(error: unknown): boolean {
  if (error instanceof DatabaseNonDisponibile) return true;
  let current: unknown = error;
  while (current instanceof Error) {
    const code = String((current as { code?: unknown }).code ?? "");
    if (/^(08|57P|53)/.test(code) || /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOST|CONNECT)/.test(code)) return true;
    if (/^(57014)$/.test(code)) return true;
    current = current.cause;
  }
  return false;
}
