import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";
import { intermediari } from "./deleghe";
import { sedi } from "./sedi";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const TIPI_PROFILO = [
  "datore",
  "delegato",
  "intermediario",
  "operatore",
  "responsabile",
  "amministratore",
] as const;
export type TipoProfilo = (typeof TIPI_PROFILO)[number];

/** Inside an intermediario: who answers for it, and who works for it. */
export const RUOLI_PROFILO = ["titolare", "sub_abilitato"] as const;
export type RuoloProfilo = (typeof RUOLI_PROFILO)[number];
export const STATI_NOMINA = ["proposta", "attiva", "rifiutata", "revocata"] as const;

/** Who can log in. The person's name comes from soggetti, by codice fiscale. */
export const utenti = pgTable("utenti", {
  id: uuid("id").primaryKey().defaultRandom(),
  codiceFiscale: text("codice_fiscale").notNull().unique(),
  pinHash: text("pin_hash").notNull(),
  /** True until the person has replaced the PIN they were given. */
  pinIniziale: boolean("pin_iniziale").notNull().default(true),
  creatoAt: instant("creato_at").notNull().defaultNow(),
  disabilitatoAt: instant("disabilitato_at"),
}).enableRLS();

/** As what a user may act. A removed row acts on the next request. */
export const profili = pgTable(
  "profili",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    tipo: text("tipo", { enum: TIPI_PROFILO }).notNull(),
    sedeCodice: text("sede_codice").references(() => sedi.codice),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    /** Set for an intermediario. */
    ruolo: text("ruolo", { enum: RUOLI_PROFILO }),
    /** Of a sede: whoever may be asked for a parere, and met. */
    esperto: boolean("esperto").notNull().default(false),
  },
  (t) => [
    uniqueIndex("profili_un_titolare").on(t.intermediarioCodice).where(sql`ruolo = 'titolare'`),
    oneOf("profili_ruolo", t.ruolo, RUOLI_PROFILO),
    check("profili_ruolo_se_intermediario", sql`(${t.tipo} = 'intermediario') = (${t.ruolo} is not null)`),
    unique("profili_uno_per_tipo")
      .on(t.utenteId, t.tipo, t.sedeCodice, t.intermediarioCodice)
      .nullsNotDistinct(),
    index("profili_sede").on(t.sedeCodice),
    index("profili_intermediario").on(t.intermediarioCodice),
    oneOf("profili_tipo", t.tipo, TIPI_PROFILO),
    check("profili_esperto_se_di_sede", sql`not ${t.esperto} or ${t.sedeCodice} is not null`),
    check(
      "profili_sede_se_di_sede",
      sql`(${t.tipo} in ('operatore', 'responsabile')) = (${t.sedeCodice} is not null)`,
    ),
    check(
      "profili_intermediario_se_tale",
      sql`(${t.tipo} = 'intermediario') = (${t.intermediarioCodice} is not null)`,
    ),
  ],
).enableRLS();

/** Whom the titolare of an intermediario wants as sub-abilitato, by codice fiscale: they decide themselves. */
export const nomine = pgTable(
  "nomine",
  {
    intermediarioCodice: text("intermediario_codice")
      .notNull()
      .references(() => intermediari.codice),
    codiceFiscale: text("codice_fiscale").notNull(),
    stato: text("stato", { enum: STATI_NOMINA }).notNull().default("proposta"),
    /** The person's name, from when they accepted. */
    nome: text("nome"),
    nominatoAt: instant("nominato_at").notNull().defaultNow(),
    decisaAt: instant("decisa_at"),
  },
  (t) => [
    primaryKey({ columns: [t.intermediarioCodice, t.codiceFiscale] }),
    index("nomine_persona").on(t.codiceFiscale),
    oneOf("nomine_stato", t.stato, STATI_NOMINA),
  ],
).enableRLS();

/** A session is a row: it ends for good the moment the row says so. */
export const sessioni = pgTable(
  "sessioni",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** SHA-256 of the secret that travels in the cookie. */
    chiave: bytea("chiave").notNull().unique(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    /** Null until chosen, when the user has more than one. */
    profiloId: uuid("profilo_id").references(() => profili.id, { onDelete: "cascade" }),
    dispositivo: text("dispositivo"),
    creataAt: instant("creata_at").notNull().defaultNow(),
    vistaAt: instant("vista_at").notNull().defaultNow(),
    chiusaAt: instant("chiusa_at"),
  },
  (t) => [index("sessioni_utente").on(t.utenteId, t.creataAt), index("sessioni_profilo").on(t.profiloId)],
).enableRLS();

/** Failed logins, by keyed hash of who, of where from, and of the pair; nothing readable is kept. */
export const tentativi = pgTable(
  "tentativi",
  {
    chiave: bytea("chiave").primaryKey(),
    istanti: instant("istanti").array().notNull().default(sql`'{}'`),
    vistoAt: instant("visto_at").notNull().defaultNow(),
    bloccatoFinoAt: instant("bloccato_fino_at"),
    /** How many times in a row this key was blocked: each block lasts twice the one before. */
    blocchi: integer("blocchi").notNull().default(0),
  },
  (t) => [index("tentativi_visto").on(t.vistoAt)],
).enableRLS();

export type Utente = typeof utenti.$inferSelect;
export type Profilo = typeof profili.$inferSelect;
export type Nomina = typeof nomine.$inferSelect;
