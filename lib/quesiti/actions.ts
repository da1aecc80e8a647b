"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { requirePosizione } from "@/lib/auth/session";
import { argomentoInput, bozzaInput, chiudiInput, rispondiInput, salvaInput, testoInput } from "./input";
import {
  answerQuesito,
  closeQuesito,
  deleteBozza,
  type Esito,
  type Inviata,
  openBozza,
  sendBozza,
  writeBozza,
} from "./mutations";

/** First step of a new quesito, or a second thought about it. */
export const scegliArgomentoAction = formAction({
  input: argomentoInput,
  keep: ["rapporto", "argomento"],
  run: async ({ posizione, bozza, rapporto, argomento, contributo }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const esito = await openBozza(contesto, { id: bozza, quesitoId: null, rapporto, argomento, contributo });
    return esito === "ok" ? redirect(`${nuova(posizione)}/${bozza}/testo`) : refused(esito);
  },
});

export const scriviBozzaAction = formAction({
  input: testoInput,
  keep: ["oggetto", "testo"],
  run: async ({ posizione, bozza, oggetto, testo, verso }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const esito = await writeBozza(contesto, bozza, oggetto, testo);
    if (esito !== "ok") return refused(esito);
    return redirect(
      verso === "dopo" ? `${elenco(posizione)}?fatto=salvata` : `${nuova(posizione)}/${bozza}/allegati`,
    );
  },
});

/** What somebody has typed so far, while they go on typing. */
export const salvaTestoAction = formAction({
  input: salvaInput,
  run: async ({ posizione, bozza, quesito, oggetto, testo }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    if (quesito) {
      const about = { id: bozza, quesitoId: quesito, rapporto: null, argomento: null, contributo: null };
      const aperta = await openBozza(contesto, about);
      if (aperta !== "ok") return refused(aperta);
    }
    const esito = await writeBozza(contesto, bozza, oggetto, testo);
    return esito === "ok" ? { ok: true, fatto: "quesiti.testo.salvato" } : refused(esito);
  },
});

/** Sent twice, by a double click or after going back, it leads to the same receipt. */
export const inviaBozzaAction = formAction({
  input: bozzaInput,
  run: async ({ posizione, bozza }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    return toRicevuta(posizione, await sendBozza(contesto, bozza));
  },
});

export const eliminaBozzaAction = formAction({
  input: bozzaInput,
  run: async ({ posizione, bozza }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const esito = await deleteBozza(contesto, bozza);
    return esito === "ok" ? redirect(`${elenco(posizione)}?fatto=eliminata`) : refused(esito);
  },
});

/** An answer in a thread: sent at once, or kept while files are added. */
export const rispondiAction = formAction({
  input: rispondiInput,
  keep: ["testo"],
  run: async ({ posizione, bozza, quesito, testo, verso }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const risposta = { id: bozza, quesitoId: quesito, testo };
    if (verso === "invia") return toRicevuta(posizione, await answerQuesito(contesto, risposta));
    const about = { ...risposta, rapporto: null, argomento: null, contributo: null };
    let esito = await openBozza(contesto, about);
    if (esito === "ok") esito = await writeBozza(contesto, bozza, "", testo);
    return esito === "ok" ? redirect(`${nuova(posizione)}/${bozza}/allegati`) : refused(esito);
  },
});

export const chiudiQuesitoAction = formAction({
  input: chiudiInput,
  run: async ({ posizione, quesito, protocollo }) => {
    const contesto = await requirePosizione(posizione, "comunicazioni");
    const esito = await closeQuesito(contesto, quesito);
    return esito === "ok" ? redirect(`${elenco(posizione)}/${protocollo}?fatto=chiuso`) : refused(esito);
  },
});

const elenco = (posizione: string) => `/cassetto/${posizione}/comunicazioni`;
const nuova = (posizione: string) => `${elenco(posizione)}/nuova`;

function toRicevuta(posizione: string, inviata: Inviata): FormOutcome {
  if (!inviata.ok) return refused(inviata.reason);
  const { protocollo, ricevuta } = inviata;
  const quale = ricevuta === protocollo ? "" : `messaggio=${ricevuta}&`;
  return redirect(`${elenco(posizione)}/${protocollo}/ricevuta?${quale}fatto=inviata`);
}

function refused(esito: Exclude<Esito, "ok">): FormOutcome {
  return { ok: false, reason: `quesiti.rifiuti.${esito}` };
}
