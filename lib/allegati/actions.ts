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
  run: async ({ posizione, bozza, verso, file }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const aggiunta = await addAllegati(contesto, bozza, await readAll(file));
    return toOutcome(
      aggiunta,
      file.length,
      verso === "avanti" ? `${bozzaOf(posizione, bozza)}/riepilogo` : null,
    );
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
  run: async ({ posizione, bozza, allegato }) => {
    const esito = await removeAllegato(await requirePosizione(posizione, "comunicazioni"), allegato);
    redirect(`${bozzaOf(posizione, bozza)}/allegati${esito === "ok" ? "?fatto=tolto" : ""}`);
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

const bozzaOf = (posizione: string, bozza: string) => `/cassetto/${posizione}/comunicazioni/nuova/${bozza}`;
const quesitoOf = (protocollo: string) => `/sede/comunicazioni/${protocollo}`;
