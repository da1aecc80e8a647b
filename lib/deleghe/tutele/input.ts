import { z } from "zod";
import { codiceFiscale, testo } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

/**
 * Whose tutele, and from which one on, as it stands in the address. `trova` is null when nothing is searched for, and
 * undefined when what was typed is no codice fiscale.
 */
export const cercaTuteleInput = z
  .object({
    cerca: testo(100).trim().catch("").default(""),
    dopo: z.uuid().nullable().catch(null).default(null),
  })
  .transform(({ cerca, dopo }) => ({
    cerca,
    dopo,
    trova: cerca === "" ? null : codiceFiscale(m("deleghe.errori.codicePersona")).safeParse(cerca).data,
  }));
