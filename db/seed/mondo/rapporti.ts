import { comuneOf, inComune } from "@/lib/archivi/generazione/luoghi/rules";
import { inventPagamenti, type Numeratore, type Vicenda } from "@/lib/archivi/generazione/pagamenti/rules";
import { sorteOf } from "@/lib/archivi/generazione/sorte/rules";
import type { RigaCsv, Righe } from "@/lib/archivi/generazione/types";
import { anna, dario, fatima, grace, hans, leo, maria, olena, stefania } from "./persone";

export const OGGI = "2026-11-23";
export const SEME = 2026;

/** What became of a quarter, as `anno/trimestre`; the others were paid in time. */
type Vicende = Readonly<Record<string, Vicenda>>;
type Scenario = { rapporto: RigaCsv; vicende: Vicende };

function rapporto(
  codice: string,
  datore: RigaCsv,
  lavoratore: RigaCsv,
  sede: string,
  altro: RigaCsv,
): RigaCsv {
  return {
    codice,
    datore: datore.codice_fiscale ?? "",
    lavoratore: lavoratore.codice_fiscale ?? "",
    stato: "attivo",
    tipo_contratto: "indeterminato",
    convivente: "no",
    cuaf: "si",
    indirizzo: datore.indirizzo ?? "",
    ...inComune(comuneOf(datore.comune ?? "")),
    sede,
    ...altro,
  };
}

/** Not due yet on OGGI, and nobody has paid. */
const DA_PAGARE: Vicende = { "2026/4": "non_pagato" };

export const SCENARI: readonly Scenario[] = [
  {
    rapporto: rapporto("7002600001", anna, maria, "100000", {
      data_inizio: "2022-03-03",
      mansione: "colf",
      livello: "B",
      ore_settimanali: "12",
      retribuzione_oraria: "9.20",
    }),
    vicende: {
      ...DA_PAGARE,
      "2026/2": "non_pagato",
      "2025/2": "pagato_in_ritardo",
      "2024/4": "pagato_in_parte",
      "2024/3": "aspettativa",
    },
  },
  {
    rapporto: rapporto("7002600002", anna, olena, "100000", {
      stato: "cessato",
      data_inizio: "2019-01-10",
      data_fine: "2021-06-30",
      motivo_cessazione: "dimissioni",
      mansione: "badante",
      livello: "CS",
      convivente: "si",
      ore_settimanali: "54",
      retribuzione_oraria: "7.40",
    }),
    vicende: {},
  },
  {
    rapporto: rapporto("7002600003", dario, grace, "100000", {
      data_inizio: "2023-09-04",
      mansione: "colf",
      livello: "BS",
      ore_settimanali: "16",
      retribuzione_oraria: "10.10",
    }),
    vicende: { ...DA_PAGARE, "2025/1": "pagato_in_due" },
  },
  {
    // Everything paid, the quarter still running included.
    rapporto: rapporto("7002600004", hans, stefania, "140000", {
      data_inizio: "2020-02-03",
      mansione: "badante",
      livello: "CS",
      convivente: "si",
      ore_settimanali: "54",
      retribuzione_oraria: "8.10",
    }),
    vicende: {},
  },
  {
    rapporto: rapporto("7002600005", leo, fatima, "130000", {
      tipo_contratto: "determinato",
      data_inizio: "2024-09-02",
      data_termine: "2027-08-31",
      mansione: "baby_sitter",
      livello: "BS",
      ore_settimanali: "20",
      retribuzione_oraria: "10.40",
    }),
    vicende: { ...DA_PAGARE, "2025/3": "malattia_infortunio", "2026/1": "pagato_due_volte" },
  },
];

export function pagamentiOf(numeri: Numeratore): Pick<Righe, "contributi" | "versamenti"> {
  const all = SCENARI.map(({ rapporto: riga, vicende }, index) =>
    inventPagamenti({
      rapporto: riga,
      dal: riga.data_inizio ?? OGGI,
      oggi: OGGI,
      cassacolf: true,
      numeri,
      sorte: sorteOf(SEME, 100 + index),
      vicendaOf: ({ anno, trimestre }) => vicende[`${anno}/${trimestre}`] ?? "pagato",
    }),
  );
  return {
    contributi: all.flatMap(({ contributi }) => contributi),
    versamenti: all.flatMap(({ versamenti }) => versamenti),
  };
}
