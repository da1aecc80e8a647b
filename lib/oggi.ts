import "server-only";
import { Temporal } from "temporal-polyfill";
import { type DataIso, TIME_ZONE, todayInRome } from "./dates";
import { env } from "./env";

/** The civil date all rules see: OGGI when it is set, otherwise today in Rome. */
export const currentDate = (): DataIso => env.OGGI ?? todayInRome(Temporal.Now.instant());

export type MomentoDelGiorno = "mattina" | "pomeriggio" | "sera";

export function currentMomento(): MomentoDelGiorno {
  const hour = Temporal.Now.zonedDateTimeISO("Europe/Rome").hour;
  if (hour >= 5 && hour < 13) return "mattina";
  return hour < 18 && hour >= 13 ? "pomeriggio" : "sera";
}

/** The instant that counts as now for appuntamenti: the clock's, on the day of today (as SQL's adesso()). */
export function currentIstante(): Date {
  const now = Temporal.Now.zonedDateTimeISO(TIME_ZONE);
  const { days } = now.toPlainDate().until(currentDate(), { largestUnit: "days" });
  return new Date(now.add({ days }).epochMilliseconds);
}
