import { z } from "zod";

/** For which reason the first free times are shown; anything else: the first one. */
export const motivoScelto = z
  .string()
  .regex(/^[a-z][a-z_]{1,39}$/)
  .nullable()
  .catch(null)
  .default(null);
