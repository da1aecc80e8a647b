import "server-only";
import { and, eq, gt, ne, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { quesiti } from "@/db/schema/quesiti";
import type { Rifiuto } from "../rules";

/** As many as one act takes. */
const PER_VOLTA = 500;

/** Thrown to undo what was given before one could not be. */
class NonTutti extends Error {
  constructor(readonly esito: Rifiuto) {
    super(esito);
  }
}

/** Gives all open quesiti of one person of the sede to another: all of them or none. @returns how many, or why not */
export async function reassignAll(
  contesto: Contesto,
  da: string,
  a: string,
  motivo: string,
): Promise<number | Rifiuto> {
  try {
    return await inTransaction(contesto, async (tx) => {
      let quanti = 0;
      let ultimo = "00000000-0000-0000-0000-000000000000";
      for (;;) {
        const rows = await tx
          .select({ id: quesiti.id })
          .from(quesiti)
          .where(
            and(
              eq(quesiti.sedeCodice, sql`(select responsabile_corrente())`),
              eq(quesiti.assegnatoA, da),
              ne(quesiti.stato, "chiuso"),
              gt(quesiti.id, ultimo),
            ),
          )
          .orderBy(quesiti.id)
          .limit(PER_VOLTA);
        const ids = rows.map(({ id }) => id);
        if (ids.length === 0) return quanti;
        const given = sql.param(`{${ids.join(",")}}`);
        const [row] = await tx.execute<{ esito: "ok" | Rifiuto }>(
          sql`select assegna_quesiti(${given}::uuid[], ${a}::uuid, ${motivo}) as esito`,
        );
        if (row?.esito !== "ok") throw new NonTutti(row?.esito ?? "non_trovata");
        quanti += ids.length;
        ultimo = ids.at(-1) ?? ultimo;
      }
    });
  } catch (error) {
    if (error instanceof NonTutti) return error.esito;
    throw error;
  }
}
