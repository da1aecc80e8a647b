import type { Sql } from "postgres";
import type { DataIso } from "@/lib/dates";

/** Kept long enough to answer "who was logged in then?" for a month. */
export const GIORNI_SESSIONI = 30;
/** The longest lock-out lasts 8 hours. */
export const GIORNI_TENTATIVI = 2;
/** Long enough to answer "was it sent?"; what was given up stays until somebody has looked. */
export const GIORNI_POSTA = 30;

type Pulizia = { sessioni: number; tentativi: number; posta: number };

/** Deletes the sessions, failed logins and sent mails that nobody may need any more. @returns how many of each */
export async function pulizia(sql: Sql): Promise<Pulizia> {
  const sessioni = await sql`
    delete from sessioni where creata_at < now() - make_interval(days => ${GIORNI_SESSIONI})`;
  const tentativi = await sql`
    delete from tentativi where visto_at < now() - make_interval(days => ${GIORNI_TENTATIVI})`;
  await sql`delete from promemoria where scadenza < now() - make_interval(days => ${GIORNI_POSTA})`;
  const posta = await sql`
    delete from posta where inviata_at < now() - make_interval(days => ${GIORNI_POSTA})`;
  return { sessioni: sessioni.count, tentativi: tentativi.count, posta: posta.count };
}

/**
 * What the calendar alone brings about: proposte nobody decided on in time, deleghe past their last day, dues that
 * passed theirs on the desks. Nothing is open a day longer without it (posizioni_visibili() looks at the dates); a
 * second time on the same day finds nothing left.
 */
export async function scadenze(
  sql: Sql,
  oggi: DataIso,
): Promise<{ proposte: number; deleghe: number; scrivanie: number }> {
  const [row] = await sql`select proposte, deleghe, scrivanie from scadi_deleghe(${oggi})`;
  return { proposte: row?.proposte ?? 0, deleghe: row?.deleghe ?? 0, scrivanie: row?.scrivanie ?? 0 };
}

/**
 * A mail to each datore who asked for it, for each due date of the next seven days on which something is still owed; once
 * for each, however often it runs. @returns how many
 */
export async function promemoriaScadenze(sql: Sql, oggi: DataIso): Promise<{ promemoria: number }> {
  const [row] = await sql`select manda_promemoria(${oggi}) as quanti`;
  return { promemoria: row?.quanti ?? 0 };
}

/** No job of ours takes a tenth of it: whoever has held one longer is gone. */
export const MINUTI_ABBANDONO = 10;

/**
 * Gives back to the queue what a worker held that was killed on the spot: graphile-worker itself waits four hours,
 * an answer of a sede must not. Should the worker still live, nothing is done twice: every job looks whether it is
 * still to be done. A mail whose last try ended like that has nobody who would give it up: it is given up here, where
 * an amministratore sees it. @returns how many jobs, and how many mails
 */
export async function ripresa(sql: Sql): Promise<{ ripresi: number; abbandonate: number }> {
  const [row] = await sql<{ ripresi: number }[]>`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)), count(*)::int as ripresi
    from graphile_worker.jobs where locked_at < now() - make_interval(mins => ${MINUTI_ABBANDONO})
    having count(*) > 0`;
  // Locked: it is on its way out this moment.
  const abbandonate = await sql`
    update posta set abbandonata_at = now(), ultimo_errore = coalesce(ultimo_errore, 'INTERROTTA')
    where id in (
      select p.id from posta p
      where p.inviata_at is null and p.abbandonata_at is null and not exists (
        select from graphile_worker.jobs j
        where j.key = p.id::text and (j.attempts < j.max_attempts or j.locked_at is not null))
      for update skip locked)`;
  return { ripresi: row?.ripresi ?? 0, abbandonate: abbandonate.count };
}
