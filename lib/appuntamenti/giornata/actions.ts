"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { cancelAppuntamento, type Esito } from "../mutations";
import {
  annullaDallaSedeInput,
  collegamentoInput,
  concludiInput,
  correggiInput,
  giornataInput,
  segnaInput,
  segnaQuiInput,
} from "./input";
import { correctAppuntamento, giveCollegamento, markAppuntamento } from "./mutations";

/** From the list of a day, back to it. */
export const segnaAction = formAction({
  input: segnaInput,
  run: async ({ appuntamento, atto, da }) => {
    const esito = await markAppuntamento(await daSede(), appuntamento, atto, "");
    if (esito !== "ok") return refused(esito);
    const scelta = giornataInput.parse(Object.fromEntries(new URLSearchParams(da)));
    const query = new URLSearchParams({ fatto: atto });
    for (const [nome, valore] of Object.entries(scelta)) if (valore) query.set(nome, valore);
    return redirect(`/sede/appuntamenti?${query}`);
  },
});

export const segnaQuiAction = formAction({
  input: segnaQuiInput,
  run: async ({ appuntamento, numero, atto }) => {
    const esito = await markAppuntamento(await daSede(), appuntamento, atto, "");
    return esito === "ok" ? redirect(`${pagina(numero)}?fatto=${atto}`) : refused(esito);
  },
});

export const correggiAction = formAction({
  input: correggiInput,
  run: async ({ appuntamento, numero, atto }) => {
    const esito = await correctAppuntamento(await daSede(), appuntamento, atto);
    if (esito === "ok") return redirect(`${pagina(numero)}?fatto=corretto`);
    if (esito === "altro_giorno" || esito === "occupato")
      return { ok: false, reason: `appuntamenti.giornata.correggi.${esito}` };
    return refused(esito);
  },
});

export const collegamentoAction = formAction({
  input: collegamentoInput,
  keep: ["collegamento"],
  run: async ({ appuntamento, numero, collegamento }) => {
    const esito = await giveCollegamento(await daSede(), appuntamento, collegamento);
    return esito === "ok" ? redirect(`${pagina(numero)}?fatto=collegamento`) : refused(esito);
  },
});

export const concludiAction = formAction({
  input: concludiInput,
  keep: ["esito", "nota"],
  run: async ({ appuntamento, numero, esito, nota }) => {
    const done = await markAppuntamento(await daSede(), appuntamento, esito, nota);
    return done === "ok" ? redirect(`${pagina(numero)}?fatto=${esito}`) : refused(done);
  },
});

export const annullaDallaSedeAction = formAction({
  input: annullaDallaSedeInput,
  keep: ["motivo"],
  run: async ({ appuntamento, numero, motivo }) => {
    const esito = await cancelAppuntamento(await daSede(), appuntamento, motivo);
    return esito === "ok" ? redirect(`${pagina(numero)}?fatto=annullato`) : refused(esito);
  },
});

async function daSede() {
  await requireViewer("sede");
  return currentContesto();
}

const pagina = (numero: string) => `/sede/appuntamenti/${numero}`;

function refused(esito: Exclude<Esito, "ok">): FormOutcome {
  if (esito === "troppo_presto") return { ok: false, reason: "appuntamenti.giornata.errori.nonAncora" };
  return { ok: false, reason: `appuntamenti.rifiuti.${esito}` };
}
