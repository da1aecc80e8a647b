import { z } from "zod";
import { STATI_APPUNTAMENTO } from "@/db/schema/appuntamenti";
import { giornoFacoltativo } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";

export { STATI_APPUNTAMENTO };

/** Who booked: whoever looks, or somebody else. */
export const CHI = ["io", "altri"] as const;

/** What people say on the phone, as it stands in an address. */
export const numeroInput = z.string().regex(/^[0-9A-F]{4}-[0-9A-F]{4}$/);

/** What was just done, as the address says it; anything else is nothing. */
export const fattoInput = z.enum(["confermato", "spostato", "annullato"]).nullable().catch(null);

const CURSORE =
  /^([fp])_(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The last row of the page before: whether it was over, when it began (UTC, to the microsecond), and its id. */
const cursore = z.string().transform((text) => {
  const [, fase, giorno = "", ora, id = ""] = CURSORE.exec(text) ?? [];
  return parseDataIso(giorno) ? { passato: fase === "p", istante: `${giorno} ${ora}`, id } : null;
});
export type Cursore = NonNullable<z.infer<typeof cursore>>;

export const encodeCursore = ({ passato, istante, id }: Cursore) => `${passato ? "p" : "f"}_${istante}_${id}`;

/** The list's filters and place as they stand in the address; what makes no sense is left out. */
export const filtroAppuntamentiInput = z.object({
  rapporto: z
    .string()
    .regex(/^(\d{10}|nessuno)$/)
    .nullable()
    .catch(null)
    .default(null),
  stato: z.enum(STATI_APPUNTAMENTO).nullable().catch(null).default(null),
  chi: z.enum(CHI).nullable().catch(null).default(null),
  dal: giornoFacoltativo,
  al: giornoFacoltativo,
  dopo: cursore.nullable().catch(null).default(null),
});
export type FiltroAppuntamenti = z.infer<typeof filtroAppuntamentiInput>;
