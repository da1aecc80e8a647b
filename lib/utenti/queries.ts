import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { intermediari } from "@/db/schema/deleghe";
import { sedi } from "@/db/schema/sedi";
import { profili, sessioni } from "@/db/schema/utenti";
import type { ViewerScope } from "@/lib/auth/viewer";

/** The viewer's own profiles, to choose from. */
export function listProfili({ tx }: ViewerScope) {
  return tx
    .select({
      id: profili.id,
      tipo: profili.tipo,
      sede: sedi.denominazione,
      intermediario: intermediari.denominazione,
      intermediarioCodice: profili.intermediarioCodice,
    })
    .from(profili)
    .leftJoin(sedi, eq(sedi.codice, profili.sedeCodice))
    .leftJoin(intermediari, eq(intermediari.codice, profili.intermediarioCodice))
    .orderBy(profili.tipo, profili.id);
}

/** The viewer's sessions still open, newest first, at most 50. */
export function listSessioniAperte({ tx }: ViewerScope) {
  return tx
    .select({
      id: sessioni.id,
      dispositivo: sessioni.dispositivo,
      creataAt: sessioni.creataAt,
      vistaAt: sessioni.vistaAt,
    })
    .from(sessioni)
    .where(
      and(
        isNull(sessioni.chiusaAt),
        sql`${sessioni.vistaAt} > now() - interval '15 minutes'`,
        sql`${sessioni.creataAt} > now() - interval '12 hours'`,
      ),
    )
    .orderBy(desc(sessioni.vistaAt))
    .limit(50);
}
