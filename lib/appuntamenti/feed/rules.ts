/** An esperto's appuntamenti for a calendar program: when, what for, how; never who (the address may be lost). */
import { createHash } from "node:crypto";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import type { Voce } from "@/lib/ics";

/** One row of leggi_calendario (migration 0014). */
export type RigaCalendario = {
  id: string;
  numero: string;
  motivo: string;
  modo: ModoAppuntamento;
  inizio: Date;
  fine: Date;
  stato: Appuntamento["stato"];
  sequenza: number;
};

/** How many random bytes stand behind an address. */
export const BYTE_DEL_SEGRETO = 24;
const SEGRETO = /^[A-Za-z0-9_-]{32}$/;

/** What the database knows a secret by; null: it cannot be one. */
export const improntaDi = (segreto: string): string | null =>
  SEGRETO.test(segreto) ? createHash("sha256").update(segreto).digest("hex") : null;

/** The same UID as in the file that the citizen has: it is the same event. */
export function vociDi(
  righe: readonly RigaCalendario[],
  host: string,
  parole: { titolo: (riga: RigaCalendario) => string; modo: (modo: ModoAppuntamento) => string },
): Voce[] {
  return righe.map((riga) => ({
    uid: `${riga.id}@${host}`,
    sequenza: riga.sequenza,
    titolo: parole.titolo(riga),
    luogo: parole.modo(riga.modo),
    quando: { inizio: riga.inizio, fine: riga.fine },
    annullata: riga.stato === "annullato",
  }));
}

/** Changes exactly when what the calendar tells changes, and not with the minute in which it is asked for. */
export const versioneDi = (voci: readonly Voce[]): string =>
  `"${createHash("sha256").update(JSON.stringify(voci)).digest("base64url").slice(0, 27)}"`;

/** Where the calendar is had: for a click (webcal), and for programs that want an address. */
export function indirizziDi(servizio: string, segreto: string): { https: string; webcal: string } {
  const https = new URL(`/calendario/${segreto}`, servizio).href;
  return { https, webcal: https.replace(/^https?:/, "webcal:") };
}
