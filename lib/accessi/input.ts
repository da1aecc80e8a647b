import { z } from "zod";

/** The cursore of the last row of the page before, as it stands in the address: instant, source, id. */
export const paginaRegistro = z
  .string()
  .regex(/^\d{1,16}-\d-\d{1,15}$/)
  .nullable()
  .catch(null)
  .default(null);

/** Whose visits and acts, and from which one on; what makes no sense is no filter. */
export const filtroAccessiInput = z.object({
  persona: z.uuid().nullable().catch(null).default(null),
  prima: paginaRegistro,
});
