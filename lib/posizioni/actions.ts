"use server";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/actions/form-action";
import { requirePosizione } from "@/lib/auth/session";
import { avvisiInput } from "./input";
import { setPreferenze } from "./mutations";

export const avvisaSeApertoAction = formAction({
  input: avvisiInput,
  run: async ({ posizione, avvisa }) => {
    await setPreferenze(await requirePosizione(posizione, "deleghe"), { avvisaSeAperto: avvisa });
    return redirect(`/cassetto/${posizione}/deleghe?fatto=salvato`);
  },
});

/** The datore's alone, as what they are told of others is: so the gate is the same. */
export const promemoriaScadenzeAction = formAction({
  input: avvisiInput,
  run: async ({ posizione, avvisa }) => {
    await setPreferenze(await requirePosizione(posizione, "deleghe"), { promemoriaScadenze: avvisa });
    return redirect(`/cassetto/${posizione}/pagamenti?fatto=${avvisa ? "attivo" : "spento"}#avviso`);
  },
});
