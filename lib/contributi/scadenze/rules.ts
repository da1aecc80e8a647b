/**
 * Until when a quarter is paid: the 10th of the month after it; on termination, 10 days after the end.
 * A last day that is a Sunday or a national public holiday moves to the next working day; a Saturday does not
 * (INPS recalled it in 2019, and kept Sat 10-07-2021), unless the setting says so: some intermediaries hold otherwise.
 */
import { addDays, type DataIso, dayOfWeek } from "@/lib/dates";
import { festaOn } from "@/lib/giorni-lavorativi";

export const GIORNO_DI_SCADENZA = 10;
export const GIORNI_DALLA_CESSAZIONE = 10;

export type Trimestre = 1 | 2 | 3 | 4;
export type MotivoSpostamento = "sabato" | "domenica" | "festivo";
export type OpzioniScadenza = { sabatoSposta?: boolean };

export type Scadenza = {
  /** The day the norm names. */
  nominale: DataIso;
  /** The last day on which one is in time. */
  scadenza: DataIso;
  /** Why the nominal day does not hold; null: it does. */
  motivo: MotivoSpostamento | null;
  /** The Italian name of the holiday, when that is why. */
  festa: string | null;
};

export type ScadenzaTrimestre = Scadenza & { anno: number; trimestre: Trimestre };

const SABATO = 6;
const DOMENICA = 7;

export function scadenzaTrimestre(
  anno: number,
  trimestre: Trimestre,
  opzioni: OpzioniScadenza = {},
): ScadenzaTrimestre {
  const month = trimestre === 4 ? 1 : trimestre * 3 + 1;
  const year = trimestre === 4 ? anno + 1 : anno;
  const nominale = `${year}-${String(month).padStart(2, "0")}-${GIORNO_DI_SCADENZA}`;
  return { anno, trimestre, ...moveToWorkingDay(nominale, opzioni) };
}

export function scadenzaCessazione(dataFine: DataIso, opzioni: OpzioniScadenza = {}): Scadenza {
  return moveToWorkingDay(addDays(dataFine, GIORNI_DALLA_CESSAZIONE), opzioni);
}

/** The four that fall in the year, in order: the first closes the last quarter of the year before. */
export function scadenzeAnno(anno: number, opzioni: OpzioniScadenza = {}): ScadenzaTrimestre[] {
  return [
    scadenzaTrimestre(anno - 1, 4, opzioni),
    scadenzaTrimestre(anno, 1, opzioni),
    scadenzaTrimestre(anno, 2, opzioni),
    scadenzaTrimestre(anno, 3, opzioni),
  ];
}

function moveToWorkingDay(nominale: DataIso, opzioni: OpzioniScadenza): Scadenza {
  let scadenza = nominale;
  while (whyNotWorkingDay(scadenza, opzioni) !== null) scadenza = addDays(scadenza, 1);

  const motivo = whyNotWorkingDay(nominale, opzioni);
  return { nominale, scadenza, motivo, festa: motivo === "festivo" ? (festaOn(nominale) ?? null) : null };
}

function whyNotWorkingDay(
  data: DataIso,
  { sabatoSposta = false }: OpzioniScadenza,
): MotivoSpostamento | null {
  const day = dayOfWeek(data);
  if (day === DOMENICA) return "domenica";
  if (festaOn(data) !== undefined) return "festivo";
  return sabatoSposta && day === SABATO ? "sabato" : null;
}
