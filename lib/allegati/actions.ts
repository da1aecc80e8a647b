"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction, plainAction } from "@/lib/actions/form-action";
import { currentContesto, requirePosizione, requireViewer } from "@/lib/auth/session";
import { caricaInput, caricaSedeInput, togliInput, togliSedeInput } from "./input";
import { type Aggiunta, addAllegati, type FileRicevuto, removeAllegato } from "./mutations";

/** Adds files to a bozza of the cittadino's side. */
export const caricaAllegatiAction = formAction({
  input: caricaInput,
  files: ["file"],
  run: async ({ posizione, bozza, parte, verso, file }) => {
    const contesto = await requirePosizione(posizione, parte);
    const aggiunta = await addAllegati(contesto, bozza, await readAll(file));
    const { qui, avanti } = indirizziDi(posizione, bozza)[parte];
    return toOutcome(aggiunta, file.length, verso === "avanti" ? qui + avanti : null);
  },
});

/** The same for an answer of a sede. */
export const caricaAllegatiSedeAction = formAction({
  input: caricaSedeInput,
  files: ["file"],
  run: async ({ protocollo, bozza, verso, file }) => {
    await requireViewer("sede");
    const aggiunta = await addAllegati(await currentContesto(), bozza, await readAll(file));
    return toOutcome(aggiunta, file.length, verso === "avanti" ? quesitoOf(protocollo) : null);
  },
});

export const togliAllegatoAction = plainAction({
  input: togliInput,
  run: async ({ posizione, bozza, parte, allegato }) => {
    const esito = await removeAllegato(await requirePosizione(posizione, parte), allegato);
    const { qui } = indirizziDi(posizione, bozza)[parte];
    redirect(`${qui}/allegati${esito === "ok" ? "?fatto=tolto" : ""}`);
  },
});

export const togliAllegatoSedeAction = plainAction({
  input: togliSedeInput,
  run: async ({ protocollo, bozza, allegato }) => {
    await requireViewer("sede");
    const esito = await removeAllegato(await currentContesto(), allegato);
    redirect(`${quesitoOf(protocollo)}/allegati?bozza=${bozza}${esito === "ok" ? "&fatto=tolto" : ""}`);
  },
});

/** What was refused is told file by file; what was not is in the list already. */
function toOutcome(aggiunta: Aggiunta, sent: number, onward: string | null): FormOutcome {
  if (!aggiunta.ok) return { ok: false, reason: `quesiti.rifiuti.${aggiunta.reason}` };
  const { rifiutati } = aggiunta;
  if (rifiutati.length > 0) {
    refresh();
    return {
      ok: false,
      reason: rifiutati.length < sent ? "allegati.errori.alcuni" : "allegati.errori.tutti",
      dettagli: rifiutati.map(({ nome, reason }) => ({
        reason: `allegati.rifiuti.${reason}` as const,
        valori: { nome: nome || "file" },
      })),
    };
  }
  if (onward) redirect(onward);
  refresh();
  return { ok: true, fatto: "allegati.fatti.caricato" };
}

const readAll = (files: File[]): Promise<FileRicevuto[]> =>
  Promise.all(
    files.map(async (file) => ({ nome: file.name, contenuto: Buffer.from(await file.arrayBuffer()) })),
  );

/** Where a bozza is, and the step after its files. */
const indirizziDi = (posizione: string, bozza: string) => ({
  comunicazioni: { qui: `/cassetto/${posizione}/comunicazioni/nuova/${bozza}`, avanti: "/riepilogo" },
  appuntamenti: { qui: `/cassetto/${posizione}/appuntamenti/nuovo/${bozza}`, avanti: "" },
});
const quesitoOf = (protocollo: string) => `/sede/comunicazioni/${protocollo}`;
