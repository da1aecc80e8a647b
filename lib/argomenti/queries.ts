import "server-only";
import { asc, eq } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import type { ViewerScope } from "@/lib/auth/viewer";

/** All argomenti, also those offered no more, in the order in which they are offered. */
export function listArgomenti({ tx }: ViewerScope) {
  return tx
    .select()
    .from(argomenti)
    .orderBy(asc(argomenti.categoriaCodice), asc(argomenti.ordine), asc(argomenti.nome));
}

export function listCategorie({ tx }: ViewerScope) {
  return tx.select().from(categorieQuesito).orderBy(asc(categorieQuesito.ordine));
}

/** No row: there is none of that codice. */
export function getArgomento({ tx }: ViewerScope, codice: string) {
  return tx
    .select({ argomento: argomenti, categoria: categorieQuesito.nome })
    .from(argomenti)
    .innerJoin(categorieQuesito, eq(categorieQuesito.codice, argomenti.categoriaCodice))
    .where(eq(argomenti.codice, codice));
}

export type ArgomentoElencato = Awaited<ReturnType<typeof listArgomenti>>[number];
export type CategoriaElencata = Awaited<ReturnType<typeof listCategorie>>[number];
