/** What is owed and what was paid for a rapporto, quarter after quarter, at the rates of each year. */
import { scadenzaCessazione } from "@/lib/contributi/scadenze/rules";
import { ORE_SETTIMANALI_DELLE_FASCE, tabellaContributi } from "@/lib/contributi/tabelle/rules";
import { addDays, type DataIso } from "@/lib/dates";
import { type Periodo, periodiBetween, settimaneWorked } from "../calendario/rules";
import type { Sorte } from "../sorte/rules";
import type { RigaCsv, Righe } from "../types";

/** What became of one quarter. */
export type Vicenda =
  | "pagato"
  | "pagato_in_due"
  | "pagato_in_ritardo"
  | "pagato_in_parte"
  | "pagato_due_volte"
  | "non_pagato"
  | "maternita"
  | "aspettativa"
  | "malattia_infortunio";

/** Numbers for notices and payments, in the order in which they are given. */
export type Numeratore = { avviso: () => string; versamento: () => string };

type Options = {
  rapporto: RigaCsv;
  /** No quarter before this day. */
  dal: DataIso;
  oggi: DataIso;
  cassacolf: boolean;
  numeri: Numeratore;
  sorte: Sorte;
  vicendaOf: (periodo: Periodo, scadenza: DataIso) => Vicenda;
};

const CASSACOLF_ORARIA = 6; // cents, since 2021: 0,04 the datore and 0,02 the lavoratore
const CANALI = { pagopa: 50, pagopa_app_io: 25, banca: 25 } as const;

export function inventPagamenti({
  rapporto,
  dal,
  oggi,
  ...options
}: Options): Pick<Righe, "contributi" | "versamenti"> {
  const inizio = rapporto.data_inizio ?? "";
  const fine = rapporto.data_fine || null;
  const righe: Pick<Righe, "contributi" | "versamenti"> = { contributi: [], versamenti: [] };
  if (fine && fine < dal) return righe;
  for (const periodo of periodiBetween(inizio > dal ? inizio : dal, fine ?? oggi)) {
    const settimane = settimaneWorked(periodo, inizio, fine);
    if (settimane === 0) continue;
    const scadenza = fine && fine <= periodo.al ? scadenzaCessazione(fine).scadenza : periodo.scadenza;
    const vicenda = options.vicendaOf(periodo, scadenza);
    const contributo = contributoOf({ ...options, rapporto, periodo, settimane, scadenza, vicenda });
    righe.contributi.push(contributo);
    righe.versamenti.push(...versamentiOf(contributo, vicenda, { oggi, ...options }));
  }
  return righe;
}

type Dovuto = Pick<Options, "rapporto" | "cassacolf" | "numeri"> & {
  periodo: Periodo;
  settimane: number;
  scadenza: DataIso;
  vicenda: Vicenda;
};

function contributoOf({
  rapporto,
  periodo,
  settimane,
  scadenza,
  vicenda,
  cassacolf,
  numeri,
}: Dovuto): RigaCsv {
  const sospeso = vicenda === "maternita" || vicenda === "aspettativa" || vicenda === "malattia_infortunio";
  const ore = sospeso ? 0 : settimane * Number(rapporto.ore_settimanali);
  const { oraria, quota } = hourlyAmounts(rapporto, periodo.anno);
  const cassa = cassacolf ? Math.round(ore * CASSACOLF_ORARIA) : 0;
  return {
    rapporto: rapporto.codice ?? "",
    anno: String(periodo.anno),
    trimestre: String(periodo.trimestre),
    progressivo: "1",
    settimane: String(settimane),
    ore: String(ore),
    importo: euro(Math.round(ore * oraria) + cassa),
    quota_lavoratore: euro(Math.round(ore * quota)),
    cassacolf: euro(cassa),
    scadenza,
    codice_avviso: sospeso ? "" : numeri.avviso(),
    sospensione: sospeso ? vicenda : "",
  };
}

function hourlyAmounts(rapporto: RigaCsv, anno: number): { oraria: number; quota: number } {
  const fasce = nearestTable(anno).fasce;
  const paga = Math.round(Number(rapporto.retribuzione_oraria) * 100);
  const flat = Number(rapporto.ore_settimanali) > ORE_SETTIMANALI_DELLE_FASCE;
  const fascia = fasce.find(({ tipo, finoA }) =>
    flat ? tipo === "oltre_24_ore" : tipo === "retribuzione" && (finoA === null || paga <= finoA),
  );
  if (!fascia) throw new Error(`no fascia for ${paga} in ${anno}`);
  const { importi } = fascia;
  const cuaf = rapporto.cuaf === "si";
  const determinato = cuaf ? importi.determinatoConCuaf : importi.determinatoSenzaCuaf;
  const indeterminato = cuaf ? importi.indeterminatoConCuaf : importi.indeterminatoSenzaCuaf;
  const oraria = rapporto.tipo_contratto === "determinato" ? determinato : indeterminato;
  return { oraria, quota: fascia.quotaLavoratore };
}

/** Beyond the published tables the nearest one serves: an archive can be made for any day. */
function nearestTable(anno: number) {
  const table = tabellaContributi(Math.min(Math.max(anno, 2018), 2026));
  if (!table) throw new Error(`no table for ${anno}`);
  return table;
}

type Pagamento = Pick<Options, "oggi" | "numeri" | "sorte">;

function versamentiOf(contributo: RigaCsv, vicenda: Vicenda, { oggi, numeri, sorte }: Pagamento): RigaCsv[] {
  const scadenza = contributo.scadenza ?? "";
  const importo = Math.round(Number(contributo.importo) * 100);
  const intime = () => addDays(scadenza, -sorte.intero(0, 9));
  const late = () => addDays(scadenza, sorte.intero(5, 200));
  const half = Math.floor(importo / 2);
  const paid = (): [DataIso, number][] => {
    switch (vicenda) {
      case "pagato":
        return [[intime(), importo]];
      case "pagato_in_due":
        return [
          [intime(), half],
          [addDays(scadenza, sorte.intero(1, 40)), importo - half],
        ];
      case "pagato_in_ritardo":
        return [[late(), importo]];
      case "pagato_in_parte":
        return [[intime(), half]];
      case "pagato_due_volte":
        return [
          [intime(), importo],
          [addDays(scadenza, sorte.intero(1, 30)), importo],
        ];
      default:
        return [];
    }
  };
  return (
    paid()
      // Nobody has paid tomorrow: who pays before the window opens has paid some days ago.
      .map(([data, cents]) => [data > oggi ? addDays(oggi, -sorte.intero(0, 14)) : data, cents] as const)
      .map(([data, cents]) => ({
        identificativo: numeri.versamento(),
        rapporto: contributo.rapporto ?? "",
        anno: contributo.anno ?? "",
        trimestre: contributo.trimestre ?? "",
        progressivo: contributo.progressivo ?? "",
        data,
        importo: euro(cents),
        canale: sorte.pesato(CANALI),
        codice_avviso: contributo.codice_avviso ?? "",
      }))
  );
}

/** 18 digits: aux digit, segregation code, 13 of body, the remainder of the first sixteen by 93 (pagoPA, SACI). */
export function composeAvviso(body: number): string {
  const sixteen = `301${String(body).padStart(13, "0")}`;
  return `${sixteen}${String(Number(BigInt(sixteen) % 93n)).padStart(2, "0")}`;
}

export const euro = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
