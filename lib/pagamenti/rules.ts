/**
 * What each contributo comes to, from its row, its versamenti and the day of today (contract, section 5).
 * "Paid in time" looks at the day on which the sum first reached the importo, not at the last versamento.
 */
import type { Contributo, Versamento } from "@/db/schema/pagamenti";
import type { Rapporto } from "@/db/schema/rapporti";
import { addYears, type DataIso } from "@/lib/dates";
import type { Cents } from "@/lib/money";

export const STATI_CONTRIBUTO = [
  "sospeso",
  "pagato",
  "pagato_in_ritardo",
  "pagato_in_parte",
  "in_scadenza",
  "scaduto",
] as const;
export type StatoContributo = (typeof STATI_CONTRIBUTO)[number];

export const TIPI_ANOMALIA = [
  "trimestre_non_pagato",
  "pagato_in_parte",
  "pagato_due_volte",
  "pagato_in_piu",
  "rapporto_sospeso_in_definizione",
] as const;

export const ANNI_DEI_PAGAMENTI = 5;

export type ChiaveContributo = Pick<Contributo, "rapporto" | "anno" | "trimestre" | "progressivo">;
export type RigaContributo = ChiaveContributo &
  Pick<Contributo, "importo" | "scadenza" | "codiceAvviso" | "sospensione">;
export type RigaVersamento = Pick<Versamento, "data" | "importo">;
export type RigaRapporto = Pick<Rapporto, "codice" | "stato">;

export type Esito = {
  stato: StatoContributo;
  pagato: Cents;
  /** Still due: zero unless in_scadenza, scaduto or pagato_in_parte. */
  residuo: Cents;
  eccedenza: Cents;
  /** The day on which the sum reached the importo; null unless pagato or pagato_in_ritardo, and with no importo. */
  saldatoIl: DataIso | null;
  ultimoVersamento: DataIso | null;
};

/** A contributo with what it comes to; C keeps whatever other columns the query read. */
export type Situazione<C extends RigaContributo = RigaContributo> = Esito & { contributo: C };

export type Totali = {
  pagatoCinqueAnni: Cents;
  daPagareScaduto: Cents;
  inScadenza: Cents;
  residuoTotale: Cents;
};

export type Anomalia<C extends RigaContributo = RigaContributo, R extends RigaRapporto = RigaRapporto> =
  | {
      tipo: Exclude<(typeof TIPI_ANOMALIA)[number], "rapporto_sospeso_in_definizione">;
      situazione: Situazione<C>;
    }
  | { tipo: "rapporto_sospeso_in_definizione"; rapporto: R };

export type AnnoPerTrimestri<C extends RigaContributo = RigaContributo> = {
  anno: number;
  trimestri: [Situazione<C>[], Situazione<C>[], Situazione<C>[], Situazione<C>[]];
};

export function situazioneContributo(
  contributo: RigaContributo,
  versamenti: readonly RigaVersamento[],
  oggi: DataIso,
): Esito {
  const { importo, scadenza, sospensione } = contributo;
  let pagato = 0;
  let reachedOn: DataIso | null = null;
  let ultimoVersamento: DataIso | null = null;
  for (const versamento of byData(versamenti)) {
    if (pagato < importo && pagato + versamento.importo >= importo) reachedOn = versamento.data;
    pagato += versamento.importo;
    ultimoVersamento = versamento.data;
  }

  const eccedenza = Math.max(0, pagato - importo);
  const closed = { pagato, residuo: 0, eccedenza, saldatoIl: null, ultimoVersamento };
  if (sospensione !== null) return { stato: "sospeso", ...closed };
  if (pagato >= importo) {
    // An importo of zero is reached before any versamento: pagato, and never late.
    const late = reachedOn !== null && reachedOn > scadenza;
    return { ...closed, stato: late ? "pagato_in_ritardo" : "pagato", saldatoIl: reachedOn };
  }

  const open = { ...closed, residuo: importo - pagato };
  if (pagato > 0) return { stato: "pagato_in_parte", ...open };
  return { stato: scadenza >= oggi ? "in_scadenza" : "scaduto", ...open };
}

/** In the order of the contributi. */
export function situazioni<C extends RigaContributo>(
  contributi: readonly C[],
  versamenti: readonly (ChiaveContributo & RigaVersamento)[],
  oggi: DataIso,
): Situazione<C>[] {
  const versamentiByChiave = new Map<string, RigaVersamento[]>();
  for (const versamento of versamenti) {
    const chiave = chiaveContributo(versamento);
    const group = versamentiByChiave.get(chiave);
    if (group) group.push(versamento);
    else versamentiByChiave.set(chiave, [versamento]);
  }

  return contributi.map((contributo) => ({
    contributo,
    ...situazioneContributo(contributo, versamentiByChiave.get(chiaveContributo(contributo)) ?? [], oggi),
  }));
}

