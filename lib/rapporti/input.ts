import { z } from "zod";
import { STATI_RAPPORTO } from "@/db/schema/rapporti";

export { STATI_RAPPORTO };

/** The list's filters as they stand in the address; what makes no sense is no filter. */
export const filtroRapportiInput = z.object({
  stato: z.enum(STATI_RAPPORTO).nullable().catch(null).default(null),
  cerca: z.string().trim().max(100).catch("").default(""),
});
