import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, smallint, text } from "drizzle-orm/pg-core";

/** The categorie of a quesito, as msg 2749/2018 has them. */
export const categorieQuesito = pgTable("categorie_quesito", {
  codice: text("codice").primaryKey(),
  nome: text("nome").notNull(),
  ordine: smallint("ordine").notNull(),
}).enableRLS();

/** What a quesito may be about, and how long the sede has to answer. An amministratore changes them. */
export const argomenti = pgTable(
  "argomenti",
  {
    codice: text("codice").primaryKey(),
    categoriaCodice: text("categoria_codice")
      .notNull()
      .references(() => categorieQuesito.codice),
    nome: text("nome").notNull(),
    /** What to write, and what to enclose, so that one answer is enough. */
    aiuto: text("aiuto").notNull().default(""),
    /** Calendar days. L. 241/1990, art. 2: 30 unless something else is laid down. */
    termineGiorni: smallint("termine_giorni").notNull().default(30),
    /** False: offered no more; the quesiti about it keep it. */
    attivo: boolean("attivo").notNull().default(true),
    ordine: smallint("ordine").notNull(),
  },
  (t) => [
    index("argomenti_categoria").on(t.categoriaCodice, t.ordine),
    check("argomenti_codice", sql`${t.codice} ~ '^[a-z][a-z_]{1,39}$'`),
    check("argomenti_nome", sql`length(${t.nome}) between 3 and 100`),
    check("argomenti_aiuto", sql`length(${t.aiuto}) <= 500`),
    check("argomenti_termine", sql`${t.termineGiorni} between 1 and 180`),
  ],
).enableRLS();

export type Argomento = typeof argomenti.$inferSelect;
