import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { MODI_APPUNTAMENTO, motiviAppuntamento } from "./agenda";
import { instant, oneOf } from "./columns";
import { intermediari } from "./deleghe";
import { posizioni } from "./posizioni";
import { LATI, quesiti } from "./quesiti";
import { rapporti } from "./rapporti";
import { sedi } from "./sedi";
import { TIPI_PROFILO, utenti } from "./utenti";

const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });

export const STATI_APPUNTAMENTO = [
  "in_prenotazione",
  "confermato",
  "tenuto",
  "non_presentato",
  "chiuso_e_definito",
  "annullato",
] as const;
export const EVENTI_APPUNTAMENTO = [
  "confermato",
  "spostato",
  "da_spostare",
  "annullato",
  "arrivato",
  "iniziato",
  "tenuto",
  "non_presentato",
  "definito",
  "corretto",
  "collegamento",
  "resta",
  "senza_esito",
  "avvisato",
] as const;
export const SPOSTAMENTI_MASSIMI = 3;

/** One value for one thing it is about, under one reason. */
const perOggetto = sql`coalesce(quesito_id::text, rapporto || ' ' || coalesce(anno::text, '') || ' ' || coalesce(trimestre::text, '') || ' ' || coalesce(progressivo::text, ''), '')`;

/** What it is about: the reason, and the quesito or the contributo behind it. */
const oggettoColumns = {
  motivoCodice: text("motivo_codice")
    .notNull()
    .references((): AnyPgColumn => motiviAppuntamento.codice),
  rapporto: text("rapporto").references((): AnyPgColumn => rapporti.codice),
  quesitoId: uuid("quesito_id"),
  anno: smallint("anno"),
  trimestre: smallint("trimestre"),
  progressivo: smallint("progressivo"),
};

/**
 * A time of an esperto that somebody has, or holds for ten minutes (`in_prenotazione`, until `scadeAt`). An exclusion
 * constraint (migration 0013) keeps two from overlapping, holds included.
 */
export const appuntamenti = pgTable(
  "appuntamenti",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    /** That of the bozza with its note and files; of a move: one of its own. */
    id: uuid("id").notNull(),
    /** What people say on the phone; no secret. */
    numero: text("numero").notNull().unique(),
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    esperto: uuid("esperto")
      .notNull()
      .references(() => utenti.id),
    espertoNome: text("esperto_nome").notNull(),
    ...oggettoColumns,
    datoreNome: text("datore_nome").notNull(),
    modo: text("modo", { enum: MODI_APPUNTAMENTO }).notNull(),
    inizioAt: instant("inizio_at").notNull(),
    fineAt: instant("fine_at").notNull(),
    /** From inizio to fine and the pause after it. */
    impegno: tstzrange("impegno").notNull(),
    stato: text("stato", { enum: STATI_APPUNTAMENTO }).notNull().default("in_prenotazione"),
    scadeAt: instant("scade_at"),
    /** A hold by which another appuntamento of this posizione is to be moved here. */
    spostaId: uuid("sposta_id"),
    /** Who booked, as what, for whom. */
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    profilo: text("profilo", { enum: TIPI_PROFILO }).notNull(),
    chi: text("chi").notNull(),
    perConto: text("per_conto"),
    nota: text("nota").notNull().default(""),
    /** Where to call, for an appuntamento by phone. */
    telefono: text("telefono"),
    /** Where to connect, for one by video: the sede gives it beforehand. */
    collegamento: text("collegamento"),
    /** What the sede tells afterwards. */
    notaSede: text("nota_sede"),
    spostamenti: smallint("spostamenti").notNull().default(0),
    /** The agenda changed under it: it may be moved once more, at any time. */
    daSpostareAt: instant("da_spostare_at"),
    /** Of the calendar file: one more at each change. */
    sequenza: integer("sequenza").notNull().default(0),
    creatoAt: instant("creato_at").notNull().defaultNow(),
    arrivatoAt: instant("arrivato_at"),
    iniziatoAt: instant("iniziato_at"),
    /** Of one that is confermato: it is over, and nobody said what became of it. */
    chiusoAt: instant("chiuso_at"),
    annullatoDa: text("annullato_da", { enum: LATI }),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    unique("appuntamenti_id").on(t.id),
    uniqueIndex("appuntamenti_uno_per_motivo")
      .on(t.posizioneId, t.motivoCodice, perOggetto)
      .where(sql`stato in ('in_prenotazione', 'confermato') and sposta_id is null and chiuso_at is null`),
    index("appuntamenti_agenda").on(t.sedeCodice, t.inizioAt),
    index("appuntamenti_esperto").on(t.esperto, t.inizioAt),
    index("appuntamenti_rapporto").on(t.rapporto),
    index("appuntamenti_quesito").on(t.posizioneId, t.quesitoId),
    index("appuntamenti_motivo").on(t.motivoCodice),
    index("appuntamenti_utente").on(t.utenteId),
    index("appuntamenti_scade").on(t.scadeAt).where(sql`stato = 'in_prenotazione'`),
    index("appuntamenti_da_spostare")
      .on(t.fineAt)
      .where(sql`stato = 'confermato' and da_spostare_at is not null`),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    foreignKey({ columns: [t.posizioneId, t.spostaId], foreignColumns: [t.posizioneId, t.id] }),
    index("appuntamenti_sposta").on(t.posizioneId, t.spostaId),
    oneOf("appuntamenti_modo", t.modo, MODI_APPUNTAMENTO),
    oneOf("appuntamenti_stato", t.stato, STATI_APPUNTAMENTO),
    oneOf("appuntamenti_profilo", t.profilo, TIPI_PROFILO),
    oneOf("appuntamenti_annullato_da", t.annullatoDa, LATI),
    check("appuntamenti_fine_dopo_inizio", sql`${t.fineAt} > ${t.inizioAt}`),
    check(
      "appuntamenti_impegno",
      sql`lower(${t.impegno}) = ${t.inizioAt} and upper(${t.impegno}) >= ${t.fineAt}`,
    ),
    check("appuntamenti_scade_se_tenuto", sql`(${t.stato} = 'in_prenotazione') = (${t.scadeAt} is not null)`),
    check(
      "appuntamenti_annullato_da_qualcuno",
      sql`(${t.stato} = 'annullato') = (${t.annullatoDa} is not null)`,
    ),
    check("appuntamenti_spostamenti", sql`${t.spostamenti} >= 0`),
    check("appuntamenti_nota", sql`length(${t.nota}) <= 500 and length(${t.notaSede}) <= 1000`),
    check("appuntamenti_telefono", sql`${t.telefono} ~ '^[+]?[0-9 ]{6,20}$'`),
    // lib/appuntamenti/giornata/input.ts says the same, and a test compares them.
    check(
      "appuntamenti_collegamento",
      sql`${t.collegamento} is null or ${t.modo} = 'video' and length(${t.collegamento}) <= 500 and ${t.collegamento} ~ '^https://[a-z0-9-]+([.][a-z0-9-]+)+(:[0-9]+)?/[!-~]*$'`,
    ),
    check("appuntamenti_trimestre", sql`${t.trimestre} between 1 and 4`),
  ],
).enableRLS();

