import "server-only";
import { desc, isNotNull, sql } from "drizzle-orm";
import { posta } from "@/db/schema/posta";
import type { ViewerScope } from "@/lib/auth/viewer";

/** Sent mail is kept no longer (lib/jobs/tasks.ts). */
export const GIORNI_INVIATE = 30;
export const LETTERE_IN_ELENCO = 100;

/** How many mails there are of each kind; `dal`: since when the first of those that wait is waiting. */
export async function countPosta({ tx }: ViewerScope) {
  const daInviare = sql`${posta.inviataAt} is null and ${posta.abbandonataAt} is null`;
  const [row] = await tx
    .select({
      inAttesa: sql<number>`count(*) filter (where ${daInviare})::int`,
      dal: sql<string | null>`(min(${posta.accodataAt}) filter (where ${daInviare}))`,
      inviate: sql<number>`count(*) filter (where ${posta.inviataAt} > now() - make_interval(days => ${GIORNI_INVIATE}))::int`,
      abbandonate: sql<number>`count(${posta.abbandonataAt})::int`,
    })
    .from(posta);
  const { inAttesa = 0, dal = null, inviate = 0, abbandonate = 0 } = row ?? {};
  return { inAttesa, dal: dal === null ? null : new Date(dal), inviate, abbandonate };
}

/** Dead letters, the last given up first. To whom they go nobody reads. */
export function listAbbandonate({ tx }: ViewerScope) {
  const { id, modello, accodataAt, abbandonataAt, tentativi, ultimoErrore } = posta;
  return tx
    .select({ id, modello, accodataAt, abbandonataAt, tentativi, ultimoErrore })
    .from(posta)
    .where(isNotNull(posta.abbandonataAt))
    .orderBy(desc(posta.abbandonataAt), desc(posta.id))
    .limit(LETTERE_IN_ELENCO);
}

export type ContoPosta = Awaited<ReturnType<typeof countPosta>>;
export type LetteraAbbandonata = Awaited<ReturnType<typeof listAbbandonate>>[number];
