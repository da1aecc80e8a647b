import postgres, { type Sql, type TransactionSql } from "postgres";
import type { Contesto } from "./client";
import {
  anUtente,
  aSessione,
  aSoggetto,
  aViewer,
  codiceFiscaleOf,
  type NuovoProfilo,
  OGGI,
  type World,
} from "./mondo-di-prova";

/** What the acts on deleghe need beyond aWorld: proposte, nomine, groups, and the acts on a day of one's choice. */

type Row = Record<string, unknown>;
const insert = async (sql: Sql, table: string, row: Row) =>
  (await sql`insert into ${sql(table)} ${sql(row as Record<string, never>)} returning *`)[0] as Row;

/** The keys of a person, or the codice of a studio. */
type Parti = { datore: string; persona: string } | { datore: string; studio: string };

/** Waiting to be decided, made today by the datore unless told otherwise, with its event. @returns its id */
export async function aProposta(sql: Sql, parti: Parti, over: Row = {}): Promise<string> {
  const whom =
    "studio" in parti
      ? { tipo: "professionale", intermediario_codice: parti.studio }
      : { tipo: "personale", delegato_codice_fiscale: codiceFiscaleOf(parti.persona) };
  const datore = codiceFiscaleOf(parti.datore);
  const dates = { data_inizio: OGGI, termine: "2026-11-04" };
  const row = { datore_codice_fiscale: datore, ambito: "operazioni", proponente: "datore", ...dates };
  const { id } = await insert(sql, "proposte", { ...row, ...whom, ...over });
  const { tipo: _, ...who } = whom;
  await insert(sql, "eventi_delega", {
    delega_id: id,
    evento: "proposta",
    datore_codice_fiscale: datore,
    ...who,
  });
  return id as string;
}

export async function aGruppo(sql: Sql, studio: string, nome: string): Promise<string> {
  return (await insert(sql, "gruppi", { intermediario_codice: studio, nome })).id as string;
}

/** A person who exists, with one profilo. @returns what their requests run in */
export async function aPersona(sql: Sql, chiave: string, profilo: NuovoProfilo) {
  await aSoggetto(sql, chiave);
  return aViewer(sql, chiave, profilo);
}

/** A sub-abilitato whom the studio named and who accepted. */
export async function aSubAbilitato(sql: Sql, chiave: string, studio: string) {
  await aSoggetto(sql, chiave);
  const nomina = { intermediario_codice: studio, codice_fiscale: codiceFiscaleOf(chiave), stato: "attiva" };
  await insert(sql, "nomine", nomina);
  const { utente, profili } = await anUtente(sql, chiave, [
    { tipo: "intermediario", studio, ruolo: "sub_abilitato" },
  ]);
  return (await aSessione(sql, utente, profili[0])).contesto;
}

/** An act as the session of `contesto` would ask it on that day, whatever OGGI is; tables are open here. */
export const onDay = <T>(
  sql: Sql,
  contesto: Contesto,
  oggi: string,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.sessione', ${contesto.sessione ?? ""}, true),
      set_config('app.posizione', ${contesto.posizione ?? ""}, true), set_config('app.oggi', ${oggi}, true)`;
    return work(tx);
  }) as Promise<T>;

/** So many connections of their own, all of them open: what is asked through them at once is asked at once. */
export async function aCrowd(ownerUrl: string, quanti: number): Promise<Sql> {
  const crowd = postgres(ownerUrl, { max: quanti, onnotice: () => undefined });
  const opened = await Promise.all(
    Array.from({ length: quanti }, () => crowd`select pg_backend_pid() as pid, pg_sleep(0.2)`),
  );
  const pids = new Set(opened.map(([row]) => row?.pid));
  if (pids.size < quanti) throw new Error(`${pids.size} connections instead of ${quanti}`);
  return crowd;
}

/**
 * Around aWorld: anna has offered her delega to carla's studio, the studio asked nobody's, dario offers his to bruno.
 * silvia is sub-abilitata of the studio, ugo was, bruno is named; vito has the other studio. dario is in a group.
 */
export async function aStudioAtWork(sql: Sql, { studio, anna, dario, chi }: World) {
  const silvia = await aSubAbilitato(sql, "silvia", studio);
  const ugo = await aSubAbilitato(sql, "ugo", studio);
  await onDay(sql, chi.carla(), OGGI, (tx) => tx`select revoca_nomina(${codiceFiscaleOf("ugo")})`);
  await insert(sql, "nomine", { intermediario_codice: studio, codice_fiscale: codiceFiscaleOf("bruno") });
  const vito = await aPersona(sql, "vito", { tipo: "intermediario", studio: "S2" });
  const offerta = await aProposta(sql, { datore: "anna", studio });
  const chiesta = await aProposta(sql, { datore: "nessuno", studio }, { proponente: "delegato" });
  const aPersonaOfferta = await aProposta(sql, { datore: "dario", persona: "bruno" });
  const gruppo = await aGruppo(sql, studio, "Urgenti");
  const altrui = await aGruppo(sql, "S2", "Altri");
  const row = { posizione_id: dario, intermediario_codice: studio, gruppo_id: gruppo };
  await insert(sql, "gruppi_deleganti", row);
  await insert(sql, "preferenze", { posizione_id: anna, avvisa_se_aperto: true });
  return { silvia, ugo, vito, offerta, chiesta, aPersonaOfferta, gruppo, altrui };
}

export type Studio = Awaited<ReturnType<typeof aStudioAtWork>>;