/** As the archive writes it: `rapporto/anno/trimestre/progressivo`. */
export function chiaveContributo({ rapporto, anno, trimestre, progressivo }: ChiaveContributo): string {
  return `${rapporto}/${anno}/${trimestre}/${progressivo}`;
}

export function isNegliUltimiCinqueAnni(data: DataIso, oggi: DataIso): boolean {
  return data >= inizioCinqueAnni(oggi);
}

export function totali(
  situazioni: readonly Situazione[],
  versamenti: readonly RigaVersamento[],
  oggi: DataIso,
): Totali {
  const dal = inizioCinqueAnni(oggi);
  let pagatoCinqueAnni = 0;
  for (const versamento of versamenti) if (versamento.data >= dal) pagatoCinqueAnni += versamento.importo;

  let daPagareScaduto = 0;
  let inScadenza = 0;
  for (const { contributo, residuo } of situazioni) {
    if (contributo.scadenza < oggi) daPagareScaduto += residuo;
    else inScadenza += residuo;
  }
  return { pagatoCinqueAnni, daPagareScaduto, inScadenza, residuoTotale: daPagareScaduto + inScadenza };
}

/** The rows of the page and of `pagamenti.csv`: paid in the last five years or something still due, newest first. */
export function righePagamenti<C extends RigaContributo>(
  situazioni: readonly Situazione<C>[],
  oggi: DataIso,
): Situazione<C>[] {
  const dal = inizioCinqueAnni(oggi);
  return situazioni
    .filter(({ residuo, ultimoVersamento }) => residuo > 0 || (ultimoVersamento ?? "") >= dal)
    .sort((a, b) => newestFirst(a.contributo, b.contributo));
}

/** What is still due today or later, the first due date first. */
export function inArrivo<C extends RigaContributo>(
  situazioni: readonly Situazione<C>[],
  oggi: DataIso,
): Situazione<C>[] {
  return situazioni
    .filter(({ residuo, contributo }) => residuo > 0 && contributo.scadenza >= oggi)
    .sort((a, b) => compare(a.contributo.scadenza, b.contributo.scadenza));
}

/** What is not in order, what was not paid at all first, then as in TIPI_ANOMALIA. */
export function anomalie<C extends RigaContributo, R extends RigaRapporto>(
  situazioni: readonly Situazione<C>[],
  rapporti: readonly R[],
): Anomalia<C, R>[] {
  const found: Anomalia<C, R>[] = [];
  for (const situazione of situazioni) {
    if (situazione.stato === "scaduto") found.push({ tipo: "trimestre_non_pagato", situazione });
    if (situazione.stato === "pagato_in_parte") found.push({ tipo: "pagato_in_parte", situazione });
    if (situazione.eccedenza > 0) {
      found.push({ tipo: isPagatoDueVolte(situazione) ? "pagato_due_volte" : "pagato_in_piu", situazione });
    }
  }
  for (const rapporto of rapporti) {
    if (rapporto.stato === "sospeso_in_definizione") {
      found.push({ tipo: "rapporto_sospeso_in_definizione", rapporto });
    }
  }
  return found.sort((a, b) => TIPI_ANOMALIA.indexOf(a.tipo) - TIPI_ANOMALIA.indexOf(b.tipo));
}

/** The years that have a contributo, newest first; each quarter holds all the rapporti and notices it has. */
export function anniPerTrimestri<C extends RigaContributo>(
  situazioni: readonly Situazione<C>[],
): AnnoPerTrimestri<C>[] {
  const byAnno = new Map<number, AnnoPerTrimestri<C>>();
  for (const situazione of situazioni) {
    const { anno, trimestre } = situazione.contributo;
    let row = byAnno.get(anno);
    if (!row) {
      row = { anno, trimestri: [[], [], [], []] };
      byAnno.set(anno, row);
    }
    row.trimestri[trimestre - 1]?.push(situazione);
  }
  return [...byAnno.values()].sort((a, b) => b.anno - a.anno);
}

function inizioCinqueAnni(oggi: DataIso): DataIso {
  return addYears(oggi, -ANNI_DEI_PAGAMENTI);
}

// A cent too many is not the same as the whole notice paid again.
function isPagatoDueVolte({ contributo, eccedenza }: Situazione): boolean {
  return contributo.importo > 0 && eccedenza >= contributo.importo;
}

function byData(versamenti: readonly RigaVersamento[]): readonly RigaVersamento[] {
  if (versamenti.length < 2) return versamenti;
  return versamenti.toSorted((a, b) => compare(a.data, b.data));
}

function newestFirst(a: ChiaveContributo, b: ChiaveContributo): number {
  return (
    b.anno - a.anno ||
    b.trimestre - a.trimestre ||
    compare(a.rapporto, b.rapporto) ||
    a.progressivo - b.progressivo
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
