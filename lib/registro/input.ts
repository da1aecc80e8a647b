import { z } from "zod";
import { codiceFiscale, testo } from "@/lib/campi";

/**
 * Who acted, as it stands in the address. `di` is null when nobody is asked about, and undefined when what was typed is
 * no codice fiscale.
 */
export const cercaRegistroInput = z
  .object({ cerca: testo(100).trim().catch("").default("") })
  .transform(({ cerca }) => ({ cerca, di: cerca === "" ? null : codiceFiscale.safeParse(cerca).data }));
