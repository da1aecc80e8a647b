"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { modelloInput, nuovoModelloInput } from "./input";
import { changeModello, createModello, deleteModello, type EsitoModello } from "./mutations";

export const creaModelloAction = formAction({
  input: nuovoModelloInput,
  keep: ["titolo", "testo"],
  run: async (testi) => {
    await requireViewer("andamento");
    const esito = await createModello(await currentContesto(), testi);
    return esito === "ok" ? redirect("/sede/modelli?fatto=creato") : refused(esito);
  },
});

export const modelloAction = formAction({
  input: modelloInput,
  keep: ["titolo", "testo"],
  run: async (input) => {
    await requireViewer("andamento");
    const contesto = await currentContesto();
    if (input.cosa === "elimina") {
      const esito = await deleteModello(contesto, input.modello);
      return esito === "ok" ? redirect("/sede/modelli?fatto=eliminato") : refused(esito);
    }
    const esito = await changeModello(contesto, input.modello, input);
    return esito === "ok" ? redirect("/sede/modelli?fatto=cambiato") : refused(esito);
  },
});

const refused = (esito: Exclude<EsitoModello, "ok">): FormOutcome => ({
  ok: false,
  reason: esito === "titolo_doppio" ? "sede.errori.titoloDoppio" : "sede.errori.modelloPerso",
});
