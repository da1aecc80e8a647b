import { z } from "zod";

/** What was just done with the reminders, as the address says it after the redirect. */
export const fattoPromemoriaInput = z.enum(["attivo", "spento"]).nullable().catch(null).default(null);

/** A tick box that is not ticked is not sent. */
export const avvisiInput = z.object({
  posizione: z.string(),
  avvisa: z
    .string()
    .optional()
    .transform((value) => value === "si"),
});
