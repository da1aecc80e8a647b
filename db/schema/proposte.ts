import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";
import { AMBITI_DELEGA, intermediari, TIPI_DELEGA } from "./deleghe";
import { utenti } from "./utenti";

export const STATI_PROPOSTA = ["proposta", "attiva", "rifiutata", "annullata", "scaduta"] as const;
export const PROPONENTI = ["datore", "delegato"] as const;
export const EVENTI_DELEGA = [
  "proposta",
  "accettata",
  "rifiutata",
  "annullata",
  "revocata",
  "rinunciata",
  "sostituita",
  "scaduta",
  "registrata",
  "attivata_da_archivio",
  "chiusa_da_archivio",
  "chiusa_da_istituto",
  "ripristinata",
  "portata_cambiata",
  "fine_cambiata",
] as const;

/**
 * A delega that one side offers and the other has not decided on yet. Names the datore by codice fiscale, because
 * whoever proposes must not learn whether there is such a datore. Accepted, it becomes the delega with the same id.
 */
export const proposte = pgTable(
  "proposte",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tipo: text("tipo", { enum: TIPI_DELEGA }).notNull(),
    datoreCodiceFiscale: text("datore_codice_fiscale").notNull(),
    /** The datore's name, for the delegato to read; null when the delegato proposes. */
    datoreNome: text("datore_nome"),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    delegatoCodiceFiscale: text("delegato_codice_fiscale"),
    ambito: text("ambito", { enum: AMBITI_DELEGA }).notNull(),
    dataInizio: date("data_inizio").notNull(),
    dataFine: date("data_fine"),
    proponente: text("proponente", { enum: PROPONENTI }).notNull(),
    stato: text("stato", { enum: STATI_PROPOSTA }).notNull().default("proposta"),
    propostaAt: instant("proposta_at").notNull().defaultNow(),
    /** The last day on which it can be accepted. */
    termine: date("termine").notNull(),
  },
  (t) => [
    uniqueIndex("proposte_una_in_attesa")
      .on(t.datoreCodiceFiscale, sql`coalesce(intermediario_codice, delegato_codice_fiscale)`, t.proponente)
      .where(sql`stato = 'proposta'`),
    index("proposte_datore").on(t.datoreCodiceFiscale, t.propostaAt),
    index("proposte_intermediario").on(t.intermediarioCodice, t.propostaAt),
    index("proposte_delegato").on(t.delegatoCodiceFiscale, t.propostaAt),
    index("proposte_termine").on(t.termine).where(sql`stato = 'proposta'`),
    oneOf("proposte_tipo", t.tipo, TIPI_DELEGA),
    oneOf("proposte_ambito", t.ambito, AMBITI_DELEGA),
    oneOf("proposte_proponente", t.proponente, PROPONENTI),
    oneOf("proposte_stato", t.stato, STATI_PROPOSTA),
    check("proposte_fine_non_prima_di_inizio", sql`${t.dataFine} >= ${t.dataInizio}`),
    check(
      "proposte_un_solo_delegato",
      sql`(${t.tipo} = 'professionale' and ${t.intermediarioCodice} is not null and ${t.delegatoCodiceFiscale} is null)
        or (${t.tipo} = 'personale' and ${t.delegatoCodiceFiscale} is not null and ${t.intermediarioCodice} is null)`,
    ),
  ],
).enableRLS();

/** What happened to a delega, from its proposta on: who, when, why. Rows are only ever added. */
export const eventiDelega = pgTable(
  "eventi_delega",
  {
    delegaId: uuid("delega_id").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    evento: text("evento", { enum: EVENTI_DELEGA }).notNull(),
    datoreCodiceFiscale: text("datore_codice_fiscale").notNull(),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    delegatoCodiceFiscale: text("delegato_codice_fiscale"),
    /** Null: nobody who logged in (the archive, the calendar). */
    utenteId: uuid("utente_id").references(() => utenti.id),
    /** The name as it was then; null: nobody who logged in. */
    chi: text("chi"),
    /** The studio for which they acted. */
    perConto: text("per_conto"),
    /** Why, in their words; of what was changed: what it is from then on, an ambito or a day (null: no last day). */
    motivo: text("motivo"),
  },
  (t) => [
    primaryKey({ columns: [t.delegaId, t.id] }),
    index("eventi_delega_datore").on(t.datoreCodiceFiscale, t.id),
    index("eventi_delega_intermediario").on(t.intermediarioCodice, t.id),
    // What a studio did itself.
    index("eventi_delega_studio").on(t.intermediarioCodice, t.quandoAt).where(sql`per_conto is not null`),
    index("eventi_delega_delegato").on(t.delegatoCodiceFiscale, t.id),
    index("eventi_delega_utente").on(t.utenteId),
    oneOf("eventi_delega_evento", t.evento, EVENTI_DELEGA),
    check("eventi_delega_motivo", sql`length(${t.motivo}) <= 500`),
  ],
).enableRLS();

export type Proposta = typeof proposte.$inferSelect;
export type EventoDelega = typeof eventiDelega.$inferSelect;
