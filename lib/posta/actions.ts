"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { riprovaInput, riprovaTutteInput } from "./input";
import { retryAbbandonate, retryLettera } from "./mutations";

const nessuna = { ok: false, reason: "postaInUscita.errori.nessuna" } as const;

export const riprovaLetteraAction = formAction({
  input: riprovaInput,
  run: async ({ lettera }) => {
    await requireViewer("amministrazione");
    const done = await retryLettera(await currentContesto(), lettera);
    return done ? redirect("/amministrazione/posta?fatto=riprovata") : nessuna;
  },
});

export const riprovaTutteAction = formAction({
  input: riprovaTutteInput,
  run: async () => {
    await requireViewer("amministrazione");
    const quante = await retryAbbandonate(await currentContesto());
    return quante > 0 ? redirect("/amministrazione/posta?fatto=riprovate") : nessuna;
  },
});
