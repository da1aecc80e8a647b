import { z } from "zod";
import { type DataIso, parseDataIso } from "@/lib/dates";
import { VISTE_AGENDA } from "./rules";

/** In the address for everybody's agenda; without it an esperto sees their own first. */
export const TUTTI = "tutti";

/** The years in which an agenda can be leafed through: no calendar of holidays is asked for the year 9999. */
const giornoSensato = (testo: string): DataIso | null => {
  const data = parseDataIso(testo);
  return data !== null && data >= "2020-01-01" && data <= "2099-12-31" ? data : null;
};

/** What of an agenda is to be seen, as the address says it; what it says wrongly it does not say. */
export const agendaInput = z.object({
  esperto: z
    .union([z.uuid(), z.literal(TUTTI)])
    .nullable()
    .catch(null)
    .default(null),
  vista: z.enum(VISTE_AGENDA).catch("settimana").default("settimana"),
  data: z
    .string()
    .nullable()
    .catch(null)
    .default(null)
    .transform((testo) => (testo === null ? null : giornoSensato(testo))),
});
