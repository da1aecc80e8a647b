"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { requirePosizione } from "@/lib/auth/session";
import { cancelAppuntamento } from "../mutations";
import { annullaInput } from "./input";

/** Pressed twice it was cancelled once. */
export const annullaAppuntamentoAction = formAction({
  input: annullaInput,
  keep: ["motivo"],
  run: async ({ posizione, appuntamento, numero, motivo }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const esito = await cancelAppuntamento(contesto, appuntamento, motivo);
    if (esito !== "ok") return { ok: false, reason: `appuntamenti.rifiuti.${esito}` };
    return redirect(`/cassetto/${posizione}/appuntamenti/${numero}?fatto=annullato`);
  },
});
