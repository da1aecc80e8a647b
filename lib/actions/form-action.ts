import "server-only";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { DatabaseNonDisponibile } from "@/db/client";
import type { Messaggio } from "@/lib/messaggi";
import { markNonDisponibile } from "@/lib/richiesta";
import type { FormState } from "./form-state";

/** One of several things that were refused at once, with the names that its words need. */
export type Dettaglio = { reason: Messaggio; valori: Record<string, string> };

/** What an action came to: nothing to say, or a reason that is a key of messages/it.json. */
export type FormOutcome<Dati = undefined> =
  | { ok: true; fatto?: Messaggio; dati?: Dati }
  | { ok: false; reason: Messaggio; dettagli?: Dettaglio[] };

type Options<Input, Dati> = {
  input: z.ZodType<Input>;
  /** Fields whose text may be shown again after a refusal; never a PIN. */
  keep?: readonly string[];
  /** Fields that carry files: `input` gets a list of them, empty when none was chosen. */
  files?: readonly string[];
  run: (input: Input) => Promise<FormOutcome<Dati>>;
};

/**
 * The one way in for a form: parse, run, put the outcome into words. `run` proves the viewer itself
 * (lib/auth/session.ts); what it throws (a redirect, a surprise) passes through.
 */
export function formAction<Input, Dati = undefined>({
  input,
  keep = [],
  files = [],
  run,
}: Options<Input, Dati>) {
  return async (_previous: FormState<Dati>, formData: FormData): Promise<FormState<Dati>> => {
    const t = await getTranslations();
    const fields = textFields(formData);
    const values = Object.fromEntries(keep.map((name) => [name, fields[name] ?? ""]));
    const chosen = files.map((name) => [name, filesOf(formData, name)]);
    const parsed = input.safeParse({ ...fields, ...Object.fromEntries(chosen) });
    if (!parsed.success) {
      const fieldErrors: Record<string, string> = {};
      for (const issue of parsed.error.issues) {
        // Only a forged form fails a check that has no words of its own.
        const message = t.has(issue.message as Messaggio) ? (issue.message as Messaggio) : "errori.modulo";
        fieldErrors[String(issue.path[0])] ??= t(message);
      }
      return { fieldErrors, values };
    }
    try {
      const outcome = await run(parsed.data);
      if (!outcome.ok) {
        const dettagli = outcome.dettagli?.map(({ reason, valori }) => t(reason, valori));
        return { formError: t(outcome.reason), dettagli, values };
      }
      if (outcome.dati !== undefined) return { values, dati: outcome.dati };
      return outcome.fatto ? { fatto: t(outcome.fatto) } : {};
    } catch (error) {
      if (error instanceof DatabaseNonDisponibile)
        return { formError: t("errori.nonDisponibile.testo"), values };
      if (isRedirect(error)) forgetPages();
      throw error;
    }
  };
}

/** The same for a form that shows nothing of what came of it: `run` redirects, also when it refuses. */
export function plainAction<Input>(
  options: Pick<Options<Input, undefined>, "input"> & { run: (input: Input) => Promise<never> },
) {
  return async (formData: FormData): Promise<void> => {
    const parsed = options.input.safeParse(textFields(formData));
    if (!parsed.success) return;
    try {
      await options.run(parsed.data);
    } catch (error) {
      if (error instanceof DatabaseNonDisponibile) markNonDisponibile();
      if (isRedirect(error)) forgetPages();
      throw error;
    }
  };
}

/** What the browser keeps of the pages before is from before the act: Back would offer again what is done. */
const forgetPages = () => revalidatePath("/", "layout");
const isRedirect = (error: unknown) =>
  String((error as { digest?: unknown } | null)?.digest).startsWith("NEXT_REDIRECT");

/** More than any field may hold, so that each says itself what is too long: a messaggio of 4,000 lines counts 8,000. */
const CAMPO_MASSIMO = 8_100;

/** Whoever calls an action without a form gets what an empty form gets. */
function textFields(formData: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!(formData instanceof FormData)) return fields;
  for (const [name, value] of formData) {
    if (typeof value === "string" && !name.startsWith("$")) fields[name] = value.slice(0, CAMPO_MASSIMO);
  }
  return fields;
}

/** For a field in which none was chosen a browser sends an empty file without a name, which React calls "undefined". */
function filesOf(formData: FormData, name: string): File[] {
  const isChosen = ({ size, name }: File) => size > 0 || (name !== "" && name !== "undefined");
  return formData.getAll(name).filter((value): value is File => typeof value !== "string" && isChosen(value));
}
