import type { Sql } from "postgres";
import { aPersona } from "./mondo-deleghe";
import { DATORI, DELEGATI, STUDI } from "./mondo-deleghe-sequenze";
import { anIntermediario, aPosizione, aViewer, codiceFiscaleOf } from "./mondo-di-prova";

type Contesti = Awaited<ReturnType<typeof aViewer>>[];

/** Nobody who was in a run before: events stay. */
export async function aPalcoscenico(owner: Sql, run: string) {
  const people = {
    codici: [] as string[],
    posizioni: [] as string[],
    chi: [] as Contesti,
  };
  for (let n = 0; n < DATORI; n += 1) {
    const chiave = `d${"abcd"[n]}${run}`;
    people.posizioni.push(await aPosizione(owner, chiave, "000001"));
    people.codici.push(codiceFiscaleOf(chiave));
    people.chi.push(await aViewer(owner, chiave, { tipo: "datore" }));
  }
  const delegati: string[] = [];
  const viewers: Contesti = [];
  for (let n = 0; n < DELEGATI; n += 1) {
    const chiave = `${n < STUDI ? "t" : "p"}${"abcd"[n]}${run}`;
    const studio = n < STUDI ? await anIntermediario(owner, `S${n}${run}`) : undefined;
    viewers.push(
      await aPersona(owner, chiave, studio ? { tipo: "intermediario", studio } : { tipo: "delegato" }),
    );
    delegati.push(studio ?? codiceFiscaleOf(chiave));
  }
  return { ...people, delegati, viewers };
}
export type Palcoscenico = Awaited<ReturnType<typeof aPalcoscenico>>;

/** prova_aperti(): what each of many sessions may open, each drawer asked for by itself, and what its desk counts. */
export async function createAperti(sql: Sql): Promise<void> {
  await sql.unsafe(`create function prova_aperti(p_sessioni text[], p_cassetti uuid[], p_oggi text)
    returns table (chi int, aperti uuid[], contati int) language plpgsql as $$
    declare cassetto uuid;
    begin
      perform set_config('app.oggi', p_oggi, true);
      for chi in 1..cardinality(p_sessioni) loop
        perform set_config('app.sessione', p_sessioni[chi], true);
        aperti := '{}';
        foreach cassetto in array p_cassetti loop
          perform set_config('app.posizione', cassetto::text, true);
          aperti := aperti || array(select posizioni_visibili());
        end loop;
        contati := (select c.deleganti from conta_deleganti() c);
        return next;
      end loop;
    end $$`);
}
