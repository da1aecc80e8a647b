"use server";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { newPin } from "@/lib/auth/pin-iniziale";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { attoUtenteInput, creaUtenteInput, daiProfiloInput, nuovoPinInput, togliProfiloInput } from "./input";
import {
  type EsitoUtente,
  enrolUtente,
  givePin,
  giveProfilo,
  readmitUtente,
  suspendUtente,
  takeProfilo,
} from "./mutations";

/** What is shown once, in the answer to the POST and nowhere else. */
type PinDato = { pin: string; utente: string; avvisata: boolean };

const PROFILO = ["tipo", "sede", "intermediario", "esperto"];

export const creaUtenteAction = formAction({
  input: creaUtenteInput,
  keep: ["codiceFiscale", ...PROFILO],
  run: async ({ codiceFiscale, ...profilo }): Promise<FormOutcome<PinDato>> => {
    await requireViewer("amministrazione");
    const pin = newPin();
    const { esito, utente } = await enrolUtente(await currentContesto(), codiceFiscale, profilo, pin);
    if (esito !== "ok" || !utente) return refused(esito);
    return { ok: true, dati: { pin, utente, avvisata: false } };
  },
});

export const nuovoPinAction = formAction({
  input: nuovoPinInput,
  keep: ["motivo"],
  run: async ({ utente, visto, motivo }): Promise<FormOutcome<PinDato>> => {
    await requireViewer("amministrazione");
    const pin = newPin();
    const { esito, avvisata } = await givePin(await currentContesto(), utente, pin, visto, motivo);
    if (esito !== "ok") return refused(esito);
    revalidatePath(`/amministrazione/utenti/${utente}`);
    return { ok: true, dati: { pin, utente, avvisata } };
  },
});

export const daiProfiloAction = formAction({
  input: daiProfiloInput,
  keep: [...PROFILO, "motivo"],
  run: async ({ utente, motivo, ...profilo }) => {
    await requireViewer("amministrazione");
    return done(await giveProfilo(await currentContesto(), utente, profilo, motivo), utente, "profilo_dato");
  },
});

export const togliProfiloAction = formAction({
  input: togliProfiloInput,
  keep: ["motivo"],
  run: async ({ utente, profilo, motivo }) => {
    await requireViewer("amministrazione");
    return done(await takeProfilo(await currentContesto(), utente, profilo, motivo), utente, "profilo_tolto");
  },
});

export const sospendiUtenteAction = formAction({
  input: attoUtenteInput,
  keep: ["motivo"],
  run: async ({ utente, motivo }) => {
    await requireViewer("amministrazione");
    return done(await suspendUtente(await currentContesto(), utente, motivo), utente, "sospeso");
  },
});

export const riammettiUtenteAction = formAction({
  input: attoUtenteInput,
  keep: ["motivo"],
  run: async ({ utente, motivo }) => {
    await requireViewer("amministrazione");
    return done(await readmitUtente(await currentContesto(), utente, motivo), utente, "riammesso");
  },
});

function done(esito: EsitoUtente, utente: string, fatto: string) {
  return esito === "ok" ? redirect(`/amministrazione/utenti/${utente}?fatto=${fatto}`) : refused(esito);
}

/** No such user, or nobody who may ask any more: between the gate and the act another amministratore was faster. */
function refused(esito: EsitoUtente) {
  if (esito === "non_trovata" || esito === "ok") notFound();
  return { ok: false, reason: `utenti.gestione.errori.${esito}` } as const;
}
