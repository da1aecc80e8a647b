"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { apriPosizioneInput, cercaPosizioniInput } from "./input";
import { findPosizioni, openFromSede } from "./mutations";

/** Answers with what was found: nothing of it stands in an address. */
export const cercaPosizioniAction = formAction({
  input: cercaPosizioniInput,
  keep: ["cerca", "motivo"],
  run: async ({ cerca, motivo }) => {
    await requireViewer("sede");
    return { ok: true, dati: await findPosizioni(await currentContesto(), cerca, motivo) };
  },
});

export const apriPosizioneAction = formAction({
  input: apriPosizioneInput,
  run: async ({ posizione, motivo }) => {
    await requireViewer("sede");
    const aperto = await openFromSede(await currentContesto(), posizione, motivo);
    return aperto ? redirect(`/cassetto/${posizione}`) : { ok: false, reason: "sede.errori.cassettoChiuso" };
  },
});
