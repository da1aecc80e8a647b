import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";
import { intermediari } from "./deleghe";
import { posizioni } from "./posizioni";
import { TIPI_PROFILO, utenti } from "./utenti";

/** The access register: who opened a drawer that is not their own. Rows are only ever added. */
export const accessi = pgTable(
  "accessi",
  {
    posizioneId: uuid("posizione_id")
      .notNull()
      .references(() => posizioni.id),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    quandoAt: instant("quando_at").notNull().defaultNow(),
    utenteId: uuid("utente_id").notNull(),
    profilo: text("profilo", { enum: TIPI_PROFILO }).notNull(),
    /** The name as it was then: the register must stay readable when the delega is long gone. */
    chi: text("chi").notNull(),
    perConto: text("per_conto"),
    intermediarioCodice: text("intermediario_codice").references(() => intermediari.codice),
    cosa: text("cosa").notNull(),
    rapporto: text("rapporto"),
    /** Why somebody of a sede looked. */
    motivo: text("motivo"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    index("accessi_utente").on(t.utenteId, t.id),
    index("accessi_persona").on(t.posizioneId, t.utenteId, t.id),
    index("accessi_intermediario").on(t.intermediarioCodice, t.quandoAt),
    index("accessi_quando").on(t.posizioneId, t.quandoAt),
    foreignKey({ columns: [t.utenteId], foreignColumns: [utenti.id] }),
    oneOf("accessi_profilo", t.profilo, TIPI_PROFILO),
    check("accessi_motivo", sql`length(${t.motivo}) <= 300`),
    check(
      "accessi_motivo_della_sede",
      sql`(${t.motivo} is not null) = (${t.profilo} in ('operatore', 'responsabile'))`,
    ),
  ],
).enableRLS();

export type Accesso = typeof accessi.$inferSelect;
