import { createHash, randomBytes, randomInt } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import { type Contesto, inTransaction, type Tx } from "./client";
import type { TipoProfilo } from "./schema/utenti";
import { createTestDatabase } from "./test-db";

/** The civil date of the test world: what the policies call today. */
export const OGGI = "2026-10-05";
export const IERI = "2026-10-04";
export const DOMANI = "2026-10-06";

/**
 * A database for one test file, with the settings by which db/client.ts finds it. Whatever reads lib/env.ts
 * when it is loaded (lib/log.ts does) must be imported after this, dynamically.
 */
export async function openWorld() {
  const database = await createTestDatabase();
  const owner = postgres(database.ownerUrl, { max: 4, onnotice: () => undefined });
  Object.assign(process.env, {
    DATABASE_URL: database.loginUrl,
    NEXTAUTH_SECRET: "un segreto che vale solo per le prove",
    PIN_PEPPER: "pepe per le prove",
    OGGI,
  });
  return {
    owner,
    database,
    close: async () => {
      await owner.end({ timeout: 5 });
      await database.drop();
    },
  };
}

/** The proofs of scope that lib/auth/session.ts mints, for queries tested without its gates. */
export function scopesOf(tx: Tx, { posizione }: Contesto) {
  return { viewer: { tx } as ViewerScope, cassetto: { tx, posizioneId: posizione } as CassettoScope };
}
export type Scopes = ReturnType<typeof scopesOf>;

/** What a query of a drawer, or one outside of any, finds for whoever `contesto` is of. */
export const read = <T>(contesto: Contesto, query: (scopes: Scopes) => Promise<T>) =>
  inTransaction(contesto, (tx) => query(scopesOf(tx, contesto)));

/** A well written codice fiscale of nobody: its place starts with X. */
export function codiceFiscaleOf(chiave: string): string {
  const letters = `${chiave.toUpperCase().replace(/[^A-Z]/g, "")}XXXXXX`.slice(0, 6);
  const number = createHash("sha256").update(chiave).digest().readUInt16BE() % 1000;
  const start = `${letters}70A41X${String(number).padStart(3, "0")}`;
  const end = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].find((letter) => !codiceFiscaleFault(start + letter));
  return start + end;
}

type Row = Record<string, unknown>;
/** What the row of a table is unless the test says otherwise. */
async function insert(sql: Sql, table: string, row: Row): Promise<postgres.Row> {
  const [made] = await sql`insert into ${sql(table)} ${sql(row as Record<string, never>)} returning *`;
  return made as postgres.Row;
}

export async function aSede(sql: Sql, codice: string): Promise<string> {
  await insert(sql, "sedi", { codice, denominazione: `Sede ${codice}`, tipo: "agenzia" });
  return codice;
}

export async function anIntermediario(sql: Sql, codice: string): Promise<string> {
  const row = {
    codice,
    denominazione: `Studio ${codice}`,
    tipo: "consulente",
    codice_fiscale: "01234567897",
  };
  await insert(sql, "intermediari", row);
  return codice;
}

/** A person, by default called like the key. @returns the codice fiscale */
export async function aSoggetto(sql: Sql, chiave: string, over: Row = {}): Promise<string> {
  const row = { codice_fiscale: codiceFiscaleOf(chiave), cognome: chiave, nome: "Prova", ...over };
  return (await insert(sql, "soggetti", row)).codice_fiscale;
}

/** The drawer of a person who is made with it. @returns its id */
export async function aPosizione(sql: Sql, chiave: string, sede: string, over: Row = {}): Promise<string> {
  const codiceFiscale = await aSoggetto(sql, chiave, over);
  return (await insert(sql, "posizioni", { codice_fiscale: codiceFiscale, sede_codice: sede })).id;
}

/** @returns its codice */
export async function aRapporto(sql: Sql, posizione: string, lavoratore: string, over: Row = {}) {
  const row = await insert(sql, "rapporti", {
    posizione_id: posizione,
    codice: String(randomInt(1_000_000_000, 9_999_999_999)),
    lavoratore,
    stato: "attivo",
    data_inizio: "2024-01-08",
    tipo_contratto: "indeterminato",
    mansione: "colf",
    livello: "B",
    convivente: false,
    ore_settimanali: 20,
    retribuzione_oraria: 900,
    cuaf: true,
    sede_codice: (await sql`select sede_codice from posizioni where id = ${posizione}`)[0]?.sede_codice,
    ...over,
  });
  return row.codice as string;
}

export type ChiaveContributo = { anno: number; trimestre: number; progressivo?: number };

export async function aContributo(
  sql: Sql,
  posizione: string,
  rapporto: string,
  { anno, trimestre, progressivo = 1 }: ChiaveContributo,
  over: Row = {},
): Promise<void> {
  const row = { posizione_id: posizione, rapporto, anno, trimestre, progressivo, settimane: 13, ore: 260 };
  const due = { importo: 41_600, quota_lavoratore: 10_000, cassacolf: 1_560, scadenza: `${anno}-12-31` };
  await insert(sql, "contributi", { ...row, ...due, ...over });
}

/** @returns its identificativo */
export async function aVersamento(
  sql: Sql,
  posizione: string,
  rapporto: string,
  { anno, trimestre, progressivo = 1 }: ChiaveContributo,
  over: Row = {},
): Promise<string> {
  const row = { posizione_id: posizione, rapporto, anno, trimestre, progressivo, data: "2026-07-09" };
  const paid = { identificativo: `V${randomBytes(6).toString("hex")}`, importo: 41_600, canale: "pagopa" };
  return (await insert(sql, "versamenti", { ...row, ...paid, ...over })).identificativo;
}

type Delegato = { personaDi: string } | { studio: string };

