import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";
import { intermediari } from "./deleghe";
import { utenti } from "./utenti";

export const EVENTI_STUDIO = [
  "nomina_proposta",
  "nomina_accettata",
  "nomina_rifiutata",
  "nomina_revocata",
  "gruppo_creato",
  "gruppo_eliminato",
  "gruppo_assegnato",
  "gruppo_tolto",
] as const;
export type EventoStudio = (typeof EVENTI_STUDIO)[number];

/** What was decided inside an intermediario: who works for it, how its deleganti are divided. Rows are only ever added. */
export const eventiStudio = pgTable(
  "eventi_studio",
  {
    intermediarioCodice: text("intermediario_codice")
      .notNull()
      .references(() => intermediari.codice),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    evento: text("evento", { enum: EVENTI_STUDIO }).notNull(),
    /** Null: the command line. */
    utenteId: uuid("utente_id").references(() => utenti.id),
    /** The name as it was then; null: one that the studio does not know. */
    chi: text("chi"),
    /** The codice fiscale of whom a nomina is about, the name of a gruppo. */
    oggetto: text("oggetto").notNull(),
    /** How many deleganti were put into the gruppo, or taken out of it. */
    quanti: integer("quanti"),
  },
  (t) => [
    primaryKey({ columns: [t.intermediarioCodice, t.id] }),
    index("eventi_studio_quando").on(t.intermediarioCodice, t.quandoAt),
    index("eventi_studio_utente").on(t.utenteId),
    oneOf("eventi_studio_evento", t.evento, EVENTI_STUDIO),
    check(
      "eventi_studio_quanti_se_nel_gruppo",
      sql`coalesce(${t.quanti}, 0) >= 0 and (coalesce(${t.quanti}, 0) > 0) = (${t.evento} in ('gruppo_assegnato', 'gruppo_tolto'))`,
    ),
  ],
).enableRLS();

export const EVENTI_AMMINISTRAZIONE = [
  "utente_creato",
  "utente_sospeso",
  "utente_riammesso",
  "profilo_dato",
  "profilo_tolto",
  "pin_dato",
  "argomento_creato",
  "argomento_cambiato",
  "motivo_creato",
  "motivo_cambiato",
  "posta_ritentata",
] as const;
export type EventoAmministrazione = (typeof EVENTI_AMMINISTRAZIONE)[number];

/** What an amministratore did, that no other register keeps. Rows are only ever added. */
export const eventiAmministrazione = pgTable(
  "eventi_amministrazione",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    evento: text("evento", { enum: EVENTI_AMMINISTRAZIONE }).notNull(),
    /** Null: the command line. */
    autoreId: uuid("autore_id").references(() => utenti.id),
    /** The name as it was then; null: the command line. */
    chi: text("chi"),
    /** The user it was about. */
    utenteId: uuid("utente_id").references(() => utenti.id),
    /** The profilo given or taken, the codice of an argomento or motivo. */
    oggetto: text("oggetto"),
    motivo: text("motivo"),
  },
  (t) => [
    index("eventi_amministrazione_quando").on(t.quandoAt, t.id),
    index("eventi_amministrazione_autore").on(t.autoreId, t.id),
    index("eventi_amministrazione_utente").on(t.utenteId, t.id),
    oneOf("eventi_amministrazione_evento", t.evento, EVENTI_AMMINISTRAZIONE),
    check("eventi_amministrazione_motivo", sql`length(${t.motivo}) between 1 and 300`),
    check("eventi_amministrazione_autore_e_nome", sql`(${t.autoreId} is null) = (${t.chi} is null)`),
  ],
).enableRLS();

export type EventoStudioScritto = typeof eventiStudio.$inferSelect;
export type EventoAmministrazioneScritto = typeof eventiAmministrazione.$inferSelect;
