import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { MODI_APPUNTAMENTO, motiviAppuntamento } from "./agenda";
import { argomenti } from "./argomenti";
import { instant, oneOf } from "./columns";
import { posizioni } from "./posizioni";
import { ESITI_QUESITO, LATI, quesiti } from "./quesiti";
import { rapporti } from "./rapporti";
import { TIPI_PROFILO, utenti } from "./utenti";

/** What a messaggio of the sede does besides telling something. */
export const AZIONI_RISPOSTA = ["risposta", "richiesta", "chiusura"] as const;
export const TESTO_MASSIMO = 4_000;

/**
 * A messaggio that has not been sent: only who writes it sees it. Of the sede it may be on its way out (`parte_at`),
 * and until then be stopped. Sent, it becomes the messaggio with the same id.
 */
export const bozze = pgTable(
  "bozze",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    id: uuid("id").notNull(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    lato: text("lato", { enum: LATI }).notNull(),
    /** Null: it will be a new quesito. */
    quesitoId: uuid("quesito_id"),
    rapporto: text("rapporto").references(() => rapporti.codice),
    argomentoCodice: text("argomento_codice").references(() => argomenti.codice),
    anno: smallint("anno"),
    trimestre: smallint("trimestre"),
    progressivo: smallint("progressivo"),
    oggetto: text("oggetto").notNull().default(""),
    testo: text("testo").notNull().default(""),
    /** Set: it will be an appuntamento, of which `testo` is the note. */
    motivoCodice: text("motivo_codice").references(() => motiviAppuntamento.codice),
    modo: text("modo", { enum: MODI_APPUNTAMENTO }),
    azione: text("azione", { enum: AZIONI_RISPOSTA }),
    esito: text("esito", { enum: ESITI_QUESITO }),
    /** When it leaves, if nobody stops it before. */
    parteAt: instant("parte_at"),
    aggiornataAt: instant("aggiornata_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    unique("bozze_id").on(t.id),
    index("bozze_utente").on(t.utenteId, t.aggiornataAt),
    index("bozze_rapporto").on(t.rapporto),
    index("bozze_argomento").on(t.argomentoCodice),
    index("bozze_quesito").on(t.posizioneId, t.quesitoId),
    // One answer at a time is on its way out.
    uniqueIndex("bozze_una_in_partenza").on(t.quesitoId).where(sql`parte_at is not null`),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    oneOf("bozze_lato", t.lato, LATI),
    oneOf("bozze_azione", t.azione, AZIONI_RISPOSTA),
    oneOf("bozze_esito", t.esito, ESITI_QUESITO),
    oneOf("bozze_modo", t.modo, MODI_APPUNTAMENTO),
    index("bozze_motivo").on(t.motivoCodice),
    check("bozze_oggetto", sql`length(${t.oggetto}) <= 120`),
    check("bozze_testo", sql`length(${t.testo}) <= ${sql.raw(String(TESTO_MASSIMO))}`),
    check(
      "bozze_in_partenza_della_sede",
      sql`${t.parteAt} is null or (${t.lato} = 'sede' and ${t.azione} is not null)`,
    ),
    check("bozze_della_sede_in_un_quesito", sql`${t.lato} = 'cittadino' or ${t.quesitoId} is not null`),
  ],
).enableRLS();

/** What one side told the other, as it was registered. The text never changes; only when it was read is added. */
export const messaggi = pgTable(
  "messaggi",
  {
    posizioneId: uuid("posizione_id").notNull(),
    quesitoId: uuid("quesito_id").notNull(),
    id: uuid("id").notNull(),
    protocollo: text("protocollo").notNull().unique(),
    lato: text("lato", { enum: LATI }).notNull(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    profilo: text("profilo", { enum: TIPI_PROFILO }).notNull(),
    /** The name as it was then. */
    chi: text("chi").notNull(),
    perConto: text("per_conto"),
    testo: text("testo").notNull(),
    azione: text("azione", { enum: AZIONI_RISPOSTA }),
    inviatoAt: instant("inviato_at").notNull().defaultNow(),
    /** When somebody of the other side first had it before them. */
    lettoAt: instant("letto_at"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.quesitoId, t.id] }),
    unique("messaggi_id").on(t.posizioneId, t.id),
    // It is the key of the form that sent it: the same one in another thread must not pass.
    unique("messaggi_un_id").on(t.id),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    index("messaggi_utente").on(t.utenteId),
    index("messaggi_da_leggere").on(t.posizioneId).where(sql`letto_at is null and lato = 'sede'`),
    oneOf("messaggi_lato", t.lato, LATI),
    oneOf("messaggi_profilo", t.profilo, TIPI_PROFILO),
    oneOf("messaggi_azione", t.azione, AZIONI_RISPOSTA),
    check("messaggi_azione_della_sede", sql`(${t.azione} is not null) = (${t.lato} = 'sede')`),
    check("messaggi_testo", sql`length(${t.testo}) between 1 and ${sql.raw(String(TESTO_MASSIMO))}`),
  ],
).enableRLS();

export type Bozza = typeof bozze.$inferSelect;
export type MessaggioQuesito = typeof messaggi.$inferSelect;
