import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { quesiti } from "./quesiti";
import { sedi } from "./sedi";
import { utenti } from "./utenti";

// What a sede keeps about a quesito for itself: the cittadino never sees any of it.

/** A private note. */
export const noteQuesito = pgTable(
  "note_quesito",
  {
    posizioneId: uuid("posizione_id").notNull(),
    quesitoId: uuid("quesito_id").notNull(),
    /** Chosen by the form: the key under which it is kept once. */
    id: uuid("id").notNull().defaultRandom(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    chi: text("chi").notNull(),
    testo: text("testo").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.quesitoId, t.id] }),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    index("note_quesito_utente").on(t.utenteId),
    check("note_quesito_testo", sql`length(${t.testo}) between 1 and 2000`),
  ],
).enableRLS();

/** What an esperto was asked about a quesito, and answered. While it lasts they see that quesito, of whatever sede. */
export const pareri = pgTable(
  "pareri",
  {
    posizioneId: uuid("posizione_id").notNull(),
    quesitoId: uuid("quesito_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    chiestoAt: instant("chiesto_at").notNull().defaultNow(),
    chiestoDa: uuid("chiesto_da")
      .notNull()
      .references(() => utenti.id),
    chiestoDaNome: text("chiesto_da_nome").notNull(),
    esperto: uuid("esperto")
      .notNull()
      .references(() => utenti.id),
    espertoNome: text("esperto_nome").notNull(),
    domanda: text("domanda").notNull(),
    testo: text("testo"),
    /** When it was given; without a text: when it was asked no more, because the quesito was closed or passed on. */
    resoAt: instant("reso_at"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.quesitoId, t.id] }),
    unique("pareri_id").on(t.id),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    index("pareri_chiesto_da").on(t.chiestoDa),
    index("pareri_esperto").on(t.esperto, t.chiestoAt),
    check("pareri_domanda", sql`length(${t.domanda}) between 1 and 2000`),
    check(
      "pareri_testo",
      sql`length(${t.testo}) between 1 and 4000 and (${t.testo} is null or ${t.resoAt} is not null)`,
    ),
  ],
).enableRLS();

/** A text a sede answers with often. */
export const modelliRisposta = pgTable(
  "modelli_risposta",
  {
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    id: uuid("id").notNull().defaultRandom(),
    titolo: text("titolo").notNull(),
    testo: text("testo").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sedeCodice, t.id] }),
    unique("modelli_risposta_titolo").on(t.sedeCodice, t.titolo),
    check("modelli_risposta_titolo_lungo", sql`length(${t.titolo}) between 3 and 80`),
    check("modelli_risposta_testo", sql`length(${t.testo}) between 3 and 4000`),
  ],
).enableRLS();

export type NotaQuesito = typeof noteQuesito.$inferSelect;
export type Parere = typeof pareri.$inferSelect;
