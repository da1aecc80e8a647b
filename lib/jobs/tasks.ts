import type { Sql } from "postgres";

/** Kept long enough to answer "who was logged in then?" for a month. */
export const GIORNI_SESSIONI = 30;
/** The longest lock-out lasts 8 hours. */
export const GIORNI_TENTATIVI = 2;

/** Deletes the sessions and the failed logins that nobody may need any more. @returns how many of each */
export async function pulizia(sql: Sql): Promise<{ sessioni: number; tentativi: number }> {
  const sessioni = await sql`
    delete from sessioni where creata_at < now() - make_interval(days => ${GIORNI_SESSIONI})`;
  const tentativi = await sql`
    delete from tentativi where visto_at < now() - make_interval(days => ${GIORNI_TENTATIVI})`;
  return { sessioni: sessioni.count, tentativi: tentativi.count };
}
