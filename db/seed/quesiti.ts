import postgres, { type TransactionSql } from "postgres";
import { addDays, type DataIso } from "@/lib/dates";
import { termineDi } from "@/lib/quesiti/rules";
import persone from "./persone.json";
import { MODELLI, STORIE } from "./quesiti/storie";
import type { Chi, Messaggio, Storia } from "./quesiti/tipi";
import { uuidOf } from "./uuid";

/** The sede of anna, elena and furio. */
const SEDE = "100000";
const STUDIO = "I00001";
type Persona = { utente: string; nome: string };
type Datore = { posizione: string; nome: string; rapporto: string };
type Mondo = {
  oggi: DataIso;
  sede: string;
  studio: string;
  gente: Record<Chi, Persona>;
  datori: { anna: Datore; dario: Datore; altri: Datore[] };
  numeri: Map<number, number>;
};
/** A messaggio with what it gets when its turn comes. */
type Inviato = Messaggio & { id: string; protocollo: string; quando: Date };

/** What the sede of the demo has been asked in the last year. A second start, or a single quesito, and it does nothing. */
export async function seedQuesitiDemo(ownerUrl: string, oggi: DataIso): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      const mondo = await readMondo(tx, oggi);
      if (!mondo) return;
      const quando = numbered(mondo);
      for (const [index, storia] of STORIE.entries()) {
        await insertStoria(tx, mondo, storia, quando.get(storia) ?? [], index);
      }
      for (const [anno, ultimo] of mondo.numeri) {
        await tx`insert into protocolli ${tx({ sede_codice: SEDE, anno, ultimo })}`;
      }
      for (const [titolo, testo] of MODELLI) {
        await tx`insert into modelli_risposta ${tx({ sede_codice: SEDE, titolo, testo })}`;
      }
    });
  } finally {
    await sql.end();
  }
}

/** @returns null: there is something already, or the people of the demo are not there */
async function readMondo(tx: TransactionSql, oggi: DataIso): Promise<Mondo | null> {
  const [prima] = await tx`select from quesiti limit 1`;
  const gente: Partial<Record<Chi, Persona>> = {};
  for (const { chiave, codiceFiscale, nome } of persone) {
    const [utente] = await tx`select id from utenti where codice_fiscale = ${codiceFiscale}`;
    if (utente) gente[chiave as Chi] = { utente: utente.id, nome };
  }
  const datori = await tx<(Datore & { codice_fiscale: string; dello_studio: boolean })[]>`
    select distinct on (p.id) p.id as posizione, s.codice_fiscale, concat_ws(' ', s.cognome, s.nome) as nome,
      r.codice as rapporto, d.id is not null as dello_studio
    from posizioni p join soggetti s on s.codice_fiscale = p.codice_fiscale
    join rapporti r on r.posizione_id = p.id
    left join deleghe d on d.posizione_id = p.id and d.intermediario_codice = ${STUDIO} and d.stato = 'attiva'
    order by p.id, r.stato <> 'attivo', r.codice`;
  const of = (chiave: Chi) => {
    const codiceFiscale = persone.find((persona) => persona.chiave === chiave)?.codiceFiscale;
    return datori.find((datore) => datore.codice_fiscale === codiceFiscale);
  };
  const [anna, dario] = [of("anna"), of("dario")];
  const altri = datori
    .filter(({ dello_studio }) => dello_studio)
    .sort((a, b) => (a.codice_fiscale < b.codice_fiscale ? -1 : 1));
  const [sede] = await tx`select denominazione from sedi where codice = ${SEDE}`;
  const [studio] = await tx`select denominazione from intermediari where codice = ${STUDIO}`;
  const complete = (["anna", "dario", "elena", "furio", "carla"] as const).every((chiave) => gente[chiave]);
  if (prima || !complete || !anna || !dario || altri.length === 0 || !sede || !studio) return null;
  return {
    oggi,
    sede: sede.denominazione,
    studio: studio.denominazione,
    gente: gente as Record<Chi, Persona>,
    datori: { anna, dario, altri },
    numeri: new Map(),
  };
}

/** Numbers are given in the order of time, whatever the quesito, from 1 each year. */
function numbered({ oggi, numeri }: Mondo): Map<Storia, Inviato[]> {
  const all = STORIE.flatMap((storia, index) =>
    storia.messaggi.map((messaggio, n) => ({
      storia,
      messaggio,
      id: uuidOf(`quesito dimostrativo ${index}/${n}`),
      quando: new Date(
        `${addDays(oggi, -messaggio.fa)}T${String(8 + ((index + n) % 8)).padStart(2, "0")}:1${n}:00Z`,
      ),
    })),
  );
  all.sort((a, b) => a.quando.getTime() - b.quando.getTime());
  const found = new Map<Storia, Inviato[]>();
  for (const { storia, messaggio, id, quando } of all) {
    const anno = quando.getUTCFullYear();
    const numero = (numeri.get(anno) ?? 0) + 1;
    numeri.set(anno, numero);
    const protocollo = `${SEDE}.${anno}.${String(numero).padStart(7, "0")}`;
    found.set(storia, [...(found.get(storia) ?? []), { ...messaggio, id, protocollo, quando }]);
  }
  return found;
}

