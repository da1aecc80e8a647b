import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { OrarioOfferto, Vista } from "@/lib/appuntamenti/giorni/rules";

export type SedeScelta = { codice: string; denominazione: string };

/** What a page lets somebody choose a time from. */
export type Scelta = {
  vista: Vista;
  /** The earliest of all. */
  prossimi: OrarioOfferto[];
  sedi: SedeScelta[];
  modo: ModoAppuntamento;
  /** Null: at all of them. */
  sede: string | null;
  /** What whoever looks holds already: shown as theirs. */
  tenuto?: { sede: string; inizio: number };
  /** Where the lists and the filter lead, and what else stands in that address. */
  qui: string;
  fissi: Record<string, string>;
  /** Takes a time: with these fields, and the `orario` whose button was pressed. */
  azione: (formData: FormData) => Promise<void>;
  campi: Record<string, string>;
};

/** The same list, opened at that day. */
export function indirizzoGiorno(
  { qui, fissi, modo, sede }: Pick<Scelta, "qui" | "fissi" | "modo" | "sede">,
  giorno: string,
): string {
  const query = new URLSearchParams({ ...fissi, modo, ...(sede && { sede }), giorno });
  return `${qui}?${query}#giorno`;
}
