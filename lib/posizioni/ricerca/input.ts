import { z } from "zod";
import { riga } from "@/lib/campi";
import type { Messaggio } from "@/lib/messaggi";

const m = (key: Messaggio) => key;

/** Why somebody of a sede looks; the datore reads it. */
const motivo = riga(5, 300, m("sede.errori.motivo"));

export const cercaPosizioniInput = z.object({ cerca: riga(2, 100, m("sede.errori.cerca")), motivo });
export const apriPosizioneInput = z.object({ posizione: z.uuid(), motivo });
