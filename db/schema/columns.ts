import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, integer, text, timestamp } from "drizzle-orm/pg-core";

/** An instant, stored in UTC. Legal validity never uses it: that is a plain `date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** An amount in integer cents of a euro. */
export const cents = (name: string) => integer(name);

/** Where somebody lives, works or receives. */
export const indirizzoColumns = {
  indirizzo: text("indirizzo"),
  cap: text("cap"),
  comune: text("comune"),
  provincia: text("provincia"),
};

/** A CHECK that keeps a text column inside a closed list of values. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(name, sql`${column} in (${list})`);
}
