import type { TipoProfilo } from "@/db/schema/utenti";

export type NuovoProfilo = { tipo: TipoProfilo; sede?: string; intermediario?: string; esperto?: boolean };