async function insertStoria(
  tx: TransactionSql,
  mondo: Mondo,
  storia: Storia,
  messaggi: Inviato[],
  index: number,
): Promise<void> {
  const { gente, datori, oggi } = mondo;
  const { di, carico, contributo, argomento, oggetto } = storia;
  const datore = typeof di === "number" ? (datori.altri[di % datori.altri.length] as Datore) : datori[di];
  const scrive = typeof di === "number" ? gente.carla : gente[di];
  const primo = messaggi[0] as Inviato;
  const ultimo = messaggi.at(-1) as Inviato;
  const risposta = messaggi.find(({ azione }) => azione && azione !== "richiesta");
  const attende = ultimo.azione === "richiesta";
  const chiuso = ultimo.azione === "chiusura";
  const chiave = { posizione_id: datore.posizione, quesito_id: primo.id };
  const testi = messaggi.map(({ testo }) => testo).join(" ");
  await tx`insert into quesiti (posizione_id, id, protocollo, sede_codice, rapporto, argomento_codice, anno, trimestre,
      progressivo, datore_nome, oggetto, stato, esito, assegnato_a, aperto_da, inviato_at, termine, sospeso_dal,
      prima_risposta_at, chiuso_at, chiuso_da, ultimo_messaggio_at, parole)
    values (${datore.posizione}, ${primo.id}, ${primo.protocollo}, ${SEDE}, ${datore.rapporto}, ${argomento},
      ${contributo?.anno ?? null}, ${contributo?.trimestre ?? null}, ${contributo?.progressivo ?? null}, ${datore.nome},
      ${oggetto}, ${chiuso ? "chiuso" : attende ? "in_attesa_del_cittadino" : carico ? "in_carico" : "inviato"},
      ${ultimo.esito ?? null}, ${carico ? gente[carico].utente : null}, ${scrive.utente}, ${primo.quando},
      ${termineDi(addDays(oggi, -primo.fa), 30)}, ${attende ? addDays(oggi, -ultimo.fa) : null},
      ${risposta?.quando ?? null}, ${chiuso ? ultimo.quando : null}, ${chiuso ? "sede" : null}, ${ultimo.quando},
      setweight(parole_italiane(${oggetto}), 'A') || parole_italiane(${testi}))`;
  const chiChiede =
    typeof di === "number" ? { profilo: "intermediario", per_conto: mondo.studio } : { profilo: "datore" };
  const dellaSede = carico === "furio" ? "responsabile" : "operatore";
  const evento = (quando: Date, evento: string, persona: Persona, resto = {}) => ({
    ...chiave,
    evento,
    lato: "sede",
    utente_id: persona.utente,
    profilo: dellaSede,
    chi: persona.nome,
    per_conto: mondo.sede,
    intermediario_codice: null as string | null,
    dettaglio: null as string | null,
    quando_at: quando,
    ...resto,
  });
  const intermediario_codice = typeof di === "number" ? STUDIO : null;
  const termine = termineDi(addDays(oggi, -primo.fa), 30);
  const inviato = {
    lato: "cittadino",
    per_conto: null,
    intermediario_codice,
    dettaglio: termine,
    ...chiChiede,
  };
  const eventi = [evento(primo.quando, "inviato", scrive, inviato)];
  const presa = new Date(primo.quando.getTime() + 90 * 60_000);
  if (carico) eventi.push(evento(presa, "preso_in_carico", gente[carico]));
  const EVENTI = { risposta: "risposto", richiesta: "richiesto", chiusura: "chiuso" } as const;
  for (const { id, protocollo, quando, testo, azione, esito } of messaggi) {
    const persona = azione && carico ? gente[carico] : scrive;
    const chi = azione
      ? {
          lato: "sede",
          profilo: dellaSede,
          per_conto: mondo.sede,
          azione,
        }
      : { lato: "cittadino", per_conto: null, ...chiChiede };
    const letto = azione === undefined || chiuso ? new Date(quando.getTime() + 5 * 3_600_000) : null;
    await tx`insert into messaggi ${tx({
      ...chiave,
      id,
      protocollo,
      utente_id: persona.utente,
      chi: persona.nome,
      testo,
      inviato_at: quando,
      letto_at: carico || azione ? letto : null,
      ...chi,
    })}`;
    if (azione) eventi.push(evento(quando, EVENTI[azione], persona, { dettaglio: esito ?? null }));
  }
  await tx`insert into eventi_quesito ${tx(eventi)}`;
  if (carico === "elena" && index % 4 === 0) {
    const nota = {
      testo: "Ho verificato i versamenti: tornano con quello che scrive.",
      chi: gente.elena.nome,
    };
    await tx`insert into note_quesito ${tx({ ...chiave, ...nota, utente_id: gente.elena.utente, quando_at: presa })}`;
  }
  if (carico === "furio" && !chiuso && !attende && !risposta) await askElena(tx, mondo, chiave, presa);
}

/** The one parere that waits for elena. */
async function askElena(tx: TransactionSql, { gente, sede }: Mondo, chiave: object, quando: Date) {
  const { elena, furio } = gente;
  await tx`insert into pareri ${tx({
    ...chiave,
    chiesto_at: quando,
    chiesto_da: furio.utente,
    chiesto_da_nome: furio.nome,
    esperto: elena.utente,
    esperto_nome: elena.nome,
    domanda:
      "In un caso come questo la variazione vale dal giorno della comunicazione o da quello dei fatti?",
  } as Record<string, unknown>)}`;
  const evento = { evento: "parere_chiesto", lato: "sede", utente_id: furio.utente, profilo: "responsabile" };
  await tx`insert into eventi_quesito ${tx({ ...chiave, ...evento, chi: furio.nome, per_conto: sede, dettaglio: elena.nome, quando_at: quando } as Record<string, unknown>)}`;
}
