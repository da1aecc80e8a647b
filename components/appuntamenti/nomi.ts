import { formatIstante } from "@/lib/dates";

/** `Giovedì 8 ottobre 2026, 9:00`, to begin a line with. */
export function formatQuando(inizioAt: Date): string {
  const testo = formatIstante(inizioAt, "esteso");
  return testo.charAt(0).toUpperCase() + testo.slice(1);
}

export const minutiFra = (inizioAt: Date, fineAt: Date): number =>
  Math.round((fineAt.getTime() - inizioAt.getTime()) / 60_000);
