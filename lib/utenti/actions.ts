"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { formAction, plainAction } from "@/lib/actions/form-action";
import { checkPin } from "@/lib/auth/login";
import { safeReturnPath } from "@/lib/auth/rules";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { signInWithPin } from "@/lib/auth/sign-in";
import { accediInput, cambiaPinInput, chiudiSessioneInput } from "./input";
import { changePin, closeOtherSessioni } from "./mutations";
import { whyNotPin } from "./rules";

/** For everybody: the login itself. */
export const accediAction = formAction({
  input: accediInput,
  keep: ["codiceFiscale"],
  run: async ({ codiceFiscale, pin, da }) => {
    if (!(await signInWithPin(codiceFiscale, pin)))
      return { ok: false, reason: "utenti.errori.accesso_rifiutato" };
    redirect(safeReturnPath(da) ?? "/cassetto");
  },
});

/** The same for a button of the demo, which shows no errors: a refusal leads back to the form. */
export const entraDemoAction = plainAction({
  input: accediInput,
  run: async ({ codiceFiscale, pin, da }) =>
    redirect((await signInWithPin(codiceFiscale, pin)) ? (safeReturnPath(da) ?? "/cassetto") : "/accesso"),
});

export const cambiaPinAction = formAction({
  input: cambiaPinInput,
  run: async ({ pin, nuovo }) => {
    const { viewer } = await requireViewer("profilo");
    const difetto = whyNotPin(nuovo, pin, viewer.codiceFiscale);
    if (difetto) return { ok: false, reason: `utenti.errori.pin_${difetto}` };
    const indirizzo = (await headers()).get("x-forwarded-for") ?? "";
    const right = await checkPin({ codiceFiscale: viewer.codiceFiscale, pin, indirizzo });
    if (!right) return { ok: false, reason: "utenti.errori.pin_attuale" };
    await changePin(await currentContesto(), nuovo);
    return { ok: true, fatto: "utenti.pin.cambiato" };
  },
});

export const chiudiAltreSessioniAction = formAction({
  input: chiudiSessioneInput,
  run: async () => {
    const { viewer } = await requireViewer("profilo");
    await closeOtherSessioni(await currentContesto(), viewer.sessioneId);
    revalidatePath("/profilo");
    return { ok: true, fatto: "utenti.sessioni.chiuse" };
  },
});
