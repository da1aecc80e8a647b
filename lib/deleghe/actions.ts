"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { currentContesto, readOn, requirePosizione, requireViewer } from "@/lib/auth/session";
import type { Messaggio } from "@/lib/messaggi";
import { currentDate } from "@/lib/oggi";
import {
  cambiaInput,
  chiudiInput,
  chiudiTutelaInput,
  decidiDatoreInput,
  decidiInput,
  proponiADatoreInput,
  proponiInput,
  rinunciaFuturaInput,
  tutelaInput,
} from "./input";
import {
  changeDelega,
  closeTutela,
  decideProposta,
  type Esito,
  proposeDelega,
  proposeToDatore,
  registerTutela,
  renounceDelega,
  renounceDelegaFutura,
  revokeDelega,
  withdrawProposta,
} from "./mutations";
import { getStatoProposta, isPropostaFutura } from "./proposte/queries";
import { type Atto, type Rifiuto, whyGiaDecisa } from "./rules";

/** The datore offers a delega. */
export const proponiDelegaAction = formAction({
  input: proponiInput,
  keep: ["codiceFiscale", "ambito", "dal", "al"],
  run: async ({ posizione, tipo, delegato, ambito, dal, al }) => {
    const contesto = await requirePosizione(posizione, "deleghe");
    const esito = await proposeDelega(contesto, { tipo, delegato, ambito, dal: dal ?? currentDate(), al });
    return esito === "ok" ? redirect(`/cassetto/${posizione}/deleghe?fatto=proposta`) : refused(esito);
  },
});

/** The titolare of a studio asks a datore; the answer is the same whether or not there is one. */
export const proponiADatoreAction = formAction({
  input: proponiADatoreInput,
  keep: ["codiceFiscale", "ambito", "dal", "al"],
  run: async ({ codiceFiscale, ambito, dal, al }) => {
    await requireViewer("studio");
    const proposta = { datore: codiceFiscale, ambito, dal: dal ?? currentDate(), al };
    const esito = await proposeToDatore(await currentContesto(), proposta);
    if (esito === "ok") redirect("/deleganti/proposte?fatto=proposta");
    return refused(esito, { troppe_proposte: "deleghe.errori.troppeRichieste" });
  },
});

/** The datore decides on what a studio asked, or takes back what they offered. */
export const decidiComeDatoreAction = formAction({
  input: decidiDatoreInput,
  run: async ({ posizione, proposta, decisione }) => {
    const contesto = await requirePosizione(posizione, "deleghe");
    const { rifiuto, fatto } = await decide(contesto, proposta, decisione, true);
    return redirect(`/cassetto/${posizione}/deleghe?${rifiuto ? `esito=${rifiuto}` : `fatto=${fatto}`}`);
  },
});

/** The titolare of a studio does. */
export const decidiComeStudioAction = formAction({
  input: decidiInput,
  run: async ({ proposta, decisione }) => {
    await requireViewer("studio");
    const { rifiuto, fatto } = await decide(await currentContesto(), proposta, decisione, false);
    return redirect(`/deleganti/proposte?${rifiuto ? `esito=${rifiuto}` : `fatto=${fatto}`}`);
  },
});

/** A person decides on what was offered to them, whatever they are logged in as. */
export const decidiComePersonaAction = formAction({
  input: decidiInput,
  run: async ({ proposta, decisione }) => {
    await requireViewer("profilo");
    const { rifiuto, fatto } = await decide(await currentContesto(), proposta, decisione, true);
    const detto = rifiuto ? `esito=${rifiuto}` : `fatto=${fatto}&delega=${proposta}`;
    return redirect(`/profilo/deleghe?${detto}`);
  },
});

export const revocaDelegaAction = formAction({
  input: chiudiInput,
  keep: ["motivo"],
  run: async ({ posizione, delega, motivo }) => {
    const contesto = await requirePosizione(posizione, "deleghe");
    const esito = await revokeDelega(contesto, delega, motivo);
    if (isSuperato(esito)) redirect(`/cassetto/${posizione}/deleghe?esito=${esito}`);
    return esito === "ok" ? redirect(`/cassetto/${posizione}/deleghe?fatto=revocata`) : refused(esito);
  },
});

