"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { riassegnaInput } from "./input";
import { reassignAll } from "./mutations";

/** Somebody is away: another takes over all they had. */
export const riassegnaAction = formAction({
  input: riassegnaInput,
  keep: ["da", "a", "motivo"],
  run: async ({ da, a, motivo }) => {
    await requireViewer("andamento");
    const esito = await reassignAll(await currentContesto(), da, a, motivo);
    if (typeof esito === "string") return { ok: false, reason: `quesiti.rifiuti.${esito}` };
    if (esito === 0) return { ok: false, reason: "sede.andamento.nienteDaPassare" };
    return redirect("/sede/andamento?fatto=riassegnati");
  },
});
