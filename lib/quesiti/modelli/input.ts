import { z } from "zod";
import { riga, righe } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

export const nuovoModelloInput = z.object({
  titolo: riga(3, 80, m("sede.errori.titoloModello")),
  testo: righe(3, 4_000, m("sede.errori.testoModello")),
});

/** The form of one modello: its button says whether it is kept, changed, or thrown away, whatever its fields say. */
export const modelloInput = z.discriminatedUnion("cosa", [
  nuovoModelloInput.extend({ cosa: z.literal("salva"), modello: z.uuid() }),
  z.object({ cosa: z.literal("elimina"), modello: z.uuid() }),
]);

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoModelloInput = z
  .enum(["creato", "cambiato", "eliminato"])
  .nullable()
  .catch(null)
  .default(null);
