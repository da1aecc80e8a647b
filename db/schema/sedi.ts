import { sql } from "drizzle-orm";
import { check, pgTable, text } from "drizzle-orm/pg-core";
import { indirizzoColumns } from "./columns";

/** The territorial offices. Public data: the one table without row-level security. */
export const sedi = pgTable(
  "sedi",
  {
    codice: text("codice").primaryKey(),
    denominazione: text("denominazione").notNull(),
    tipo: text("tipo").notNull(),
    ...indirizzoColumns,
    telefono: text("telefono"),
    pec: text("pec"),
  },
  (t) => [check("sedi_codice_sei_cifre", sql`${t.codice} ~ '^[0-9]{6}$'`)],
);

export type Sede = typeof sedi.$inferSelect;
