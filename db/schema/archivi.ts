import { bigint, boolean, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";

export const ESITI_IMPORTAZIONE = ["in_corso", "caricato", "caricato_con_scarti", "non_caricato"] as const;

/** What the loading of one file of an archive came to, in rows. */
export type RiepilogoFile = {
  file: string;
  lette: number;
  nuove: number;
  cambiate: number;
  uguali: number;
  scartate: number;
};

/** One row per run of the importer, also of those that failed. */
export const importazioni = pgTable(
  "importazioni",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    cartella: text("cartella").notNull(),
    rigoroso: boolean("rigoroso").notNull().default(false),
    iniziataAt: instant("iniziata_at").notNull().defaultNow(),
    /** Null: still running, or died. */
    finitaAt: instant("finita_at"),
    esito: text("esito", { enum: ESITI_IMPORTAZIONE }).notNull().default("in_corso"),
    riepilogo: jsonb("riepilogo").$type<RiepilogoFile[]>().notNull().default([]),
    errore: text("errore"),
  },
  (t) => [oneOf("importazioni_esito", t.esito, ESITI_IMPORTAZIONE)],
).enableRLS();

export type Importazione = typeof importazioni.$inferSelect;
