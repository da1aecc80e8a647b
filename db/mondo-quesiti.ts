import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Contesto } from "./client";
import { aPersona, aSubAbilitato, onDay } from "./mondo-deleghe";
import { aDelega, anIntermediario, codiceFiscaleOf, DOMANI, IERI, OGGI, type World } from "./mondo-di-prova";
import type { Bozza } from "./schema/messaggi";
import type { Quesito } from "./schema/quesiti";

/** What the acts on quesiti need beyond aWorld: quesiti in any state, answers on their way, files, pareri. */

type Row = Record<string, unknown>;
const insert = async (sql: Sql, table: string, row: Row) =>
  (await sql`insert into ${sql(table)} ${sql(row as Record<string, never>)} returning *`)[0] as Row;

export const ARGOMENTO = "avviso_inesatto";
/** Thirty days from OGGI, which is a working day. */
export const TERMINE = "2026-11-04";

export async function utenteDi(sql: Sql, chiave: string): Promise<string> {
  const [utente] = await sql`select id from utenti where codice_fiscale = ${codiceFiscaleOf(chiave)}`;
  return utente?.id;
}

/** Who opens it, and who has it in charge, by their keys; `assegnato`: somebody of the sede. */
type NuovoQuesito = {
  posizione: string;
  aperto: string;
  sede: string;
  assegnato?: string;
  stato?: Quesito["stato"];
  over?: Row;
};
export type QuesitoFatto = { id: string; posizione: string; sede: string; protocollo: string };

/** A quesito with its first messaggio, number and event, as invia_bozza would have left it and as it then became. */
export async function aQuesito(
  sql: Sql,
  {
    posizione,
    aperto,
    sede,
    assegnato,
    stato = assegnato ? "in_carico" : "inviato",
    over = {},
  }: NuovoQuesito,
): Promise<QuesitoFatto> {
  const id = randomUUID();
  const utente = await utenteDi(sql, aperto);
  const nessuno = { sessione: null, posizione: null };
  const [numero] = await onDay(sql, nessuno, OGGI, (tx) => tx`select protocolla(${sede}) as protocollo`);
  const protocollo: string = numero?.protocollo;
  const chiuso = stato === "chiuso" ? { chiuso_at: new Date(), chiuso_da: "sede", esito: "positivo" } : {};
  await insert(sql, "quesiti", {
    ...{ posizione_id: posizione, id, protocollo, sede_codice: sede, argomento_codice: ARGOMENTO },
    ...{ datore_nome: "anna", oggetto: "Importo sbagliato", stato, aperto_da: utente, termine: TERMINE },
    assegnato_a: assegnato ? await utenteDi(sql, assegnato) : null,
    sospeso_dal: stato === "in_attesa_del_cittadino" ? OGGI : null,
    parole: "",
    ...chiuso,
    ...over,
  });
  const parti = {
    posizione_id: posizione,
    quesito_id: id,
    lato: "cittadino",
    utente_id: utente,
    chi: aperto,
  };
  await insert(sql, "messaggi", { ...parti, id, protocollo, profilo: "datore", testo: "Le ore sono altre." });
  await insert(sql, "eventi_quesito", { ...parti, profilo: "datore", evento: "inviato" });
  return { id, posizione, sede, protocollo };
}

type DiQuesito = Pick<QuesitoFatto, "id" | "posizione">;

/** Something being written; with `parte` an answer on its way, that leaves so many seconds from now. @returns its id */
export async function aRisposta(
  sql: Sql,
  { id: quesito, posizione }: DiQuesito,
  chi: string,
  {
    azione = "risposta" as Bozza["azione"],
    parte = null as number | null,
    esito = null as Bozza["esito"],
  } = {},
): Promise<string> {
  const testo = { azione, esito, testo: "Abbiamo corretto le ore." };
  const parti = { id: randomUUID(), posizione_id: posizione, quesito_id: quesito, lato: "sede" };
  const { id } = await insert(sql, "bozze", {
    ...{ ...parti, ...testo, utente_id: await utenteDi(sql, chi) },
    parte_at: parte === null ? null : new Date(Date.now() + parte * 1000),
  });
  return id as string;
}

/** A bozza of who asks, complete. @returns its id */
export async function aBozza(sql: Sql, posizione: string, chi: string, over: Row = {}): Promise<string> {
  const testo = { argomento_codice: ARGOMENTO, oggetto: "Importo sbagliato", testo: "Le ore sono altre." };
  const row = {
    id: randomUUID(),
    posizione_id: posizione,
    utente_id: await utenteDi(sql, chi),
    lato: "cittadino",
  };
  return (await insert(sql, "bozze", { ...row, ...testo, ...over })).id as string;
}

/** A file with its bytes and one page drawn, let through by the antivirus unless told otherwise. @returns its id */
export async function anAllegato(
  sql: Sql,
  posizione: string,
  di: { bozza: string } | { messaggio: string },
  over: Row = {},
): Promise<string> {
  const contenuto = randomBytes(64);
  const sha256 = createHash("sha256").update(contenuto).digest("hex");
  const [bozza_id, messaggio_id] = "bozza" in di ? [di.bozza, null] : [null, di.messaggio];
  const file = { nome: "ricevuta.pdf", tipo: "pdf", byte: 64, sha256, pagine: 1, scansione: "pulito" };
  const row = { posizione_id: posizione, bozza_id, messaggio_id, ...file, ...over };
  const { id } = await insert(sql, "allegati", row);
  const parti = { posizione_id: posizione, allegato_id: id };
  await insert(sql, "contenuti_allegato", { ...parti, contenuto });
  await insert(sql, "anteprime", { ...parti, pagina: 1, larghezza: 10, altezza: 10, contenuto });
  return id as string;
}

