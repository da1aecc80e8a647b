import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { oneOf } from "./columns";
import { AMBITI_DELEGA, deleghe, intermediari } from "./deleghe";
import { posizioni } from "./posizioni";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The desk: one row per delega attiva, with what the list of whoever holds it shows, sorts and finds by. All of it
 * follows from other tables: aggiorna_deleganti() (migration 0003) writes it, nobody else.
 */
export const deleganti = pgTable(
  "deleganti",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    delegaId: uuid("delega_id").notNull(),
    /** Who holds it: `i:` and the intermediario's codice, or `p:` and the person's codice fiscale. */
    delegato: text("delegato").notNull(),
    dal: date("dal").notNull(),
    al: date("al"),
    ambito: text("ambito", { enum: AMBITI_DELEGA }).notNull(),
    cognome: text("cognome").notNull(),
    nome: text("nome").notNull(),
    codiceFiscale: text("codice_fiscale").notNull(),
    comune: text("comune"),
    /** What it is found by: the words of the name, the codice fiscale, the codici of the rapporti. */
    parole: tsvector("parole").notNull(),
    /** The first day, today or later, by which something is due, and how much by then. */
    prossimaScadenza: date("prossima_scadenza"),
    prossimoImporto: integer("prossimo_importo").notNull(),
    scaduto: integer("scaduto").notNull(),
    anomalie: integer("anomalie").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.delegaId] }),
    foreignKey({ columns: [t.posizioneId, t.delegaId], foreignColumns: [deleghe.posizioneId, deleghe.id] }),
    index("deleganti_da_aggiornare").on(t.prossimaScadenza),
    // What is told of a datore by codice fiscale finds the name.
    index("deleganti_codice_fiscale").on(t.codiceFiscale),
    oneOf("deleganti_ambito", t.ambito, AMBITI_DELEGA),
  ],
).enableRLS();

/** The sums over a desk, kept until a row of it changes or the day does. */
export const totaliDeleganti = pgTable("totali_deleganti", {
  delegato: text("delegato").primaryKey(),
  /** Null: to be counted again. */
  giorno: date("giorno"),
  deleganti: integer("deleganti").notNull().default(0),
  inScadenza: integer("in_scadenza").notNull().default(0),
  importoInScadenza: bigint("importo_in_scadenza", { mode: "number" }).notNull().default(0),
  conScaduto: integer("con_scaduto").notNull().default(0),
  scaduto: bigint("scaduto", { mode: "number" }).notNull().default(0),
  conAnomalie: integer("con_anomalie").notNull().default(0),
}).enableRLS();

/** How a studio divides its deleganti; tells who follows whom, not who may. */
export const gruppi = pgTable(
  "gruppi",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    intermediarioCodice: text("intermediario_codice")
      .notNull()
      .references(() => intermediari.codice),
    nome: text("nome").notNull(),
  },
  (t) => [
    unique("gruppi_nome").on(t.intermediarioCodice, t.nome),
    check("gruppi_nome_scritto", sql`length(${t.nome}) between 1 and 60`),
  ],
).enableRLS();

export const gruppiDeleganti = pgTable(
  "gruppi_deleganti",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    intermediarioCodice: text("intermediario_codice")
      .notNull()
      .references(() => intermediari.codice),
    gruppoId: uuid("gruppo_id")
      .notNull()
      .references(() => gruppi.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.intermediarioCodice] }),
    index("gruppi_deleganti_gruppo").on(t.gruppoId),
    index("gruppi_deleganti_intermediario").on(t.intermediarioCodice),
  ],
).enableRLS();

/** What the datore of a posizione wants; no row: nothing of it. */
export const preferenze = pgTable("preferenze", {
  posizioneId: uuid("posizione_id")
    .primaryKey()
    .references(() => posizioni.id),
  /** A mail on the first visit of a day by somebody with a delega. */
  avvisaSeAperto: boolean("avvisa_se_aperto").notNull().default(false),
  avvisatoIl: date("avvisato_il"),
  /** A mail a week before a due date on which something is still owed. */
  promemoriaScadenze: boolean("promemoria_scadenze").notNull().default(false),
}).enableRLS();

/** Of which due dates a datore was reminded. */
export const promemoria = pgTable(
  "promemoria",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    scadenza: date("scadenza").notNull(),
  },
  (t) => [primaryKey({ columns: [t.posizioneId, t.scadenza] })],
).enableRLS();

export type Preferenze = typeof preferenze.$inferSelect;
export type Delegante = typeof deleganti.$inferSelect;
