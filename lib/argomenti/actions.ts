"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { argomentoInput, nuovoArgomentoInput } from "./input";
import { changeArgomento, createArgomento } from "./mutations";

const perso = { ok: false, reason: "argomenti.errori.perso" } as const;

export const creaArgomentoAction = formAction({
  input: nuovoArgomentoInput,
  keep: ["categoria", "nome", "aiuto", "termine"],
  run: async ({ categoria, nome, aiuto, termine }) => {
    await requireViewer("amministrazione");
    const testi = { nome, aiuto, termineGiorni: termine };
    const done = await createArgomento(await currentContesto(), categoria, testi);
    return done ? redirect("/amministrazione/argomenti?fatto=creato") : perso;
  },
});

export const cambiaArgomentoAction = formAction({
  input: argomentoInput,
  keep: ["nome", "aiuto", "termine", "ordine", "attivo"],
  run: async ({ codice, termine, ...testi }) => {
    await requireViewer("amministrazione");
    const done = await changeArgomento(await currentContesto(), codice, { ...testi, termineGiorni: termine });
    return done ? redirect("/amministrazione/argomenti?fatto=cambiato") : perso;
  },
});
