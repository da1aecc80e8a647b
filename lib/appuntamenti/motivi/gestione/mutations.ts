import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { type MotivoAppuntamento, motiviAppuntamento } from "@/db/schema/agenda";
import { categorieQuesito } from "@/db/schema/argomenti";
import { codiceDi } from "@/lib/argomenti/rules";

type Campi = Omit<MotivoAppuntamento, "codice" | "attivo" | "ordine">;

/** A new reason, the last of all; false: there is no such categoria. */
export function createMotivo(contesto: Contesto, campi: Campi): Promise<boolean> {
  return inTransaction(contesto, async (tx) => {
    const [categorie, all] = await Promise.all([
      tx.select({ codice: categorieQuesito.codice }).from(categorieQuesito),
      tx.select({ codice: motiviAppuntamento.codice }).from(motiviAppuntamento),
    ]);
    if (!isCategoria(campi.categoriaCodice, categorie)) return false;
    const presi = all.map(({ codice }) => codice);
    const ordine = sql`(select coalesce(max(m.ordine), 0) + 1 from motivi_appuntamento m)`;
    await tx.insert(motiviAppuntamento).values({ codice: codiceDi(campi.nome, presi), ordine, ...campi });
    return true;
  });
}

/** What is booked already keeps the minutes it has. @returns false: there is none of that codice, or categoria */
export function changeMotivo(
  contesto: Contesto,
  codice: string,
  nuovo: Campi & Pick<MotivoAppuntamento, "ordine" | "attivo">,
): Promise<boolean> {
  return inTransaction(contesto, async (tx) => {
    const categorie = await tx.select({ codice: categorieQuesito.codice }).from(categorieQuesito);
    if (!isCategoria(nuovo.categoriaCodice, categorie)) return false;
    const rows = await tx
      .update(motiviAppuntamento)
      .set(nuovo)
      .where(eq(motiviAppuntamento.codice, codice))
      .returning({ codice: motiviAppuntamento.codice });
    return rows.length > 0;
  });
}

const isCategoria = (codice: string | null, categorie: { codice: string }[]): boolean =>
  codice === null || categorie.some((categoria) => categoria.codice === codice);
