import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { indirizzoColumns, instant, oneOf } from "./columns";
import { posizioni } from "./posizioni";

export const TIPI_DELEGA = ["professionale", "personale"] as const;
export const STATI_DELEGA = ["attiva", "revocata", "scaduta"] as const;
/** What the archive may say of a delega it brings. */
export const STATI_DELEGA_ARCHIVIO = ["attiva", "revocata"] as const;
/** How far it reaches: reading only, or messages and appointments too. */
export const AMBITI_DELEGA = ["consultazione", "operazioni"] as const;
/** By what right: given by the datore, or by a court (no limits of number then). */
export const TITOLI_DELEGA = ["volontaria", "tutore", "amministratore_di_sostegno"] as const;

/** Consulenti, associations and other bodies enabled by circ. 49/2011. */
export const intermediari = pgTable("intermediari", {
  codice: text("codice").primaryKey(),
  denominazione: text("denominazione").notNull(),
  tipo: text("tipo").notNull(),
  codiceFiscale: text("codice_fiscale").notNull(),
  ...indirizzoColumns,
  telefono: text("telefono"),
  pec: text("pec"),
}).enableRLS();

/**
 * Who may open whose drawer. Exclusion constraints (migration 0003) keep two from holding what only one may:
 * one intermediario, and one volontario delegato, per posizione and day.
 */
export const deleghe = pgTable(
  "deleghe",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    id: uuid("id").notNull().defaultRandom(),
    /** The archive's key; null: granted here. */
    identificativo: text("identificativo").unique(),
    tipo: text("tipo", { enum: TIPI_DELEGA }).notNull(),
    /** Set when professionale. */
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    /** Set when personale: a person, who need not be in the archive yet. */
    delegatoCodiceFiscale: text("delegato_codice_fiscale"),
    dataInizio: date("data_inizio").notNull(),
    /** The last day on which it is valid; null: until revoked. */
    dataFine: date("data_fine"),
    /** A row that nobody has judged yet opens nothing: the archive's are, after all of it is merged. */
    stato: text("stato", { enum: STATI_DELEGA }).notNull().default("revocata"),
    /** What the archive last said; null: granted here. */
    statoArchivio: text("stato_archivio", { enum: STATI_DELEGA_ARCHIVIO }),
    ambito: text("ambito", { enum: AMBITI_DELEGA }).notNull().default("operazioni"),
    titolo: text("titolo", { enum: TITOLI_DELEGA }).notNull().default("volontaria"),
    /** Set here when another delega takes its place from the day after; the archive's data_fine stays as it is. */
    ultimoGiorno: date("ultimo_giorno"),
    /** The last day that counts; never before the first, whatever an archive does to that. */
    fine: date("fine").generatedAlwaysAs(
      sql`case when least(data_fine, ultimo_giorno) < data_inizio then data_inizio else least(data_fine, ultimo_giorno) end`,
    ),
    /** When it was ended here, by whomever: from then on no archive brings it back. */
    chiusaAt: instant("chiusa_at"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    index("deleghe_intermediario").on(t.intermediarioCodice, t.posizioneId),
    index("deleghe_delegato").on(t.delegatoCodiceFiscale, t.posizioneId),
    oneOf("deleghe_tipo", t.tipo, TIPI_DELEGA),
    // What refers to a delega by its id alone (its events, its proposta) finds it here.
    unique("deleghe_id").on(t.id),
    oneOf("deleghe_stato", t.stato, STATI_DELEGA),
    oneOf("deleghe_stato_archivio", t.statoArchivio, STATI_DELEGA_ARCHIVIO),
    oneOf("deleghe_ambito", t.ambito, AMBITI_DELEGA),
    oneOf("deleghe_titolo", t.titolo, TITOLI_DELEGA),
    check("deleghe_archivio", sql`(${t.identificativo} is null) = (${t.statoArchivio} is null)`),
    check("deleghe_titolo_di_persona", sql`${t.titolo} = 'volontaria' or ${t.tipo} = 'personale'`),
    check("deleghe_fine_non_prima_di_inizio", sql`${t.dataFine} >= ${t.dataInizio}`),
    check(
      "deleghe_un_solo_delegato",
      sql`(${t.tipo} = 'professionale' and ${t.intermediarioCodice} is not null and ${t.delegatoCodiceFiscale} is null)
        or (${t.tipo} = 'personale' and ${t.delegatoCodiceFiscale} is not null and ${t.intermediarioCodice} is null)`,
    ),
  ],
).enableRLS();

export type Delega = typeof deleghe.$inferSelect;
