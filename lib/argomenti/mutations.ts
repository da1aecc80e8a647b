import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { type Argomento, argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { codiceDi } from "./rules";

type Testi = Pick<Argomento, "nome" | "aiuto" | "termineGiorni">;

/** A new argomento, the last of its categoria; false: there is no such categoria. */
export function createArgomento(contesto: Contesto, categoria: string, testi: Testi): Promise<boolean> {
  return inTransaction(contesto, async (tx) => {
    const [categorie, all] = await Promise.all([
      tx.select().from(categorieQuesito).where(eq(categorieQuesito.codice, categoria)),
      tx.select({ codice: argomenti.codice }).from(argomenti),
    ]);
    if (categorie.length === 0) return false;
    const codice = codiceDi(
      testi.nome,
      all.map((argomento) => argomento.codice),
    );
    const ordine = sql`(select coalesce(max(a.ordine), 0) + 1 from argomenti a where a.categoria_codice = ${categoria})`;
    await tx.insert(argomenti).values({ codice, categoriaCodice: categoria, ordine, ...testi });
    return true;
  });
}

/** What was sent already keeps the last day it has. @returns false: there is none of that codice */
export async function changeArgomento(
  contesto: Contesto,
  codice: string,
  nuovo: Testi & Pick<Argomento, "ordine" | "attivo">,
): Promise<boolean> {
  const rows = await inTransaction(contesto, (tx) =>
    tx
      .update(argomenti)
      .set(nuovo)
      .where(eq(argomenti.codice, codice))
      .returning({ codice: argomenti.codice }),
  );
  return rows.length > 0;
}
