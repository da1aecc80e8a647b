import { z } from "zod";
import { STATI_QUESITO } from "@/db/schema/quesiti";
import { giornoFacoltativo, testo } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";

export { STATI_QUESITO };

/** Who wrote it first: whoever looks, or somebody else. */
export const CHI = ["io", "altri"] as const;

const ISTANTE = /^(\d{4}-\d{2}-\d{2}) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}$/;

/** The last row of the page before: when something last happened in it (UTC, to the microsecond), and its id. */
const cursore = z
  .string()
  .max(100)
  .transform((text) => {
    const [istante = "", id] = text.split("_");
    const giorno = ISTANTE.exec(istante)?.[1] ?? "";
    return parseDataIso(giorno) && z.uuid().safeParse(id).success ? { istante, id: id as string } : null;
  });
export type Cursore = NonNullable<z.infer<typeof cursore>>;

export const encodeCursore = ({ istante, id }: Cursore) => `${istante}_${id}`;

/** The list's search, filters and place as they stand in the address; what makes no sense is left out. */
export const filtroQuesitiInput = z.object({
  cerca: testo(100).trim().catch("").default(""),
  rapporto: z
    .string()
    .regex(/^(\d{10}|nessuno)$/)
    .nullable()
    .catch(null)
    .default(null),
  categoria: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable()
    .catch(null)
    .default(null),
  stato: z.enum(STATI_QUESITO).nullable().catch(null).default(null),
  chi: z.enum(CHI).nullable().catch(null).default(null),
  dal: giornoFacoltativo,
  al: giornoFacoltativo,
  dopo: cursore.nullable().catch(null).default(null),
});
export type FiltroQuesiti = z.infer<typeof filtroQuesitiInput>;
