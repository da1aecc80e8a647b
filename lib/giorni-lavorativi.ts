import Holidays from "date-holidays";
import { addDays, type DataIso, dayOfWeek } from "./dates";

// The calendar of the whole world is slow to wake: once, when first asked, and each year once.
let calendario: Holidays | undefined;
const festePerAnno = new Map<string, Map<DataIso, string>>();

/** The Italian name of the national public holiday on that day. */
export function festaOn(data: DataIso): string | undefined {
  const anno = data.slice(0, 4);
  let feste = festePerAnno.get(anno);
  if (!feste) {
    calendario ??= new Holidays("IT", { types: ["public"], languages: ["it"] });
    feste = new Map(calendario.getHolidays(Number(anno)).map(({ date, name }) => [date.slice(0, 10), name]));
    festePerAnno.set(anno, feste);
  }
  return feste.get(data);
}

/** A day on which the sedi work: Monday to Friday, no national holiday. */
export const isGiornoLavorativo = (data: DataIso): boolean =>
  dayOfWeek(data) <= 5 && festaOn(data) === undefined;

/** That day, or the first after it on which the sedi work. */
export function giornoLavorativoDa(data: DataIso): DataIso {
  let giorno = data;
  while (!isGiornoLavorativo(giorno)) giorno = addDays(giorno, 1);
  return giorno;
}

/** How many working days there are after `da`, up to and with `a`; negative when `a` is past. */
export function giorniLavorativiFra(da: DataIso, a: DataIso): number {
  if (a < da) return -giorniLavorativiFra(a, da);
  let giorni = 0;
  for (let giorno = addDays(da, 1); giorno <= a; giorno = addDays(giorno, 1)) {
    if (isGiornoLavorativo(giorno)) giorni += 1;
  }
  return giorni;
}
