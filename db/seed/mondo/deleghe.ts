import { comuneOf, inComune } from "@/lib/archivi/generazione/luoghi/rules";
import { composePartitaIva } from "@/lib/archivi/generazione/persone/rules";
import type { RigaCsv, Righe } from "@/lib/archivi/generazione/types";
import { addDays } from "@/lib/dates";
import { anna, bruno, carla, dario, leo } from "./persone";
import { OGGI } from "./rapporti";

export const STUDIO_CARLA = "I00001";
export const STUDIO_LEO = "I00002";
export const DELEGANTI_CARLA = 40;
export const DELEGANTI_LEO = 3;

export const STUDI: readonly RigaCsv[] = [
  {
    codice: STUDIO_CARLA,
    denominazione: `Studio ${carla.cognome}`,
    tipo: "consulente_del_lavoro",
    codice_fiscale: composePartitaIva("9000000001"),
    indirizzo: "Corso Vittorio Emanuele II 90",
    ...inComune(comuneOf("Roma")),
    telefono: "000 0000103",
    pec: "studio.moretti@pec.example",
  },
  {
    codice: STUDIO_LEO,
    denominazione: `Studio ${leo.cognome}`,
    tipo: "commercialista",
    codice_fiscale: composePartitaIva("9000000002"),
    indirizzo: "Via 25 Aprile 66",
    ...inComune(comuneOf("Torino")),
    telefono: "000 0000110",
    pec: "studio.fontana@pec.example",
  },
];

const delega = (numero: number, datore: string, resto: RigaCsv): RigaCsv => ({
  identificativo: `D2026${String(numero).padStart(6, "0")}`,
  datore,
  stato: "attiva",
  ...resto,
});

/** Anna's to her nephew Bruno; Dario's, that he took back; the clients of the two studi. */
export function delegheOf(clienti: readonly Righe[]): RigaCsv[] {
  const personali = [
    delega(1, anna.codice_fiscale ?? "", {
      tipo: "personale",
      delegato: bruno.codice_fiscale ?? "",
      data_inizio: "2024-03-01",
    }),
    delega(2, dario.codice_fiscale ?? "", {
      tipo: "professionale",
      delegato: STUDIO_CARLA,
      data_inizio: "2024-01-15",
      data_fine: "2026-09-30",
      stato: "revocata",
    }),
  ];
  const professionali = clienti.map(({ datori }, index) =>
    delega(10 + index, datori[0]?.codice_fiscale ?? "", {
      tipo: "professionale",
      delegato: index < DELEGANTI_CARLA ? STUDIO_CARLA : STUDIO_LEO,
      data_inizio: addDays(OGGI, -(40 + index * 23)),
    }),
  );
  return [...personali, ...professionali];
}
