import "server-only";
import { asc, eq } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { categorieQuesito } from "@/db/schema/argomenti";
import type { ViewerScope } from "@/lib/auth/viewer";

export type MotivoElencato = Awaited<ReturnType<typeof listMotiviTutti>>[number];

/** All reasons, also those offered no more, in the order in which they are offered. */
export function listMotiviTutti({ tx }: ViewerScope) {
  return motiviConCategoria(tx).orderBy(asc(motiviAppuntamento.ordine), asc(motiviAppuntamento.nome));
}

/** No row: there is none of that codice. */
export function getMotivo({ tx }: ViewerScope, codice: string) {
  return motiviConCategoria(tx).where(eq(motiviAppuntamento.codice, codice));
}

function motiviConCategoria(tx: ViewerScope["tx"]) {
  return tx
    .select({ motivo: motiviAppuntamento, categoria: categorieQuesito.nome })
    .from(motiviAppuntamento)
    .leftJoin(categorieQuesito, eq(categorieQuesito.codice, motiviAppuntamento.categoriaCodice));
}
