import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { deleghe } from "@/db/schema/deleghe";

/** The deleghe in force on a day, the last day included. posizioni_visibili() says the same in SQL. */
export const delegheValide = (oggi: string) =>
  and(
    eq(deleghe.stato, "attiva"),
    lte(deleghe.dataInizio, oggi),
    or(isNull(deleghe.dataFine), gte(deleghe.dataFine, oggi)),
  );
