import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { deleganti } from "@/db/schema/deleganti";
import { type Delega, deleghe, intermediari } from "@/db/schema/deleghe";
import { eventiDelega } from "@/db/schema/proposte";
import { soggetti } from "@/db/schema/soggetti";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import { delegheValide } from "./policy";

const MASSIMO = 100;

/** The deleghe in force on the drawer, with the delegato's or the intermediario's contacts. */
export function listDelegheAttive(scope: CassettoScope, oggi: string) {
  return selectDeleghe(scope).where(and(eq(deleghe.posizioneId, scope.posizioneId), delegheValide(oggi)));
}

/** Every delega of the drawer, the latest begun first, at most 100. */
export function listDeleghe(scope: CassettoScope) {
  return selectDeleghe(scope)
    .where(eq(deleghe.posizioneId, scope.posizioneId))
    .orderBy(desc(deleghe.dataInizio), deleghe.id)
    .limit(MASSIMO);
}

/** One of them; no row when it is not of this drawer. */
export function getDelega(scope: CassettoScope, delegaId: string) {
  return selectDeleghe(scope).where(
    and(eq(deleghe.posizioneId, scope.posizioneId), eq(deleghe.id, delegaId)),
  );
}

/** The delega by which the viewer, not its datore, is in the drawer. */
export function getDelegaInUso(scope: CassettoScope, oggi: string) {
  return selectDeleghe(scope).where(
    and(
      eq(deleghe.posizioneId, scope.posizioneId),
      delegheValide(oggi),
      sql`(${deleghe.intermediarioCodice} = (select intermediario_corrente())
        or ${deleghe.delegatoCodiceFiscale} = (select persona_corrente()))`,
    ),
  );
}

/** What happened to one delega or proposta, from the first; what the viewer may not see is left out by its policy. */
export function listEventi({ tx }: ViewerScope | CassettoScope, delegaId: string) {
  return tx
    .select({
      id: eventiDelega.id,
      quandoAt: eventiDelega.quandoAt,
      evento: eventiDelega.evento,
      chi: eventiDelega.chi,
      perConto: eventiDelega.perConto,
      motivo: eventiDelega.motivo,
    })
    .from(eventiDelega)
    .where(eq(eventiDelega.delegaId, delegaId))
    .orderBy(asc(eventiDelega.id));
}

/** What is given to the viewer and has not begun: to them as a person, or to the studio in whose name they are here. */
export async function listDelegheFuture({ tx }: ViewerScope, a: "persona" | "studio") {
  return tx.execute<{
    id: string;
    datore: string;
    nome: string;
    dal: DataIso;
    al: DataIso | null;
    ambito: Delega["ambito"];
    titolo: Delega["titolo"];
  }>(
    sql`select id, datore, nome, dal::text, al::text, ambito, titolo from deleghe_future(${a === "studio"})`,
  );
}

/** Which drawer a delega in force opens, and whose it is; nothing unless it is on the viewer's desk. */
export async function getCassettoDellaDelega({ tx }: ViewerScope, delegaId: string) {
  const [row] = await tx
    .select({ posizioneId: deleganti.posizioneId, nome: deleganti.nome, cognome: deleganti.cognome })
    .from(deleganti)
    .where(eq(deleganti.delegaId, delegaId));
  return row;
}

/** How much waits for the viewer's own answer: as datore, as a person, as titolare of a studio. */
export async function countProposteRicevute({ tx }: ViewerScope | CassettoScope) {
  const [row] = await tx.execute<{ datore: number; persona: number; studio: number }>(sql`
    select count(*) filter (where p.proponente = 'delegato' and p.datore_codice_fiscale = (select datore_corrente()))::int as datore,
      count(*) filter (where p.proponente = 'datore' and p.delegato_codice_fiscale = (select persona_corrente()))::int
        + (select count(*) from nomine n
          where n.codice_fiscale = (select persona_corrente()) and n.stato = 'proposta')::int as persona,
      count(*) filter (where p.proponente = 'datore' and p.intermediario_codice = (select titolare_corrente()))::int as studio
    from proposte p where p.stato = 'proposta' and p.termine >= (select oggi())`);
  return { delDatore: row?.datore ?? 0, allaPersona: row?.persona ?? 0, alloStudio: row?.studio ?? 0 };
}

function selectDeleghe({ tx }: CassettoScope) {
  return tx
    .select({ delega: deleghe, intermediario: intermediari, delegato: soggetti })
    .from(deleghe)
    .leftJoin(intermediari, eq(intermediari.codice, deleghe.intermediarioCodice))
    .leftJoin(soggetti, eq(soggetti.codiceFiscale, deleghe.delegatoCodiceFiscale));
}

export type DelegaElencata = Awaited<ReturnType<typeof listDeleghe>>[number];
export type DelegaFutura = Awaited<ReturnType<typeof listDelegheFuture>>[number];
export type EventoElencato = Awaited<ReturnType<typeof listEventi>>[number];