/** In force since last year and without an end, unless told otherwise. */
export async function aDelega(sql: Sql, posizione: string, delegato: Delegato, over: Row = {}) {
  const whom =
    "studio" in delegato
      ? { tipo: "professionale", intermediario_codice: delegato.studio }
      : { tipo: "personale", delegato_codice_fiscale: codiceFiscaleOf(delegato.personaDi) };
  const row = { posizione_id: posizione, data_inizio: "2025-01-01", stato: "attiva", ...whom, ...over };
  const { id } = await insert(sql, "deleghe", row);
  await sql`select aggiorna_deleganti(array[${posizione}::uuid], ${OGGI})`;
  return id as string;
}

/** `ruolo` is for an intermediario: titolare unless the test says otherwise. */
export type NuovoProfilo = {
  tipo: TipoProfilo;
  sede?: string;
  studio?: string;
  ruolo?: "titolare" | "sub_abilitato";
};

/** Somebody who can log in, with a PIN of their own. @returns the id, and the profiles' in the order given */
export async function anUtente(sql: Sql, chiave: string, profili: NuovoProfilo[], over: Row = {}) {
  const row = { codice_fiscale: codiceFiscaleOf(chiave), pin_hash: "nessuno", pin_iniziale: false, ...over };
  const utente: string = (await insert(sql, "utenti", row)).id;
  const ids: string[] = [];
  for (const { tipo, sede = null, studio = null, ruolo = studio && "titolare" } of profili) {
    const profilo = { utente_id: utente, tipo, sede_codice: sede, intermediario_codice: studio, ruolo };
    ids.push((await insert(sql, "profili", profilo)).id);
  }
  return { utente, profili: ids };
}

/** A session of `utente`, as `profilo` if one is chosen. @returns its row's id and the context of its requests */
export async function aSessione(sql: Sql, utente: string, profilo: string | null = null, over: Row = {}) {
  const chiave = randomBytes(32);
  const row = { utente_id: utente, chiave, profilo_id: profilo, dispositivo: "prova", ...over };
  const { id } = await insert(sql, "sessioni", row);
  const contesto = (posizione: string | null = null): Contesto => ({
    sessione: chiave.toString("hex"),
    posizione,
  });
  return { id: id as string, contesto };
}

/** A person with one profile and a session as such. @returns what their requests run in */
export async function aViewer(sql: Sql, chiave: string, profilo: NuovoProfilo) {
  const { utente, profili } = await anUtente(sql, chiave, [profilo]);
  return (await aSessione(sql, utente, profili[0])).contesto;
}

/**
 * Two employers and the people around them. anna: two rapporti, the first with three contributi, the first two of
 * them paid; bruno is her delegato. dario: one of each; carla's studio is his intermediario. Each has one visit in the register.
 */
export async function aWorld(sql: Sql) {
  const sede = await aSede(sql, "700100");
  const altraSede = await aSede(sql, "021500");
  const studio = await anIntermediario(sql, "S1");
  await anIntermediario(sql, "S2");
  const maria = await aSoggetto(sql, "maria");
  const luca = await aSoggetto(sql, "luca");
  for (const chiave of ["bruno", "carla", "olga"]) await aSoggetto(sql, chiave);

  const anna = await aPosizione(sql, "anna", sede);
  const attivo = await aRapporto(sql, anna, maria);
  const cessato = await aRapporto(sql, anna, luca, { stato: "cessato", data_fine: "2025-06-30" });
  for (const trimestre of [1, 2, 3]) await aContributo(sql, anna, attivo, { anno: 2026, trimestre });
  for (const trimestre of [1, 2]) await aVersamento(sql, anna, attivo, { anno: 2026, trimestre });
  await aDelega(sql, anna, { personaDi: "bruno" });

  const dario = await aPosizione(sql, "dario", altraSede);
  const diDario = await aRapporto(sql, dario, luca);
  await aContributo(sql, dario, diDario, { anno: 2026, trimestre: 1 });
  await aVersamento(sql, dario, diDario, { anno: 2026, trimestre: 1 });
  await aDelega(sql, dario, { studio });

  const chi = {
    anna: await aViewer(sql, "anna", { tipo: "datore" }),
    dario: await aViewer(sql, "dario", { tipo: "datore" }),
    bruno: await aViewer(sql, "bruno", { tipo: "delegato" }),
    carla: await aViewer(sql, "carla", { tipo: "intermediario", studio }),
    olga: await aViewer(sql, "olga", { tipo: "operatore", sede }),
    renzo: await aViewer(sql, "renzo", { tipo: "responsabile", sede }),
    nora: await aViewer(sql, "nora", { tipo: "amministratore" }),
  };
  const importazione = await insert(sql, "importazioni", { cartella: "archivio", esito: "caricato" });
  for (const [posizione, rapporto, chiave] of [
    [anna, attivo, "bruno"],
    [dario, diDario, "carla"],
  ] as const) {
    const variazione = {
      posizione_id: posizione,
      rapporto,
      importazione_id: importazione.id,
      campo: "livello",
    };
    await insert(sql, "variazioni_rapporto", { ...variazione, prima: "A", dopo: "B" });
    const [utente] = await sql`select id from utenti where codice_fiscale = ${codiceFiscaleOf(chiave)}`;
    const come = chiave === "carla" ? { profilo: "intermediario", intermediario_codice: studio } : {};
    const visita = { posizione_id: posizione, utente_id: utente?.id, profilo: "delegato", chi: chiave };
    await insert(sql, "accessi", { ...visita, ...come, cosa: "panoramica" });
  }
  await insert(sql, "tentativi", { chiave: randomBytes(32) });
  return { sede, altraSede, studio, maria, luca, anna, attivo, cessato, dario, diDario, chi };
}

export type World = Awaited<ReturnType<typeof aWorld>>;
