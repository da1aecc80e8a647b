/** Quarters as contributions count them: weeks run from Sunday to Saturday, and belong where their Saturday falls. */
import { scadenzaTrimestre, type Trimestre } from "@/lib/contributi/scadenze/rules";
import { addDays, type DataIso, dayOfWeek } from "@/lib/dates";

export type Periodo = { anno: number; trimestre: Trimestre; dal: DataIso; al: DataIso; scadenza: DataIso };

const SABATO = 6;
const FINI = ["03-31", "06-30", "09-30", "12-31"] as const;
const INIZI = ["01-01", "04-01", "07-01", "10-01"] as const;
const known = new Map<number, Periodo>();

export function periodoOf(anno: number, trimestre: Trimestre): Periodo {
  const key = anno * 4 + trimestre;
  const found = known.get(key);
  if (found) return found;
  const { scadenza } = scadenzaTrimestre(anno, trimestre);
  const [dal, al] = [`${anno}-${INIZI[trimestre - 1]}`, `${anno}-${FINI[trimestre - 1]}`];
  const periodo = { anno, trimestre, dal, al, scadenza };
  known.set(key, periodo);
  return periodo;
}

export const trimestreOf = (data: DataIso) => Math.ceil(Number(data.slice(5, 7)) / 3) as Trimestre;

/** The quarters that two dates touch, first and last included. */
export function periodiBetween(dal: DataIso, al: DataIso): Periodo[] {
  const periodi: Periodo[] = [];
  let periodo = periodoOf(Number(dal.slice(0, 4)), trimestreOf(dal));
  while (periodo.dal <= al) {
    periodi.push(periodo);
    periodo = nextOf(periodo);
  }
  return periodi;
}

/** The Saturdays of the quarter in which there was work; the week of the last day counts whole. */
export function settimaneWorked({ dal, al }: Periodo, inizio: DataIso, fine: DataIso | null): number {
  const from = inizio > dal ? inizio : dal;
  const until = fine && fine < al ? fine : al;
  const lastDay = fine && fine < al ? addDays(until, (SABATO - dayOfWeek(until) + 7) % 7) : until;
  const first = daysFrom(from) + ((SABATO - dayOfWeek(from) + 7) % 7);
  const last = daysFrom(lastDay <= al ? lastDay : al);
  return last < first ? 0 : Math.floor((last - first) / 7) + 1;
}

const nextOf = ({ anno, trimestre }: Periodo) =>
  trimestre === 4 ? periodoOf(anno + 1, 1) : periodoOf(anno, (trimestre + 1) as Trimestre);

const daysFrom = (data: DataIso) =>
  Date.UTC(+data.slice(0, 4), +data.slice(5, 7) - 1, +data.slice(8, 10)) / 86_400_000;
