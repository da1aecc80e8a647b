"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { requirePosizione } from "@/lib/auth/session";
import { avvisiInput } from "./input";
import { setAvvisaSeAperto } from "./mutations";

export const avvisaSeApertoAction = formAction({
  input: avvisiInput,
  run: async ({ posizione, avvisa }) => {
    await setAvvisaSeAperto(await requirePosizione(posizione, "deleghe"), avvisa);
    return redirect(`/cassetto/${posizione}/deleghe?fatto=salvato`);
  },
});
