import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { DatabaseNonDisponibile } from "@/db/client";
import type { Messaggio } from "@/lib/messaggi";
import { markNonDisponibile } from "@/lib/richiesta";
import type { FormState } from "./form-state";

/** What an action came to: nothing to say, or a reason that is a key of messages/it.json. */
export type FormOutcome = { ok: true; fatto?: Messaggio } | { ok: false; reason: Messaggio };

type Options<Input> = {
  input: z.ZodType<Input>;
  /** Fields whose text may be shown again after a refusal; never a PIN. */
  keep?: readonly string[];
  run: (input: Input) => Promise<FormOutcome>;
};

/**
 * The one way in for a form: parse, run, put the outcome into words. `run` proves the viewer itself
 * (lib/auth/session.ts); what it throws (a redirect, a surprise) passes through.
 */
export function formAction<Input>({ input, keep = [], run }: Options<Input>) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const t = await getTranslations();
    const fields = textFields(formData);
    const values = Object.fromEntries(keep.map((name) => [name, fields[name] ?? ""]));
    const parsed = input.safeParse(fields);
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
      if (!outcome.ok) return { formError: t(outcome.reason), values };
      return outcome.fatto ? { fatto: t(outcome.fatto) } : {};
    } catch (error) {
      if (!(error instanceof DatabaseNonDisponibile)) throw error;
      return { formError: t("errori.nonDisponibile.testo"), values };
    }
  };
}

/** The same for a form that shows nothing of what came of it: `run` redirects, also when it refuses. */
export function plainAction<Input>(
  options: Pick<Options<Input>, "input"> & { run: (input: Input) => Promise<never> },
) {
  return async (formData: FormData): Promise<void> => {
    const parsed = options.input.safeParse(textFields(formData));
    if (!parsed.success) return;
    try {
      await options.run(parsed.data);
    } catch (error) {
      if (error instanceof DatabaseNonDisponibile) markNonDisponibile();
      throw error;
    }
  };
}

function textFields(formData: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === "string" && !name.startsWith("$")) fields[name] = value.slice(0, 2_000);
  }
  return fields;
}
