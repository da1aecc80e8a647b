"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction, plainAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { deleteBozza } from "../mutations";
import {
  assegnaInput,
  assegnaMoltiInput,
  chiediParereInput,
  notaInput,
  quesitoInput,
  rendiParereInput,
  rispostaInput,
  salvaRispostaInput,
  sceltoInput,
  scrittaInput,
  trasferisciInput,
} from "./input";
import {
  addNota,
  askParere,
  assignQuesiti,
  giveParere,
  releaseQuesito,
  sendRisposta,
  stopRisposta,
  takeQuesito,
  transferQuesito,
  writeRisposta,
} from "./mutations";
import { listModelli } from "./queries";
import { azioneDi, conModello } from "./rules";

export const prendiInCaricoAction = formAction({
  input: quesitoInput,
  run: async ({ quesito, protocollo }) => {
    const { esito } = await takeQuesito(await daSede(), quesito);
    if (esito === "ok" || esito === "gia_preso") redirect(presoDa(protocollo, esito));
    return refused(esito);
  },
});

/** The same from a row of the queue; what was refused says why on its own page. */
export const prendiDallaCodaAction = plainAction({
  input: sceltoInput,
  run: async ({ quesito, protocollo }) => {
    const { esito } = await takeQuesito(await daSede(), quesito);
    redirect(esito === "ok" || esito === "gia_preso" ? presoDa(protocollo, esito) : pagina(protocollo));
  },
});

/** Who came second reads on the page itself who was first. */
const presoDa = (protocollo: string, esito: "ok" | "gia_preso") =>
  `${pagina(protocollo)}?fatto=${esito === "ok" ? "preso" : esito}`;

export const rilasciaAction = formAction({
  input: quesitoInput,
  run: async ({ quesito, protocollo }) => {
    const esito = await releaseQuesito(await daSede(), quesito);
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=rilasciato`) : refused(esito);
  },
});

/** Keeps the answer, then does what the button says: sends it, adds a modello to it, leads to its files or to a sede. */
export const rispondiAction = formAction({
  input: rispostaInput,
  keep: ["testo", "tipo"],
  run: async ({ quesito, protocollo, bozza, cosa, tipo, modello, testo, cercaSede }) => {
    const { dati: modelli } = await requireViewer("sede", listModelli);
    const contesto = await currentContesto();
    const aggiunto = cosa === "modello" ? (modelli.find(({ id }) => id === modello)?.testo ?? null) : null;
    if (cosa === "modello" && aggiunto === null) return { ok: false, reason: "sede.errori.modelloPerso" };
    const intero = aggiunto === null ? testo : conModello(testo, aggiunto);
    if (intero.length > 4_000) return { ok: false, reason: "sede.errori.testo" };
    const risposta = { id: bozza, quesitoId: quesito, ...azioneDi(tipo), testo: intero };
    const esito = await writeRisposta(contesto, risposta);
    // Sent twice at once, the second time it is on its way or gone: the answer to both is the same.
    const inviata = cosa === "invia" && (esito === "in_partenza" || esito === "gia_inviata");
    if (esito !== "ok" && !inviata) return refused(esito);
    if (cosa === "invia") {
      const { esito: partenza } = await sendRisposta(contesto, bozza);
      return partenza === "ok" ? redirect(`${pagina(protocollo)}?fatto=inviata`) : refused(partenza);
    }
    if (cosa === "cerca" && cercaSede !== "")
      redirect(`${pagina(protocollo)}?cercaSede=${encodeURIComponent(cercaSede)}#trasferisci`);
    if (cosa === "allega") redirect(`${pagina(protocollo)}/allegati?bozza=${bozza}`);
    // A hash would keep the browser on the page it has; with JavaScript a modello is added without coming here.
    return redirect(`${pagina(protocollo)}${cosa === "modello" ? "#rispondi" : "?fatto=salvata"}`);
  },
});

/** What somebody has typed so far, while they go on typing. */
export const salvaRispostaAction = formAction({
  input: salvaRispostaInput,
  run: async ({ quesito, bozza, tipo, testo }) => {
    const esito = await writeRisposta(await daSede(), {
      id: bozza,
      quesitoId: quesito,
      ...azioneDi(tipo),
      testo,
    });
    return esito === "ok" ? { ok: true, fatto: "quesiti.testo.salvato" } : refused(esito);
  },
});

export const fermaAction = formAction({
  input: scrittaInput,
  run: async ({ protocollo, bozza }) => {
    const esito = await stopRisposta(await daSede(), bozza);
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=fermata`) : refused(esito);
  },
});

/** Throws away an answer that was kept and not sent. */
export const eliminaRispostaAction = formAction({
  input: scrittaInput,
  run: async ({ protocollo, bozza }) => {
    const esito = await deleteBozza(await daSede(), bozza);
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=eliminata`) : refused(esito);
  },
});

export const notaAction = formAction({
  input: notaInput,
  keep: ["nota"],
  run: async ({ quesito, protocollo, chiave, nota }) => {
    const esito = await addNota(await daSede(), chiave, quesito, nota);
    if (esito === "gia_inviata") return { ok: false, reason: "sede.errori.notaGia" };
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=nota`) : refused(esito);
  },
});

export const chiediParereAction = formAction({
  input: chiediParereInput,
  keep: ["esperto", "domanda"],
  run: async ({ quesito, protocollo, esperto, domanda }) => {
    const esito = await askParere(await daSede(), quesito, esperto, domanda);
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=parere_chiesto`) : refused(esito);
  },
});

/** The esperto of another sede sees the quesito no more: back to the queue. */
export const rendiParereAction = formAction({
  input: rendiParereInput,
  keep: ["testoParere"],
  run: async ({ parere, testoParere }) => {
    const esito = await giveParere(await daSede(), parere, testoParere);
    return esito === "ok" ? redirect("/sede/comunicazioni?fatto=parere_reso") : refused(esito);
  },
});

export const assegnaAction = formAction({
  input: assegnaInput,
  keep: ["collega", "motivo"],
  run: async ({ quesito, protocollo, collega, motivo }) => {
    const esito = await assignQuesiti(await daSede(), [quesito], collega, motivo);
    return esito === "ok" ? redirect(`${pagina(protocollo)}?fatto=assegnato`) : refused(esito);
  },
});

export const assegnaMoltiAction = formAction({
  input: assegnaMoltiInput,
  keep: ["collega", "motivo"],
  run: async ({ quesiti, collega, motivo, da }) => {
    const esito = await assignQuesiti(await daSede(), quesiti, collega, motivo);
    if (esito !== "ok") return refused(esito);
    const query = new URLSearchParams(da.split("?")[1] ?? "");
    query.set("fatto", "assegnati");
    return redirect(`/sede/comunicazioni?${query}`);
  },
});

/** The quesito is the other sede's now: back to the queue. */
export const trasferisciAction = formAction({
  input: trasferisciInput,
  keep: ["sede", "perche"],
  run: async ({ quesito, sede, perche }) => {
    const esito = await transferQuesito(await daSede(), quesito, sede, perche);
    return esito === "ok" ? redirect("/sede/comunicazioni?fatto=trasferito") : refused(esito);
  },
});

async function daSede() {
  await requireViewer("sede");
  return currentContesto();
}

const pagina = (protocollo: string) => `/sede/comunicazioni/${protocollo}`;

function refused(esito: Exclude<Awaited<ReturnType<typeof releaseQuesito>>, "ok">): FormOutcome {
  return { ok: false, reason: `quesiti.rifiuti.${esito}` };
}
