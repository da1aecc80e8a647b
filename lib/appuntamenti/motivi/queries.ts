import "server-only";
import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import { motiviAppuntamento } from "@/db/schema/agenda";
import { appuntamenti } from "@/db/schema/appuntamenti";
import { argomenti } from "@/db/schema/argomenti";
import { quesiti } from "@/db/schema/quesiti";
import { sedi } from "@/db/schema/sedi";
import type { CassettoScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { anomalie, situazioni } from "@/lib/pagamenti/rules";
import { listRapporti } from "@/lib/rapporti/queries";
import { isStesso, percheOfferti } from "./rules";

export type Offerta = Awaited<ReturnType<typeof listOfferti>>[number];

/** What an appuntamento can be asked for in this drawer today, and which of it has one already. */
export async function listOfferti(scope: CassettoScope, oggi: DataIso) {
  const [motivi, domande, rapporti, contributi, versamenti, vivi] = await Promise.all([
    listMotivi(scope),
    listQuesitiConMotivo(scope),
    listRapporti(scope),
    listContributi(scope),
    listVersamenti(scope),
    listVivi(scope),
  ]);
  const daSistemare = anomalie(situazioni(contributi, versamenti, oggi), rapporti);
  return percheOfferti(motivi, domande, daSistemare, oggi).flatMap((perche) => {
    const motivo = motivi.find(({ codice }) => codice === perche.motivo);
    const quesito = domande.find(({ protocollo }) => protocollo === perche.quesito) ?? null;
    if (!motivo) return [];
    return {
      perche,
      motivo,
      quesito,
      lavoratore: rapporti.find(({ codice }) => codice === perche.rapporto) ?? null,
      vivo: vivi.find((vivo) => isStesso(vivo, perche, quesito?.id ?? null)) ?? null,
    };
  });
}

/** Where an appuntamento about this rapporto (null: the posizione) may be had, the competent sede first. */
export function listSediPossibili({ tx, posizioneId }: CassettoScope, rapporto: string | null) {
  const possibili = sql`sedi_per_appuntamenti(${posizioneId}::uuid, ${rapporto}) with ordinality as s (codice, n)`;
  return tx
    .select({ ...SEDE, ordine: sql<number>`s.n::int` })
    .from(sedi)
    .innerJoin(possibili, eq(sedi.codice, sql`s.codice`))
    .orderBy(asc(sql`s.n`));
}
export type SedePossibile = Awaited<ReturnType<typeof listSediPossibili>>[number];

const SEDE = {
  codice: sedi.codice,
  denominazione: sedi.denominazione,
  indirizzo: sedi.indirizzo,
  cap: sedi.cap,
  comune: sedi.comune,
  provincia: sedi.provincia,
  telefono: sedi.telefono,
};

function listMotivi({ tx }: CassettoScope) {
  return tx
    .select()
    .from(motiviAppuntamento)
    .where(eq(motiviAppuntamento.attivo, true))
    .orderBy(asc(motiviAppuntamento.ordine), asc(motiviAppuntamento.codice));
}

/** Those that may give a reason; whether they do today is for the rules to say. */
function listQuesitiConMotivo({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({
      id: quesiti.id,
      protocollo: quesiti.protocollo,
      oggetto: quesiti.oggetto,
      stato: quesiti.stato,
      esito: quesiti.esito,
      termine: quesiti.termine,
      sospesoDal: quesiti.sospesoDal,
      rapporto: quesiti.rapporto,
      categoriaCodice: argomenti.categoriaCodice,
    })
    .from(quesiti)
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .where(
      and(
        eq(quesiti.posizioneId, posizioneId),
        or(eq(quesiti.esito, "negativo"), ne(quesiti.stato, "chiuso")),
      ),
    )
    .orderBy(asc(quesiti.protocollo));
}

/** Booked and not yet over, or held by whoever looks; `offerta`: from the waiting list. */
function listVivi({ tx, posizioneId }: CassettoScope) {
  return tx
    .select({
      id: appuntamenti.id,
      numero: appuntamenti.numero,
      stato: appuntamenti.stato,
      motivoCodice: appuntamenti.motivoCodice,
      quesitoId: appuntamenti.quesitoId,
      rapporto: appuntamenti.rapporto,
      anno: appuntamenti.anno,
      trimestre: appuntamenti.trimestre,
      progressivo: appuntamenti.progressivo,
      sedeCodice: appuntamenti.sedeCodice,
      modo: appuntamenti.modo,
      inizioAt: appuntamenti.inizioAt,
      scadeAt: appuntamenti.scadeAt,
      offerta: sql<boolean>`exists (select from attese t
        where t.appuntamento_id = appuntamenti.id and t.stato = 'offerta')`,
    })
    .from(appuntamenti)
    .where(
      and(
        eq(appuntamenti.posizioneId, posizioneId),
        sql`${appuntamenti.spostaId} is null`,
        or(
          sql`${appuntamenti.stato} = 'confermato' and ${appuntamenti.chiusoAt} is null
            and ${appuntamenti.fineAt} > adesso()`,
          sql`${appuntamenti.stato} = 'in_prenotazione' and ${appuntamenti.scadeAt} > now()
            and ${appuntamenti.utenteId} = (select utente_corrente())`,
        ),
      ),
    );
}
