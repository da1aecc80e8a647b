import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { importazioni } from "./archivi";
import { cents, indirizzoColumns, instant, oneOf } from "./columns";
import { posizioni } from "./posizioni";
import { sedi } from "./sedi";
import { soggetti } from "./soggetti";

export const STATI_RAPPORTO = ["attivo", "cessato", "sospeso_in_definizione", "annullato"] as const;
export const TIPI_CONTRATTO = ["indeterminato", "determinato"] as const;
export const MANSIONI = ["colf", "badante", "baby_sitter"] as const;
export const LIVELLI = ["A", "AS", "B", "BS", "C", "CS", "D", "DS"] as const;
export const ORE_IN_UNA_SETTIMANA = 168;

/** The employment relationships: the unit of everything. The codice (10 digits) is the institute's. */
export const rapporti = pgTable(
  "rapporti",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    codice: text("codice").notNull().unique(),
    lavoratore: text("lavoratore")
      .notNull()
      .references(() => soggetti.codiceFiscale),
    stato: text("stato", { enum: STATI_RAPPORTO }).notNull(),
    dataInizio: date("data_inizio").notNull(),
    dataFine: date("data_fine"),
    motivoCessazione: text("motivo_cessazione"),
    tipoContratto: text("tipo_contratto", { enum: TIPI_CONTRATTO }).notNull(),
    /** The agreed end of a fixed-term contract; data_fine is when it really ended. */
    dataTermine: date("data_termine"),
    mansione: text("mansione", { enum: MANSIONI }).notNull(),
    livello: text("livello", { enum: LIVELLI }).notNull(),
    convivente: boolean("convivente").notNull(),
    oreSettimanali: numeric("ore_settimanali", { precision: 5, scale: 2, mode: "number" }).notNull(),
    retribuzioneOraria: cents("retribuzione_oraria").notNull(),
    cuaf: boolean("cuaf").notNull(),
    ...indirizzoColumns,
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.codice] }),
    index("rapporti_lavoratore").on(t.lavoratore),
    index("rapporti_sede").on(t.sedeCodice),
    oneOf("rapporti_stato", t.stato, STATI_RAPPORTO),
    oneOf("rapporti_tipo_contratto", t.tipoContratto, TIPI_CONTRATTO),
    oneOf("rapporti_mansione", t.mansione, MANSIONI),
    oneOf("rapporti_livello", t.livello, LIVELLI),
    check("rapporti_codice_dieci_cifre", sql`${t.codice} ~ '^[0-9]{10}$'`),
    check("rapporti_fine_non_prima_di_inizio", sql`${t.dataFine} >= ${t.dataInizio}`),
    check("rapporti_termine_non_prima_di_inizio", sql`${t.dataTermine} >= ${t.dataInizio}`),
    check("rapporti_ore", sql`${t.oreSettimanali} between 0 and 168`),
    check("rapporti_retribuzione", sql`${t.retribuzioneOraria} >= 0`),
  ],
).enableRLS();

/** What an import found changed in a rapporto: one row per field, old and new value as in the archive. */
export const variazioniRapporto = pgTable(
  "variazioni_rapporto",
  {
    posizioneId: uuid("posizione_id").notNull(),
    rapporto: text("rapporto").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    importazioneId: bigint("importazione_id", { mode: "number" })
      .notNull()
      .references(() => importazioni.id),
    campo: text("campo").notNull(),
    prima: text("prima"),
    dopo: text("dopo"),
    rilevataAt: instant("rilevata_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.rapporto, t.id] }),
    foreignKey({
      columns: [t.posizioneId, t.rapporto],
      foreignColumns: [rapporti.posizioneId, rapporti.codice],
    })
      .onUpdate("cascade")
      .onDelete("cascade"),
    index("variazioni_rapporto_importazione").on(t.importazioneId),
  ],
).enableRLS();

export type Rapporto = typeof rapporti.$inferSelect;
