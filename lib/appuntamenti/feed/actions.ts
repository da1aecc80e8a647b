"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { calendarioInput } from "./input";
import { deleteCalendario, renewCalendario } from "./mutations";
import { indirizziDi } from "./rules";

/** Shows a new address once, in the answer to the form: it never stands in an address of ours. */
export const calendarioAction = formAction({
  input: calendarioInput,
  run: async ({ cosa }) => {
    await requireViewer("sede");
    const contesto = await currentContesto();
    if (cosa === "elimina") {
      await deleteCalendario(contesto);
      return redirect("/sede/agenda/calendario?fatto=eliminato");
    }
    const segreto = await renewCalendario(contesto);
    if (segreto === null) return { ok: false, reason: "appuntamenti.agenda.rifiuti.non_consentito" };
    return { ok: true, dati: indirizziDi(env.NEXTAUTH_URL, segreto) };
  },
});
