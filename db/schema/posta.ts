import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { appuntamenti } from "./appuntamenti";
import { instant, oneOf } from "./columns";

/** The mails the service can write: each has its texts in messages/it.json, under `posta`. */
export const MODELLI_POSTA = [
  "delegato_ha_aperto",
  "scadenza_vicina",
  "quesito_ricevuto",
  "quesito_risposto",
  "quesito_richiesta",
  "quesito_chiuso",
  "appuntamento_confermato",
  "appuntamento_spostato",
  "appuntamento_annullato",
  "appuntamento_da_spostare",
  "appuntamento_resta",
  "appuntamento_collegamento",
  "appuntamento_promemoria",
  "attesa_offerta",
  "attesa_scaduta",
  "pin_sostituito",
] as const;
export type ModelloPosta = (typeof MODELLI_POSTA)[number];

/** The outgoing mail. Rows are made by accoda_posta() only, together with the job that sends them. */
export const posta = pgTable(
  "posta",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    destinatario: text("destinatario").notNull(),
    modello: text("modello", { enum: MODELLI_POSTA }).notNull(),
    /** Of which it tells: its calendar file goes with it, as it is when the mail leaves. */
    appuntamentoId: uuid("appuntamento_id").references(() => appuntamenti.id),
    accodataAt: instant("accodata_at").notNull().defaultNow(),
    /** Null: still to be sent, or given up. */
    inviataAt: instant("inviata_at"),
    /** A code, of SMTP or of the network: never the server's words, which repeat the address. */
    ultimoErrore: text("ultimo_errore"),
    tentativi: integer("tentativi").notNull().default(0),
    /** Not null: a dead letter, nobody tries again. */
    abbandonataAt: instant("abbandonata_at"),
  },
  (t) => [
    oneOf("posta_modello", t.modello, MODELLI_POSTA),
    index("posta_appuntamento").on(t.appuntamentoId),
    // One recipient, on one line; lib/mail/address.ts says the same, and a test compares them.
    check(
      "posta_destinatario",
      sql`${t.destinatario} ~ '^[A-Za-z0-9.!#$%&''*+/=?^_{|}~-]+@[A-Za-z0-9.-]+$' and length(${t.destinatario}) <= 254`,
    ),
    check("posta_errore", sql`${t.ultimoErrore} ~ '^[A-Z][A-Z0-9_ ]{0,39}$'`),
    check("posta_esito", sql`${t.inviataAt} is null or ${t.abbandonataAt} is null`),
  ],
).enableRLS();
