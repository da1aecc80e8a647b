import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { indirizzoColumns, oneOf } from "./columns";
import { posizioni } from "./posizioni";

export const TIPI_DELEGA = ["professionale", "personale"] as const;
export const STATI_DELEGA = ["attiva", "revocata"] as const;

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

/** Who may open whose drawer. `identificativo` is the archive's key. */
export const deleghe = pgTable(
  "deleghe",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    id: uuid("id").notNull().defaultRandom(),
    identificativo: text("identificativo").unique(),
    tipo: text("tipo", { enum: TIPI_DELEGA }).notNull(),
    /** Set when professionale. */
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    /** Set when personale: a person, who need not be in the archive yet. */
    delegatoCodiceFiscale: text("delegato_codice_fiscale"),
    dataInizio: date("data_inizio").notNull(),
    /** The last day on which it is valid; null: until revoked. */
    dataFine: date("data_fine"),
    stato: text("stato", { enum: STATI_DELEGA }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    index("deleghe_intermediario").on(t.intermediarioCodice, t.posizioneId),
    index("deleghe_delegato").on(t.delegatoCodiceFiscale, t.posizioneId),
    oneOf("deleghe_tipo", t.tipo, TIPI_DELEGA),
    oneOf("deleghe_stato", t.stato, STATI_DELEGA),
    check("deleghe_fine_non_prima_di_inizio", sql`${t.dataFine} >= ${t.dataInizio}`),
    check(
      "deleghe_un_solo_delegato",
      sql`(${t.tipo} = 'professionale' and ${t.intermediarioCodice} is not null and ${t.delegatoCodiceFiscale} is null)
        or (${t.tipo} = 'personale' and ${t.delegatoCodiceFiscale} is not null and ${t.intermediarioCodice} is null)`,
    ),
  ],
).enableRLS();

export type Intermediario = typeof intermediari.$inferSelect;
export type Delega = typeof deleghe.$inferSelect;
