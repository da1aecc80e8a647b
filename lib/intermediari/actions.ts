"use server";
import { forbidden, redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { safeReturnPath } from "@/lib/auth/rules";
import { currentContesto, readOn, requireViewer } from "@/lib/auth/session";
import type { Esito } from "@/lib/deleghe/mutations";
import { assegnaInput, decidiNominaInput, eliminaGruppoInput, gruppoInput, nominaInput } from "./input";
import {
  assignGruppo,
  createGruppo,
  decideNomina,
  deleteGruppo,
  nominateSubAbilitato,
  revokeNomina,
} from "./mutations";
import { getStatoNomina, isNominaInAttesa } from "./queries";

export const nominaSubAbilitatoAction = formAction({
  input: nominaInput,
  keep: ["codiceFiscale"],
  run: async ({ codiceFiscale }) => {
    await requireTitolare();
    const esito = await nominateSubAbilitato(await currentContesto(), codiceFiscale);
    if (esito === "ok") redirect("/deleganti/studio?fatto=nominato");
    if (esito === "te_stesso") return { ok: false, reason: "intermediari.errori.nominaDiSe" };
    if (esito === "troppe_proposte") return { ok: false, reason: "intermediari.errori.troppeNomine" };
    return refused(esito);
  },
});

export const revocaNominaAction = formAction({
  input: nominaInput,
  run: async ({ codiceFiscale }) => {
    await requireTitolare();
    const contesto = await currentContesto();
    const inAttesa = await readOn(contesto, (scope) => isNominaInAttesa(scope, codiceFiscale));
    const esito = await revokeNomina(contesto, codiceFiscale);
    const fatto = inAttesa ? "nomina_ritirata" : "tolto";
    if (esito !== "ok") redirect(`/deleganti/studio?esito=${esito}`);
    return redirect(`/deleganti/studio?fatto=${fatto}`);
  },
});

/** The person named decides. */
export const decidiNominaAction = formAction({
  input: decidiNominaInput,
  run: async ({ intermediario, decisione }) => {
    await requireViewer("profilo");
    const contesto = await currentContesto();
    const esito = await decideNomina(contesto, intermediario, decisione === "accetta");
    const fatto = decisione === "accetta" ? "incarico_accettato" : "incarico_rifiutato";
    if (esito === "gia_decisa") {
      const stato = await readOn(contesto, (scope) => getStatoNomina(scope, intermediario));
      redirect(`/profilo/deleghe?esito=${stato === "revocata" ? "gia_ritirata" : "gia_risposto"}`);
    }
    if (esito !== "ok") redirect(`/profilo/deleghe?esito=${esito}`);
    return redirect(`/profilo/deleghe?${new URLSearchParams({ fatto, studio: intermediario })}`);
  },
});

export const creaGruppoAction = formAction({
  input: gruppoInput,
  keep: ["nome"],
  run: async ({ nome }) => {
    const intermediario = await requireTitolare();
    const made = await createGruppo(await currentContesto(), intermediario, nome);
    return made
      ? redirect("/deleganti/studio?fatto=salvato")
      : { ok: false, reason: "intermediari.errori.gruppoEsistente" };
  },
});

export const eliminaGruppoAction = formAction({
  input: eliminaGruppoInput,
  run: async ({ gruppo }) => {
    await requireTitolare();
    await deleteGruppo(await currentContesto(), gruppo);
    return redirect("/deleganti/studio?fatto=salvato");
  },
});

/** Puts the ticked deleganti of the desk into a group. */
export const assegnaGruppoAction = formAction({
  input: assegnaInput,
  run: async ({ posizioni, gruppo, da }) => {
    const intermediario = await requireTitolare();
    if (posizioni.length === 0) return { ok: false, reason: "intermediari.errori.nessunoScelto" };
    const done = await assignGruppo(await currentContesto(), intermediario, posizioni, gruppo);
    if (!done) return { ok: false, reason: "deleghe.rifiuti.non_trovata" };
    const back = safeReturnPath(da) ?? "/deleganti";
    return redirect(`${back}${back.includes("?") ? "&" : "?"}fatto=salvato`);
  },
});

/** @returns the codice of the intermediario the viewer answers for; to anybody else: 403 */
async function requireTitolare(): Promise<string> {
  const { viewer } = await requireViewer("studio");
  const intermediario = viewer.profilo?.intermediario;
  if (!intermediario?.titolare) forbidden();
  return intermediario.codice;
}

function refused(esito: Exclude<Esito, "ok">): FormOutcome {
  return { ok: false, reason: `deleghe.rifiuti.${esito}` };
}
