import { addDays, addYears, type DataIso } from "@/lib/dates";
import type { Periodo } from "../calendario/rules";
import { type Comune, inComune, inventIndirizzo } from "../luoghi/rules";
import { euro, type Vicenda } from "../pagamenti/rules";
import type { Sorte } from "../sorte/rules";
import type { RigaCsv } from "../types";

const ANNI = 9;
const ORE = ["4", "6", "8", "10", "12", "16", "20", "24", "25", "30", "40", "54"] as const;
const LIVELLI = ["A", "AS", "B", "BS", "C", "CS", "D", "DS"] as const;
const MOTIVI = [
  "dimissioni",
  "licenziamento",
  "risoluzione_consensuale",
  "mancato_superamento_prova",
  "decesso_datore",
] as const;

type Parti = {
  codice: string;
  datore: string;
  lavoratore: string;
  comune: Comune;
  sede: string;
  oggi: DataIso;
};

export function inventRapporto(
  sorte: Sorte,
  { codice, datore, lavoratore, comune, sede, oggi }: Parti,
): RigaCsv {
  const stato = sorte.pesato({ attivo: 65, cessato: 32.5, sospeso_in_definizione: 1.8, annullato: 0.7 });
  const dataInizio = addDays(oggi, -sorte.intero(10, stato === "annullato" ? 300 : ANNI * 365));
  const determinato = sorte.capita(0.12);
  const ore = sorte.uno(ORE);
  const livein = Number(ore) > 24;
  return {
    codice,
    datore,
    lavoratore,
    stato,
    data_inizio: dataInizio,
    ...(stato === "cessato" ? inventFine(sorte, dataInizio, oggi) : {}),
    tipo_contratto: determinato ? "determinato" : "indeterminato",
    data_termine: determinato ? addDays(addYears(dataInizio, sorte.intero(1, 3)), -1) : "",
    mansione: sorte.uno(["colf", "badante", "baby_sitter"]),
    livello: sorte.uno(LIVELLI),
    convivente: livein && sorte.capita(0.33) ? "si" : "no",
    ore_settimanali: ore,
    retribuzione_oraria: euro(sorte.intero(620, 1_380)),
    cuaf: sorte.capita(0.955) ? "si" : "no",
    indirizzo: inventIndirizzo(sorte),
    ...inComune(comune),
    sede,
  };
}

function inventFine(sorte: Sorte, dataInizio: DataIso, oggi: DataIso) {
  const fine = addDays(dataInizio, sorte.intero(20, 1_800));
  const dataFine = fine < oggi ? fine : addDays(oggi, -1);
  return { data_fine: dataFine < dataInizio ? dataInizio : dataFine, motivo_cessazione: sorte.uno(MOTIVI) };
}

/** What usually becomes of a quarter: most are paid in time, a few in every other way. */
export function inventVicenda(sorte: Sorte, oggi: DataIso): (periodo: Periodo, scadenza: DataIso) => Vicenda {
  return (_, scadenza) => {
    const drawn: Vicenda = sorte.pesato({
      pagato: 87.7,
      pagato_in_due: 1,
      pagato_in_ritardo: 3.8,
      pagato_in_parte: 1.9,
      pagato_due_volte: 0.5,
      non_pagato: 3.2,
      maternita: 0.7,
      aspettativa: 0.6,
      malattia_infortunio: 0.6,
    });
    if (scadenza < oggi) return drawn;
    // Not due yet: few have paid already.
    return drawn === "pagato" && sorte.capita(0.98)
      ? "non_pagato"
      : drawn.startsWith("pagato")
        ? "pagato"
        : drawn;
  };
}
