import { TUTTI } from "@/lib/appuntamenti/agenda/input";
import type { VistaAgenda } from "@/lib/appuntamenti/agenda/rules";
import type { DataIso } from "@/lib/dates";

export type SceltaAgenda = { esperto: string | null; vista: VistaAgenda; data: DataIso };

export function indirizzoAgenda({ esperto, vista, data }: SceltaAgenda): string {
  return `/sede/agenda?${new URLSearchParams({ esperto: esperto ?? TUTTI, vista, data })}`;
}
