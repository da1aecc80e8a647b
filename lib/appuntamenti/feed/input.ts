import { z } from "zod";

export const calendarioInput = z.object({ cosa: z.enum(["rinnova", "elimina"]) });

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoCalendarioInput = z.enum(["eliminato"]).nullable().catch(null).default(null);
