import { formatData } from "@/lib/dates";

/** `novembre 2026`, of `2026-11`. */
export const nomeMese = (mese: string): string => formatData(`${mese}-02`, "lungo").replace(/^2 /, "");
