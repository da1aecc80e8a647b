import { z } from "zod";
import { riga } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

/** All that one person has in hand goes to another. */
export const riassegnaInput = z
  .object({
    da: z.uuid(m("sede.errori.collega")),
    a: z.uuid(m("sede.errori.collega")),
    motivo: riga(5, 300, m("sede.errori.motivo")),
  })
  .refine(({ da, a }) => da !== a, { path: ["a"], message: m("sede.errori.stessaPersona") });

/** The categoria whose months are shown, as it stands in the address. */
export const categoriaInput = z
  .string()
  .regex(/^[a-z_]{1,40}$/)
  .nullable()
  .catch(null)
  .default(null);
