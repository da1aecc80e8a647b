import { parseArgs } from "node:util";
import postgres from "postgres";
import { TIPI_PROFILO } from "@/db/schema/utenti";
import { hashPin } from "@/lib/auth/pin-hash";
import { newPin } from "@/lib/auth/pin-iniziale";
import { codiceFiscaleFault, normalizeCodiceFiscale } from "@/lib/codice-fiscale";
import { env } from "@/lib/env";
import { createUtente } from "@/lib/utenti/creazione/mutations";
import { type DifettoProfilo, whyNotProfilo } from "@/lib/utenti/creazione/rules";
import { DATI, Impedimento, readSegreti } from "./avvio/files";
import { findOwnerUrl } from "./avvio/target";

// `npm run utente -- crea --cf CF --profilo PROFILO [--sede CODICE] [--intermediario CODICE] [--esperto]`

const USO = `Uso: npm run utente -- crea --cf CF --profilo ${TIPI_PROFILO.join("|")} [--sede CODICE] [--intermediario CODICE] [--esperto]`;

const DIFETTI: Record<DifettoProfilo, string> = {
  senza_sede: "--sede è necessaria per questo profilo.",
  sede_di_troppo: "--sede non serve per questo profilo.",
  senza_intermediario: "--intermediario è necessario per questo profilo.",
  intermediario_di_troppo: "--intermediario non serve per questo profilo.",
  esperto_senza_sede: "--esperto è di chi lavora in una sede.",
};

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
  const { sede, intermediario, esperto } = values;
  const profilo = { tipo, sede, intermediario, esperto };
  const difetto = whyNotProfilo(profilo);
  if (difetto) throw new Impedimento(DIFETTI[difetto]);
  return { codiceFiscale, profilo };
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
    if (typeof isNew === "string") throw new Impedimento("La sede o l'intermediario indicato non esiste.");
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
  else if (code?.startsWith("ERR_PARSE_ARGS")) console.error(USO);
  else console.error(`Non riuscito: ${(error as Error).message}`);
  process.exitCode = 1;
}
