import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sedi } from "./sedi";
import { soggetti } from "./soggetti";

/** One employer's drawer. Its id is what stands in addresses: it tells nothing about the person. */
export const posizioni = pgTable(
  "posizioni",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    codiceFiscale: text("codice_fiscale")
      .notNull()
      .unique()
      .references(() => soggetti.codiceFiscale),
    sedeCodice: text("sede_codice")
      .notNull()
      .references(() => sedi.codice),
    dataIscrizione: date("data_iscrizione"),
  },
  (t) => [index("posizioni_sede").on(t.sedeCodice)],
).enableRLS();
