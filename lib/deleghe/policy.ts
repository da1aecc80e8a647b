import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { deleghe } from "@/db/schema/deleghe";
import type { Viewer } from "@/lib/auth/viewer";

/** The deleghe in force on a day, the last day included. posizioni_visibili() says the same in SQL. */
export const delegheValide = (oggi: string) =>
  and(
    eq(deleghe.stato, "attiva"),
    lte(deleghe.dataInizio, oggi),
    or(isNull(deleghe.fine), gte(deleghe.fine, oggi)),
  );

/** A studio's deleghe are proposed, decided on and given up by its titolare; a person's by that person. */
export const canDecideDeleghe = ({ profilo }: Viewer) =>
  profilo?.tipo !== "intermediario" || profilo.intermediario?.titolare === true;
