import "server-only";
import { eq, sql } from "drizzle-orm";
import {
  assenze,
  disponibilita,
  MODI_APPUNTAMENTO,
  type MotivoAppuntamento,
  patroni,
} from "@/db/schema/agenda";
import type { ViewerScope } from "@/lib/auth/viewer";
import { addDays, type DataIso } from "@/lib/dates";
import { festaOn } from "@/lib/giorni-lavorativi";
import { listPrimi, type PrimoLibero } from "../orari/queries";
import { isPatrono } from "../orari/rules";
import { type Conto, lunedi, type Misure, perMotivo, type Settimana, settimane } from "./rules";

const DELLA_SEDE = sql`(select sede_corrente())`;

/** What the viewer's sede planned, was asked for and used: by week, and by reason over all these weeks. */
export async function readCapacita(
  { tx }: ViewerScope,
  oggi: DataIso,
): Promise<{ settimane: Settimana[]; motivi: (Misure & { motivo: string })[] }> {
  const giorni = lunedi(oggi);
  const dal = giorni[0] as DataIso;
  const al = addDays(giorni.at(-1) as DataIso, 7);
  const inizio = sql`a.inizio_at at time zone 'Europe/Rome'`;
  const [regole, esperti, via, [santo], conti] = await Promise.all([
    tx.select().from(disponibilita).where(eq(disponibilita.sedeCodice, DELLA_SEDE)),
    tx.execute<{ esperto: string }>(sql`select e.esperto from esperti_di(array[${DELLA_SEDE}]) e`),
    tx
      .select({ esperto: assenze.esperto, inizioAt: assenze.inizioAt, fineAt: assenze.fineAt })
      .from(assenze)
      .where(sql`${assenze.sedeCodice} = ${DELLA_SEDE} and ${assenze.fineAt} > ${dal}::date - 1`),
    tx.select().from(patroni).where(eq(patroni.sedeCodice, DELLA_SEDE)),
    tx.execute<Conto>(sql`
      select to_char(date_trunc('week', ${inizio}), 'YYYY-MM-DD') as lunedi, a.motivo_codice as motivo, a.stato,
        count(*)::int as quanti,
        sum(extract(epoch from upper(a.impegno) - lower(a.impegno)) / 60)::int as minuti
      from appuntamenti a
      where a.sede_codice = ${DELLA_SEDE} and a.stato <> 'in_prenotazione'
        and a.inizio_at >= ${dal}::timestamp at time zone 'Europe/Rome'
        and a.inizio_at < ${al}::timestamp at time zone 'Europe/Rome'
      group by 1, 2, 3`),
  ]);
  // Who is an esperto no longer has received so far, and will receive nobody, whatever their openings say.
  const ieri = addDays(oggi, -1);
  const attuali = new Set(esperti.map(({ esperto }) => esperto));
  const aperture = regole.map((riga) => ({
    ...riga,
    dalle: riga.dalle.slice(0, 5),
    alle: riga.alle.slice(0, 5),
    al: attuali.has(riga.esperto) || (riga.al !== null && riga.al < ieri) ? riga.al : ieri,
  }));
  const assenti = via.map(({ esperto, inizioAt, fineAt }) => ({
    esperto,
    inizio: inizioAt.getTime() / 60_000,
    fine: fineAt.getTime() / 60_000,
    assenza: true,
  }));
  const chiuso = (data: DataIso) => festaOn(data) !== undefined || isPatrono(data, santo);
  return { settimane: settimane(oggi, aperture, assenti, conti, chiuso), motivi: perMotivo(conti) };
}

/**
 * The first time each way offers at the viewer's sede to a cittadino who asks now. The notice is added here: a sede
 * itself needs none.
 */
export async function listPrimiPerCittadini(
  scope: ViewerScope,
  { codice, preavvisoOre }: Pick<MotivoAppuntamento, "codice" | "preavvisoOre">,
  oggi: DataIso,
  adesso: Date,
): Promise<PrimoLibero[]> {
  const [row] = await scope.tx.execute<{ sede: string | null }>(sql`select ${DELLA_SEDE} as sede`);
  return listPrimi(scope, {
    ...{ motivo: codice, modi: [...MODI_APPUNTAMENTO], sedi: row?.sede ? [row.sede] : [], oggi },
    adesso: new Date(adesso.getTime() + preavvisoOre * 3_600_000),
  });
}
