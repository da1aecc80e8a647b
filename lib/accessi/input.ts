import { z } from "zod";
import { pagina } from "@/lib/campi";

/** Whose visits, and from which one on; what makes no sense is no filter. */
export const filtroAccessiInput = z.object({
  persona: z.uuid().nullable().catch(null).default(null),
  prima: pagina.default(null),
});
