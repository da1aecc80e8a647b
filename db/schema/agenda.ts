import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { categorieQuesito } from "./argomenti";
import { instant } from "./columns";
import { sedi } from "./sedi";
import { utenti } from "./utenti";

/** How one meets an esperto. */
export const MODI_APPUNTAMENTO = ["in_persona", "telefono", "video"] as const;
export type ModoAppuntamento = (typeof MODI_APPUNTAMENTO)[number];

/** Why one may ask for an appuntamento, and what each takes. Data: an amministratore changes them. */
export const motiviAppuntamento = pgTable(
  "motivi_appuntamento",
  {
    codice: text("codice").primaryKey(),
    nome: text("nome").notNull(),
    /** What to bring, in words. */
    daPortare: text("da_portare").notNull().default(""),
    durataMinuti: smallint("durata_minuti").notNull().default(30),
    /** Kept free after each. */
    pausaMinuti: smallint("pausa_minuti").notNull().default(0),
    preavvisoOre: smallint("preavviso_ore").notNull().default(24),
    orizzonteGiorni: smallint("orizzonte_giorni").notNull().default(60),
    /**
     * msg 2561/2019: only about a quesito that was closed negatively, or not answered within its term. False: an
     * anomalia of the posizione is enough.
     */
    richiedeQuesito: boolean("richiede_quesito").notNull(),
    /** The quesiti it is about; null: of any categoria. */
    categoriaCodice: text("categoria_codice").references(() => categorieQuesito.codice),
    attivo: boolean("attivo").notNull().default(true),
    ordine: smallint("ordine").notNull(),
  },
  (t) => [
    index("motivi_appuntamento_categoria").on(t.categoriaCodice),
    check("motivi_appuntamento_codice", sql`${t.codice} ~ '^[a-z][a-z_]{1,39}$'`),
    check("motivi_appuntamento_nome", sql`length(${t.nome}) between 3 and 100`),
    check("motivi_appuntamento_da_portare", sql`length(${t.daPortare}) <= 500`),
    check("motivi_appuntamento_durata", sql`${t.durataMinuti} between 5 and 180`),
    check("motivi_appuntamento_pausa", sql`${t.pausaMinuti} between 0 and 60`),
    check("motivi_appuntamento_preavviso", sql`${t.preavvisoOre} between 0 and 720`),
    check("motivi_appuntamento_orizzonte", sql`${t.orizzonteGiorni} between 1 and 180`),
  ],
).enableRLS();

/** When an esperto receives, week after week. */
export const disponibilita = pgTable(
  "disponibilita",
  {
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    id: uuid("id").notNull().defaultRandom(),
    esperto: uuid("esperto")
      .notNull()
      .references(() => utenti.id),
    /** 1 = Monday … 7 = Sunday. */
    giorno: smallint("giorno").notNull(),
    /** By the clock on the wall in Rome. */
    dalle: time("dalle").notNull(),
    alle: time("alle").notNull(),
    /** 2: every other week, counted from that of `dal`. */
    ogniSettimane: smallint("ogni_settimane").notNull().default(1),
    dal: date("dal").notNull(),
    al: date("al"),
    modi: text("modi", { enum: MODI_APPUNTAMENTO }).array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sedeCodice, t.id] }),
    index("disponibilita_esperto").on(t.esperto),
    check("disponibilita_giorno", sql`${t.giorno} between 1 and 7`),
    check("disponibilita_ore", sql`${t.dalle} < ${t.alle}`),
    check("disponibilita_ogni", sql`${t.ogniSettimane} between 1 and 8`),
    check("disponibilita_fine_non_prima_di_inizio", sql`${t.al} >= ${t.dal}`),
    check(
      "disponibilita_modi",
      sql`cardinality(${t.modi}) between 1 and 3 and ${t.modi} <@ array['in_persona', 'telefono', 'video']`,
    ),
  ],
).enableRLS();

/** When an esperto, or the whole sede (null), does not receive. */
export const assenze = pgTable(
  "assenze",
  {
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    id: uuid("id").notNull().defaultRandom(),
    esperto: uuid("esperto").references(() => utenti.id),
    inizioAt: instant("inizio_at").notNull(),
    fineAt: instant("fine_at").notNull(),
    motivo: text("motivo").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.sedeCodice, t.id] }),
    index("assenze_esperto").on(t.esperto),
    index("assenze_periodo").on(t.sedeCodice, t.fineAt),
    check("assenze_fine_dopo_inizio", sql`${t.fineAt} > ${t.inizioAt}`),
    check("assenze_motivo", sql`length(${t.motivo}) <= 200`),
  ],
).enableRLS();

/** The day on which a sede is shut for its patron saint, each year. */
export const patroni = pgTable(
  "patroni",
  {
    sedeCodice: text("sede_codice")
      .primaryKey()
      .references(() => sedi.codice),
    mese: smallint("mese").notNull(),
    giorno: smallint("giorno").notNull(),
    nome: text("nome").notNull(),
  },
  (t) => [check("patroni_giorno", sql`${t.mese} between 1 and 12 and ${t.giorno} between 1 and 31`)],
).enableRLS();

/** The secret address of an esperto's calendar feed, kept as a hash. */
export const calendari = pgTable(
  "calendari",
  {
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    esperto: uuid("esperto")
      .notNull()
      .references(() => utenti.id),
    /** SHA-256, hex. */
    segreto: text("segreto").notNull(),
    rinnovatoAt: instant("rinnovato_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sedeCodice, t.esperto] }),
    unique("calendari_segreto").on(t.segreto),
    index("calendari_esperto").on(t.esperto),
  ],
).enableRLS();

export type MotivoAppuntamento = typeof motiviAppuntamento.$inferSelect;
export type Assenza = typeof assenze.$inferSelect;
