import { z } from "zod";
import { codiceFiscale, testo } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;
const codicePersona = codiceFiscale(m("deleghe.errori.codicePersona"));

/**
 * Who acted, as it stands in the address. `di` is null when nobody is asked about, and undefined when what was typed is
 * no codice fiscale.
 */
export const cercaRegistroInput = z
  .object({ cerca: testo(100).trim().catch("").default("") })
  .transform(({ cerca }) => ({ cerca, di: cerca === "" ? null : codicePersona.safeParse(cerca).data }));