/** Asked of the esperto by who has it in charge, and not given yet. @returns its id */
export async function aParere(sql: Sql, { id, posizione }: DiQuesito, da: string, esperto: string) {
  const chiesto = { chiesto_da: await utenteDi(sql, da), chiesto_da_nome: da, domanda: "È giusto?" };
  const asked = { ...chiesto, esperto: await utenteDi(sql, esperto), esperto_nome: esperto };
  return (await insert(sql, "pareri", { posizione_id: posizione, quesito_id: id, ...asked })).id as string;
}

/** An act as SQL, on the day of the test world. @returns what it answers */
export async function chiede<T = string>(
  sql: Sql,
  contesto: Contesto,
  atto: string,
  oggi = OGGI,
): Promise<T> {
  const [row] = await onDay(sql, contesto, oggi, (tx) => tx.unsafe(`select ${atto} as esito`));
  return row?.esito as T;
}

/**
 * Around aWorld, by what they are to anna's drawer. ciro: delegato who may only read; elio: whose delega is over;
 * ines: intermediario who may only read. Of anna's sede, with olga and renzo: livia; of the other: omar, and the
 * esperta elsa. Both sedi are of one province.
 */
export async function aSedeAtWork(owner: Sql, { sede, altraSede, anna }: World) {
  await anIntermediario(owner, "S9");
  await owner`update sedi set provincia = 'TO'`;
  const chi = {
    ciro: await aPersona(owner, "ciro", { tipo: "delegato" }),
    elio: await aPersona(owner, "elio", { tipo: "delegato" }),
    ines: await aPersona(owner, "ines", { tipo: "intermediario", studio: "S9" }),
    livia: await aPersona(owner, "livia", { tipo: "operatore", sede }),
    omar: await aPersona(owner, "omar", { tipo: "operatore", sede: altraSede }),
    elsa: await aPersona(owner, "elsa", { tipo: "operatore", sede: altraSede }),
  };
  await owner`update profili set esperto = true where utente_id = ${await utenteDi(owner, "elsa")}`;
  await aDelega(owner, anna, { personaDi: "ciro" }, { ambito: "consultazione", titolo: "tutore" });
  await aDelega(owner, anna, { personaDi: "elio" }, { stato: "scaduta", data_fine: IERI });
  await aDelega(owner, anna, { studio: "S9" }, { ambito: "consultazione" });
  return chi;
}

/**
 * Deleghe of all kinds besides those of aSedeAtWork: the studio of ines may act for anna, silvia is its sub-abilitata,
 * ugo was; rita's delega was revoked, zeno's begins tomorrow.
 */
export async function aStudioAround(owner: Sql, { anna }: World, ines: () => Contesto) {
  const silvia = await aSubAbilitato(owner, "silvia", "S9");
  const ugo = await aSubAbilitato(owner, "ugo", "S9");
  await onDay(owner, ines(), OGGI, (tx) => tx`select revoca_nomina(${codiceFiscaleOf("ugo")})`);
  const rita = await aPersona(owner, "rita", { tipo: "delegato" });
  const zeno = await aPersona(owner, "zeno", { tipo: "delegato" });
  await owner`update deleghe set ambito = 'operazioni' where intermediario_codice = 'S9'`;
  await aDelega(owner, anna, { personaDi: "rita" }, { stato: "revocata", data_fine: IERI, titolo: "tutore" });
  await aDelega(owner, anna, { personaDi: "zeno" }, { data_inizio: DOMANI, titolo: "tutore" });
  return { silvia, ugo, rita, zeno };
}

/**
 * One quesito of anna, in charge of olga: elsa is asked about it, olga's answer is on its way with a file, bruno is
 * writing into it and was refused a file, anna writes another. One of dario at the other sede, that nobody took.
 */
export async function aQuesitiWorld(owner: Sql, { sede, altraSede, anna, dario }: World) {
  const diAnna = await aQuesito(owner, { posizione: anna, aperto: "anna", sede, assegnato: "olga" });
  const diDario = await aQuesito(owner, { posizione: dario, aperto: "dario", sede: altraSede });
  const parti = { posizione_id: anna, quesito_id: diAnna.id };
  const nota = { ...parti, utente_id: await utenteDi(owner, "olga"), chi: "olga", testo: "Chiamata." };
  await insert(owner, "note_quesito", nota);
  const { testo: _, ...chi } = nota;
  const come = { lato: "sede", profilo: "operatore" };
  await insert(owner, "eventi_quesito", { ...chi, ...come, evento: "parere_chiesto" });
  const parere = await aParere(owner, diAnna, "olga", "elsa");
  const risposta = await aRisposta(owner, diAnna, "olga", { parte: 60 });
  const diBruno = await aBozza(owner, anna, "bruno", { quesito_id: diAnna.id });
  const bozza = await aBozza(owner, anna, "anna");
  await anAllegato(owner, anna, { messaggio: diAnna.id });
  await anAllegato(owner, anna, { bozza: risposta });
  await anAllegato(owner, anna, { bozza: diBruno }, { scansione: "infetto" });
  await anAllegato(owner, dario, { messaggio: diDario.id }, { scansione: "in_attesa" });
  for (const sede_codice of [sede, altraSede]) {
    await insert(owner, "modelli_risposta", { sede_codice, titolo: "Ricevuta", testo: "Abbiamo ricevuto." });
  }
  return { diAnna, diDario, parere, risposta, bozza };
}
