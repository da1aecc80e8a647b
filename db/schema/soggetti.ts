import { date, index, pgTable, text } from "drizzle-orm/pg-core";
import { indirizzoColumns, oneOf } from "./columns";

/** Every person or body the archive names: datori, lavoratori, delegati. */
export const soggetti = pgTable(
  "soggetti",
  {
    codiceFiscale: text("codice_fiscale").primaryKey(),
    cognome: text("cognome").notNull(),
    nome: text("nome").notNull(),
    sesso: text("sesso", { enum: ["M", "F"] }),
    dataNascita: date("data_nascita"),
    comuneNascita: text("comune_nascita"),
    provinciaNascita: text("provincia_nascita"),
    cittadinanza: text("cittadinanza"),
    ...indirizzoColumns,
    telefono: text("telefono"),
    cellulare: text("cellulare"),
    email: text("email"),
    pec: text("pec"),
  },
  (t) => [oneOf("soggetti_sesso", t.sesso, ["M", "F"]), index("soggetti_cognome").on(t.cognome, t.nome)],
).enableRLS();
