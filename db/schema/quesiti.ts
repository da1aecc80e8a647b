import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { argomenti } from "./argomenti";
import { instant, oneOf } from "./columns";
import { intermediari } from "./deleghe";
import { posizioni } from "./posizioni";
import { rapporti } from "./rapporti";
import { sedi } from "./sedi";
import { TIPI_PROFILO, utenti } from "./utenti";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const STATI_QUESITO = ["inviato", "in_carico", "in_attesa_del_cittadino", "chiuso"] as const;
/** How the sede closed it; who asked may close it too, and then there is none. */
export const ESITI_QUESITO = ["positivo", "negativo", "parziale"] as const;
/** The two sides of a quesito. */
export const LATI = ["cittadino", "sede"] as const;
export const EVENTI_QUESITO = [
  "inviato",
  "preso_in_carico",
  "rilasciato",
  "assegnato",
  "trasferito",
  "risposto",
  "richiesto",
  "integrato",
  "parere_chiesto",
  "parere_reso",
  "chiuso",
  "riaperto",
] as const;

/** The last protocol number given by a sede in a year. The row is the lock: numbers come one by one, without gaps. */
export const protocolli = pgTable(
  "protocolli",
  {
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    anno: smallint("anno").notNull(),
    ultimo: integer("ultimo").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sedeCodice, t.anno] }),
    check("protocolli_sette_cifre", sql`${t.ultimo} between 1 and 9999999`),
  ],
).enableRLS();

/** A question put to a sede, about one rapporto or about the whole posizione. Its texts are messaggi. */
export const quesiti = pgTable(
  "quesiti",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    /** That of the bozza it was, and of its first messaggio. */
    id: uuid("id").notNull(),
    protocollo: text("protocollo").notNull().unique(),
    /** Who answers; changes when it is passed on. */
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    /** Null: the posizione as a whole. An archive may give a rapporto to another datore; the quesito stays here. */
    rapporto: text("rapporto").references(() => rapporti.codice),
    argomentoCodice: text("argomento_codice")
      .notNull()
      .references(() => argomenti.codice),
    /** The contributo it was asked about, if it was asked from one. */
    anno: smallint("anno"),
    trimestre: smallint("trimestre"),
    progressivo: smallint("progressivo"),
    /** Whose posizione it is, by the name they had then: what a queue shows. */
    datoreNome: text("datore_nome").notNull(),
    oggetto: text("oggetto").notNull(),
    stato: text("stato", { enum: STATI_QUESITO }).notNull().default("inviato"),
    esito: text("esito", { enum: ESITI_QUESITO }),
    /** The operatore who took charge. */
    assegnatoA: uuid("assegnato_a").references(() => utenti.id),
    apertoDa: uuid("aperto_da")
      .notNull()
      .references(() => utenti.id),
    inviatoAt: instant("inviato_at").notNull().defaultNow(),
    /** The last day to answer; while the sede waits for the cittadino it does not count. */
    termine: date("termine").notNull(),
    /** Since when the sede waits. */
    sospesoDal: date("sospeso_dal"),
    primaRispostaAt: instant("prima_risposta_at"),
    chiusoAt: instant("chiuso_at"),
    chiusoDa: text("chiuso_da", { enum: LATI }),
    ultimoMessaggioAt: instant("ultimo_messaggio_at").notNull().defaultNow(),
    /** The words of oggetto and messaggi, in Italian stems. */
    parole: tsvector("parole").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    unique("quesiti_id").on(t.id),
    index("quesiti_rapporto").on(t.rapporto),
    index("quesiti_per_data").on(t.posizioneId, t.ultimoMessaggioAt),
    // What a sede has still to do; what is closed only grows.
    index("quesiti_coda").on(t.sedeCodice, t.termine, t.id).where(sql`stato <> 'chiuso'`),
    index("quesiti_in_attesa").on(t.posizioneId).where(sql`sospeso_dal is not null`),
    index("quesiti_assegnato").on(t.assegnatoA, t.stato),
    index("quesiti_aperto_da").on(t.apertoDa),
    index("quesiti_argomento").on(t.argomentoCodice),
    index("quesiti_tempi").on(t.sedeCodice, t.primaRispostaAt),
    oneOf("quesiti_stato", t.stato, STATI_QUESITO),
    oneOf("quesiti_esito", t.esito, ESITI_QUESITO),
    oneOf("quesiti_chiuso_da", t.chiusoDa, LATI),
    check("quesiti_protocollo", sql`${t.protocollo} ~ '^[0-9]{6}[.][0-9]{4}[.][0-9]{7}$'`),
    check("quesiti_oggetto", sql`length(${t.oggetto}) between 3 and 120`),
    check(
      "quesiti_chiuso_se_chiuso",
      sql`(${t.stato} = 'chiuso') = (${t.chiusoAt} is not null) and (${t.chiusoAt} is null) = (${t.chiusoDa} is null)`,
    ),
    check(
      "quesiti_esito_se_della_sede",
      sql`(${t.esito} is not null) = (${t.chiusoDa} is not distinct from 'sede')`,
    ),
    check(
      "quesiti_sospeso_se_attende",
      sql`(${t.stato} = 'in_attesa_del_cittadino') = (${t.sospesoDal} is not null)`,
    ),
    check("quesiti_in_carico_a_qualcuno", sql`${t.stato} <> 'in_carico' or ${t.assegnatoA} is not null`),
    check("quesiti_trimestre", sql`${t.trimestre} between 1 and 4`),
    check(
      "quesiti_contributo_intero",
      sql`(${t.anno} is null) = (${t.trimestre} is null) and (${t.anno} is null) = (${t.progressivo} is null)
        and (${t.anno} is null or ${t.rapporto} is not null)`,
    ),
  ],
).enableRLS();

/** What happened to a quesito: who, when, why. Rows are only ever added. */
export const eventiQuesito = pgTable(
  "eventi_quesito",
  {
    posizioneId: uuid("posizione_id").notNull(),
    quesitoId: uuid("quesito_id").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    evento: text("evento", { enum: EVENTI_QUESITO }).notNull(),
    lato: text("lato", { enum: LATI }).notNull(),
    utenteId: uuid("utente_id")
      .notNull()
      .references(() => utenti.id),
    profilo: text("profilo", { enum: TIPI_PROFILO }).notNull(),
    /** The name as it was then. */
    chi: text("chi").notNull(),
    /** The studio, or the sede, for which they acted. */
    perConto: text("per_conto"),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    /** To whom, to which sede; how it was closed; by when an answer was promised to who sent it. */
    dettaglio: text("dettaglio"),
    motivo: text("motivo"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.quesitoId, t.id] }),
    foreignKey({ columns: [t.posizioneId, t.quesitoId], foreignColumns: [quesiti.posizioneId, quesiti.id] }),
    index("eventi_quesito_utente").on(t.utenteId),
    index("eventi_quesito_intermediario").on(t.intermediarioCodice, t.quandoAt),
    oneOf("eventi_quesito_evento", t.evento, EVENTI_QUESITO),
    oneOf("eventi_quesito_lato", t.lato, LATI),
    oneOf("eventi_quesito_profilo", t.profilo, TIPI_PROFILO),
    check("eventi_quesito_motivo", sql`length(${t.motivo}) <= 500`),
  ],
).enableRLS();

export type Quesito = typeof quesiti.$inferSelect;
export type EventoQuesito = typeof eventiQuesito.$inferSelect;
