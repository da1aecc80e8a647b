import { formatData } from "@/lib/dates";

/** The days of the week by their names, from Monday on: 1 January 2024 was one. */
export const GIORNI: readonly string[] = [1, 2, 3, 4, 5, 6, 7].map(
  (giorno) => formatData(`2024-01-0${giorno}`, "esteso").split(" ")[0] ?? "",
);