/** What happened to an appuntamento: who, when, why. Rows are only ever added. */
export const eventiAppuntamento = pgTable(
  "eventi_appuntamento",
  {
    posizioneId: uuid("posizione_id").notNull(),
    appuntamentoId: uuid("appuntamento_id").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    evento: text("evento", { enum: EVENTI_APPUNTAMENTO }).notNull(),
    /** Null: the service itself. */
    utenteId: uuid("utente_id").references(() => utenti.id),
    profilo: text("profilo", { enum: TIPI_PROFILO }),
    chi: text("chi"),
    perConto: text("per_conto"),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    /** From when to when; which mail. */
    dettaglio: text("dettaglio"),
    motivo: text("motivo"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.appuntamentoId, t.id] }),
    foreignKey({
      columns: [t.posizioneId, t.appuntamentoId],
      foreignColumns: [appuntamenti.posizioneId, appuntamenti.id],
    }),
    index("eventi_appuntamento_utente").on(t.utenteId),
    index("eventi_appuntamento_intermediario").on(t.intermediarioCodice, t.quandoAt),
    oneOf("eventi_appuntamento_evento", t.evento, EVENTI_APPUNTAMENTO),
    oneOf("eventi_appuntamento_profilo", t.profilo, TIPI_PROFILO),
    check("eventi_appuntamento_motivo", sql`length(${t.motivo}) <= 500`),
  ],
).enableRLS();

export const STATI_ATTESA = ["attiva", "offerta", "accettata", "scaduta", "ritirata"] as const;

/** A place on the waiting list: who found no time, for what, where and how. Served in order. */
export const attese = pgTable(
  "attese",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    id: uuid("id").notNull(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    /** Who waits, as what, for whom: what is offered is for them alone. */
    profilo: text("profilo", { enum: TIPI_PROFILO }).notNull(),
    chi: text("chi").notNull(),
    perConto: text("per_conto"),
    ...oggettoColumns,
    sedi: text("sedi").array().notNull(),
    modi: text("modi", { enum: MODI_APPUNTAMENTO }).array().notNull(),
    telefono: text("telefono"),
    creataAt: instant("creata_at").notNull().defaultNow(),
    stato: text("stato", { enum: STATI_ATTESA }).notNull().default("attiva"),
    /** The time held for them. */
    appuntamentoId: uuid("appuntamento_id"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    unique("attese_id").on(t.id),
    index("attese_in_ordine").on(t.creataAt, t.id).where(sql`stato = 'attiva'`),
    index("attese_utente").on(t.utenteId),
    index("attese_rapporto").on(t.rapporto),
    index("attese_motivo").on(t.motivoCodice),
    index("attese_quesito").on(t.posizioneId, t.quesitoId),
    index("attese_appuntamento").on(t.appuntamentoId),
    uniqueIndex("attese_una_per_motivo")
      .on(t.posizioneId, t.motivoCodice, perOggetto)
      .where(sql`stato in ('attiva', 'offerta')`),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    oneOf("attese_stato", t.stato, STATI_ATTESA),
    oneOf("attese_profilo", t.profilo, TIPI_PROFILO),
    check("attese_sedi", sql`cardinality(${t.sedi}) between 1 and 10`),
    check(
      "attese_modi",
      sql`cardinality(${t.modi}) between 1 and 3 and ${t.modi} <@ array['in_persona', 'telefono', 'video']`,
    ),
  ],
).enableRLS();

export type Appuntamento = typeof appuntamenti.$inferSelect;
export type EventoAppuntamento = typeof eventiAppuntamento.$inferSelect;
export type Attesa = typeof attese.$inferSelect;
