import { z } from "zod";

/** A tick box that is not ticked is not sent. */
export const avvisiInput = z.object({
  posizione: z.string(),
  avvisa: z
    .string()
    .optional()
    .transform((value) => value === "si"),
});
