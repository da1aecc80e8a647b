"use server";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { motivoInput, nuovoMotivoInput } from "./input";
import { changeMotivo, createMotivo } from "./mutations";

const perso = { ok: false, reason: "appuntamenti.motivi.errori.perso" } as const;
const CAMPI = [
  "nome",
  "daPortare",
  "durata",
  "pausa",
  "preavviso",
  "orizzonte",
  "richiedeQuesito",
  "categoria",
];

export const creaMotivoAction = formAction({
  input: nuovoMotivoInput,
  keep: CAMPI,
  run: async (campi) => {
    await requireViewer("amministrazione");
    const done = await createMotivo(await currentContesto(), righe(campi));
    return done ? redirect("/amministrazione/motivi?fatto=creato") : perso;
  },
});

export const cambiaMotivoAction = formAction({
  input: motivoInput,
  keep: [...CAMPI, "ordine", "attivo"],
  run: async ({ codice, ordine, attivo, ...campi }) => {
    await requireViewer("amministrazione");
    const done = await changeMotivo(await currentContesto(), codice, { ...righe(campi), ordine, attivo });
    return done ? redirect("/amministrazione/motivi?fatto=cambiato") : perso;
  },
});

const righe = (campi: z.infer<typeof nuovoMotivoInput>) => ({
  nome: campi.nome,
  daPortare: campi.daPortare,
  durataMinuti: campi.durata,
  pausaMinuti: campi.pausa,
  preavvisoOre: campi.preavviso,
  orizzonteGiorni: campi.orizzonte,
  richiedeQuesito: campi.richiedeQuesito,
  categoriaCodice: campi.categoria,
});
