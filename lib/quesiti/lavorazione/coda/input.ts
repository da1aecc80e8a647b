import { z } from "zod";
import { STATI_QUESITO } from "@/db/schema/quesiti";
import { testo } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";
import { VISTE } from "./rules";

export { STATI_QUESITO };

/** The last row of the page before: its deadline and id. */
const cursore = z.tuple([testo(10).refine((data) => parseDataIso(data) !== null), z.uuid()]);
export type Cursore = z.infer<typeof cursore>;

/** The queue's list, search, filters and place as they stand in the address; what makes no sense is left out. */
export const codaInput = z.object({
  vista: z.enum(VISTE).catch("da_assegnare").default("da_assegnare"),
  cerca: testo(100).trim().catch("").default(""),
  categoria: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable()
    .catch(null)
    .default(null),
  stato: z.enum(STATI_QUESITO).nullable().catch(null).default(null),
  collega: z.uuid().nullable().catch(null).default(null),
  dopo: z
    .string()
    .max(200)
    .transform((text) => cursore.safeParse(text.split("_")).data ?? null)
    .nullable()
    .catch(null)
    .default(null),
});
export type FiltroCoda = z.infer<typeof codaInput>;

export const encodeCursore = ([termine, id]: Cursore) => `${termine}_${id}`;
