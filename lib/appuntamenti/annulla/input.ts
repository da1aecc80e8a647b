import { z } from "zod";
import { righe } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";
import { numeroInput } from "../elenco/input";

export const MOTIVO_MASSIMO = 500;
const troppoLungo: Messaggio = "appuntamenti.annulla.lungo";

export const annullaInput = z.object({
  posizione: z.string(),
  appuntamento: z.uuid(),
  numero: numeroInput,
  motivo: righe(0, MOTIVO_MASSIMO, troppoLungo),
});
