import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { hashPin, inHashSlot, verifyPin } from "./pin-hash";
import { hashSessionSecret } from "./session";

export type Credenziali = { codiceFiscale: string; pin: string; indirizzo: string; dispositivo: string };

/** Every refusal takes this long, so that its cause cannot be told by a clock. */
const DURATA_RIFIUTO_MS = 600;
const NESSUNO: Contesto = { sessione: null, posizione: null };

/**
 * Checks codice fiscale and PIN and begins a session.
 * @returns the secret of the new session, or null: unknown, wrong, disabled and locked look the same.
 */
export async function logIn({
  codiceFiscale,
  pin,
  indirizzo,
  dispositivo,
}: Credenziali): Promise<string | null> {
  const started = performance.now();
  const utente = await checkPin({ codiceFiscale, pin, indirizzo });
  if (!utente) {
    await pause(Math.max(0, DURATA_RIFIUTO_MS - (performance.now() - started)));
    return null;
  }
  const secret = randomBytes(32).toString("base64url");
  await inTransaction(NESSUNO, (tx) =>
    tx.execute(
      sql`select crea_sessione(${utente}::uuid, decode(${hashSessionSecret(secret)}, 'hex'), ${dispositivo})`,
    ),
  );
  log.info({ evento: "accesso_riuscito", utente }, "accesso riuscito");
  return secret;
}

/** @returns the user's id when the PIN is theirs, null when it is not or too many were tried. */
export async function checkPin(input: Omit<Credenziali, "dispositivo">): Promise<string | null> {
  const keys = attemptKeys(input.codiceFiscale, input.indirizzo);
  return inHashSlot(async () => {
    const [counted] = await inTransaction(NESSUNO, (tx) =>
      tx.execute<{ ammesso: boolean }>(sql`select conta_tentativo(${keys}) as ammesso`),
    );
    if (!counted?.ammesso) {
      log.warn({ evento: "accesso_bloccato" }, "accesso rifiutato: troppi tentativi");
      return null;
    }
    const [known] = await inTransaction(NESSUNO, (tx) =>
      tx.execute<{ utente: string; pin_hash: string }>(
        sql`select * from leggi_credenziali(${input.codiceFiscale})`,
      ),
    );
    const right = await verifyPin(known?.pin_hash ?? (await unknownHash()), input.pin);
    if (!known || !right) {
      log.warn({ evento: "accesso_fallito", utente: known?.utente }, "accesso rifiutato");
      return null;
    }
    await inTransaction(NESSUNO, (tx) => tx.execute(sql`select ritira_tentativo(${keys})`));
    return known.utente;
  });
}

let unknown: Promise<string> | undefined;
/** A hash nobody's PIN matches: an unknown codice fiscale costs what a known one does. */
const unknownHash = () => {
  unknown ??= hashPin(randomBytes(16).toString("hex"));
  return unknown;
};

/** The arguments utente, indirizzo, coppia of the counting functions: keyed hashes, nothing readable. */
function attemptKeys(codiceFiscale: string, indirizzo: string) {
  const key = (text: string) =>
    sql`decode(${createHmac("sha256", env.PIN_PEPPER).update(text).digest("hex")}, 'hex')`;
  const keys = [`u:${codiceFiscale}`, `i:${indirizzo}`, `c:${codiceFiscale}|${indirizzo}`].map(key);
  return sql.join(keys, sql`, `);
}
