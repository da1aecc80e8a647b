import { z } from "zod";
import { testo } from "@/lib/campi";
import { parseDataIso } from "@/lib/dates";
import { FILTRI, ORDINI, type Ordine } from "./rules";

/** The last row of the page before: what it is ordered by, then name and id. */
const cursore = z.tuple([testo(20), testo(200), testo(200), z.uuid()]);
export type Cursore = z.infer<typeof cursore>;

function isPlaceIn(ordine: Ordine, prima: string): boolean {
  if (ordine === "scadenza") return parseDataIso(prima) !== null;
  return ordine === "scaduto" ? /^-?\d{1,9}$/.test(prima) : prima === "";
}

/** The desk's search, filters and place as they stand in the address; what makes no sense is left out. */
export const filtroDelegantiInput = z
  .object({
    cerca: testo(100).trim().catch("").default(""),
    filtro: z.enum(FILTRI).nullable().catch(null).default(null),
    ordine: z.enum(ORDINI).catch("nome").default("nome"),
    gruppo: z.uuid().nullable().catch(null).default(null),
    /** Where the drawers open: the same page as the one they were chosen from. */
    da: testo(500).catch("").default(""),
    dopo: z
      .string()
      .max(1_000)
      .transform((text) => {
        try {
          return cursore.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
        } catch {
          return null;
        }
      })
      .nullable()
      .catch(null)
      .default(null),
  })
  // A place in another order's list is no place in this one.
  .transform((filtro) => ({
    ...filtro,
    dopo: filtro.dopo && isPlaceIn(filtro.ordine, filtro.dopo[0]) ? filtro.dopo : null,
  }));
export type FiltroDeleganti = z.infer<typeof filtroDelegantiInput>;

export const encodeCursore = (dopo: Cursore) =>
  Buffer.from(JSON.stringify(dopo), "utf8").toString("base64url");

/** What the dialog that changes the drawer asks for while somebody types, and from which page it was opened. */
export const cercaDelegantiInput = z.object({
  q: testo(100).trim().default(""),
  da: testo(500).catch("").default(""),
});
