import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { TIPI_PROFILO, type TipoProfilo } from "@/db/schema/utenti";
import { hashPin } from "@/lib/auth/pin-hash";
import { codiceFiscaleFault, normalizeCodiceFiscale } from "@/lib/codice-fiscale";
import { env } from "@/lib/env";
import { createUtente } from "@/lib/utenti/creazione/mutations";
import { LUNGHEZZA_PIN } from "@/lib/utenti/rules";
import { DATI, Impedimento, readSegreti } from "./avvio/files";
import { findOwnerUrl } from "./avvio/target";

// `npm run utente -- crea --cf CF --profilo PROFILO [--sede CODICE] [--intermediario CODICE] [--esperto]`

const USO = `Uso: npm run utente -- crea --cf CF --profilo ${TIPI_PROFILO.join("|")} [--sede CODICE] [--intermediario CODICE] [--esperto]`;

/** Without the characters that are mistaken for one another on paper. */
const ALFABETO = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cf: { type: "string" },
      profilo: { type: "string" },
      sede: { type: "string" },
      intermediario: { type: "string" },
      esperto: { type: "boolean", default: false },
    },
  });
  const codiceFiscale = normalizeCodiceFiscale(values.cf ?? "");
  const tipo = TIPI_PROFILO.find((profilo) => profilo === values.profilo);
  if (positionals[0] !== "crea" || !codiceFiscale || !tipo) throw new Impedimento(USO);
  const fault = codiceFiscaleFault(codiceFiscale);
  if (fault) throw new Impedimento(`Il codice fiscale non è valido: ${fault.replaceAll("_", " ")}.`);
  checkPlace(tipo, values.sede, values.intermediario);
  if (values.esperto && values.sede === undefined)
    throw new Impedimento("--esperto è di chi lavora in una sede.");
  const { sede, intermediario, esperto } = values;
  return { codiceFiscale, profilo: { tipo, sede, intermediario, esperto } };
}

function checkPlace(tipo: TipoProfilo, sede: string | undefined, intermediario: string | undefined) {
  const wantsSede = tipo === "operatore" || tipo === "responsabile";
  if (wantsSede !== (sede !== undefined)) {
    throw new Impedimento(`--sede ${wantsSede ? "è necessaria" : "non serve"} per il profilo ${tipo}.`);
  }
  if ((tipo === "intermediario") !== (intermediario !== undefined)) {
    throw new Impedimento(
      `--intermediario ${tipo === "intermediario" ? "è necessario" : "non serve"} per il profilo ${tipo}.`,
    );
  }
}

function newPin(): string {
  for (;;) {
    const pin = Array.from({ length: LUNGHEZZA_PIN }, () => ALFABETO[randomInt(ALFABETO.length)]).join("");
    if (/[A-Z]/.test(pin) && /[0-9]/.test(pin)) return pin;
  }
}

try {
  const { codiceFiscale, profilo } = readArguments();
  const ownerUrl = findOwnerUrl(env.DATABASE_OWNER_URL);
  // The PIN must be hashed with the pepper of the server that will check it.
  const pepper = env.DATABASE_OWNER_URL ? env.PIN_PEPPER : readSegreti(DATI).PIN_PEPPER;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const pin = newPin();
    const pinHash = await hashPin(pin, pepper);
    const isNew = await createUtente(sql, { codiceFiscale, pinHash, pinIniziale: true, profili: [profilo] });
    console.log(
      isNew
        ? `Utente creato. PIN iniziale: ${pin} (si vede solo adesso; al primo accesso va cambiato).`
        : "L'utente c'era già: ora ha anche questo profilo. Il PIN resta il suo.",
    );
  } finally {
    await sql.end();
  }
} catch (error) {
  const code = (error as { code?: string }).code;
  if (error instanceof Impedimento) console.error(error.message);
  else if (code === "23503") console.error("La sede o l'intermediario indicato non esiste.");
  else if (code?.startsWith("ERR_PARSE_ARGS")) console.error(USO);
  else console.error(`Non riuscito: ${(error as Error).message}`);
  process.exitCode = 1;
}