/** The datore widens or narrows a delega, or gives it another last day. */
export const cambiaDelegaAction = formAction({
  input: cambiaInput,
  keep: ["ambito", "al"],
  run: async ({ posizione, delega, ambito, al }) => {
    const contesto = await requirePosizione(posizione, "deleghe");
    const esito = await changeDelega(contesto, delega, { ambito, al });
    const qui = `/cassetto/${posizione}/deleghe/${delega}`;
    return esito === "ok" ? redirect(`${qui}?fatto=cambiata`) : refused(esito);
  },
});

export const rinunciaDelegaAction = formAction({
  input: chiudiInput,
  keep: ["motivo"],
  run: async ({ posizione, delega, motivo }) => {
    const contesto = await requirePosizione(posizione, "delega");
    const esito = await renounceDelega(contesto, delega, motivo);
    return esito === "ok" ? redirect("/deleganti?fatto=rinunciata") : refused(esito);
  },
});

/** The titolare gives up, before it begins, what was given to the studio. */
export const rinunciaFuturaComeStudioAction = formAction({
  input: rinunciaFuturaInput,
  keep: ["motivo"],
  run: async ({ delega, motivo }) => {
    await requireViewer("studio");
    const esito = await renounceDelegaFutura(await currentContesto(), delega, motivo);
    if (isSuperato(esito)) redirect(`/deleganti/proposte?esito=${esito}`);
    return esito === "ok" ? redirect("/deleganti/proposte?fatto=rinunciata") : refused(esito);
  },
});

/** A person does, whatever they are logged in as. */
export const rinunciaFuturaComePersonaAction = formAction({
  input: rinunciaFuturaInput,
  keep: ["motivo"],
  run: async ({ delega, motivo }) => {
    await requireViewer("profilo");
    const esito = await renounceDelegaFutura(await currentContesto(), delega, motivo);
    if (isSuperato(esito)) redirect(`/profilo/deleghe?esito=${esito}`);
    return esito === "ok" ? redirect("/profilo/deleghe?fatto=rinunciata") : refused(esito);
  },
});

export const registraTutelaAction = formAction({
  input: tutelaInput,
  keep: ["datore", "persona", "titolo", "al", "motivo"],
  run: async (tutela) => {
    await requireViewer("amministrazione");
    const esito = await registerTutela(await currentContesto(), tutela);
    if (esito === "ok") redirect("/amministrazione/tutele?fatto=tutela_registrata");
    return refused(esito, { te_stesso: "deleghe.errori.tutelaDiSe" });
  },
});

export const chiudiTutelaAction = formAction({
  input: chiudiTutelaInput,
  keep: ["motivo"],
  run: async ({ tutela, motivo }) => {
    await requireViewer("amministrazione");
    const esito = await closeTutela(await currentContesto(), tutela, motivo);
    return esito === "ok" ? redirect("/amministrazione/tutele?fatto=tutela_chiusa") : refused(esito);
  },
});

const FATTO = { accetta: "accettata", rifiuta: "rifiutata", ritira: "ritirata" } as const;

/**
 * A refusal goes to the page too, which shows what the server knows now: the proposta is not what the form took it for.
 * @param solo whether nobody else can answer for who does
 */
async function decide(
  contesto: Awaited<ReturnType<typeof currentContesto>>,
  proposta: string,
  decisione: Atto,
  solo: boolean,
): Promise<{ rifiuto?: Rifiuto; fatto: string }> {
  const fatto = FATTO[decisione];
  const esito =
    decisione === "ritira"
      ? await withdrawProposta(contesto, proposta)
      : await decideProposta(contesto, proposta, decisione === "accetta");
  if (esito === "gia_decisa") {
    const stato = await readOn(contesto, (scope) => getStatoProposta(scope, proposta));
    return { rifiuto: whyGiaDecisa(stato, decisione, solo), fatto };
  }
  if (esito !== "ok") return { rifiuto: esito, fatto };
  if (decisione !== "accetta") return { fatto };
  const futura = await readOn(contesto, (scope) => isPropostaFutura(scope, proposta));
  return { fatto: futura ? "accettata_futura" : fatto };
}

/** Somebody was quicker: to press again is no use, to see what is left is. */
const isSuperato = (esito: Esito) => esito === "gia_chiusa" || esito === "non_trovata";

/** `parole`: where the usual words speak of something else. */
function refused(
  esito: Exclude<Esito, "ok">,
  parole: Partial<Record<Exclude<Esito, "ok">, Messaggio>> = {},
): FormOutcome {
  return { ok: false, reason: parole[esito] ?? `deleghe.rifiuti.${esito}` };
}
