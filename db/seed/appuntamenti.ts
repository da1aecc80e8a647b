import postgres, { type TransactionSql } from "postgres";
import { addDays, type DataIso } from "@/lib/dates";
import { giornoLavorativoDa } from "@/lib/giorni-lavorativi";
import { type Cliente, type Incontro, incontriDi, type Mondo, type Persona } from "./appuntamenti/incontri";
import persone from "./persone.json";
import { uuidOf } from "./uuid";

/** The sede of anna, elena and furio. */
const SEDE = "100000";
/** carla's. */
const STUDIO = "I00001";

const TUTTI = ["in_persona", "telefono", "video"];
/** When elena receives: giorno, dalle, alle, ogni quante settimane, modi. */
const ORARI: [number, string, string, number, string[]][] = [
  [1, "09:00", "12:30", 1, TUTTI],
  [2, "09:00", "12:30", 1, TUTTI],
  [2, "14:30", "16:30", 1, ["telefono", "video"]],
  [3, "09:00", "12:30", 1, TUTTI],
  [3, "14:30", "17:00", 2, ["in_persona"]],
  [4, "09:00", "12:30", 1, TUTTI],
  [4, "14:30", "16:30", 1, ["telefono", "video"]],
  [5, "09:00", "12:00", 1, TUTTI],
];
const PATRONI: [string, number, number, string][] = [
  ["100000", 6, 29, "Santi Pietro e Paolo"],
  ["100001", 6, 29, "Santi Pietro e Paolo"],
  ["110000", 12, 7, "Sant'Ambrogio"],
];

/** The agenda of the demo's esperta, and who came and comes to her. Where there is an agenda already it does nothing. */
export async function seedAppuntamentiDemo(ownerUrl: string, oggi: DataIso): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      const mondo = await readMondo(tx, oggi);
      if (!mondo) return;
      await insertAgenda(tx, mondo);
      const clienti = await readClienti(tx, oggi);
      const incontri = incontriDi(mondo, clienti);
      for (const [index, incontro] of incontri.entries()) await insertIncontro(tx, mondo, incontro, index);
    });
  } finally {
    await sql.end();
  }
}

/** @returns null: there is an agenda already, or the people of the demo are not there */
async function readMondo(tx: TransactionSql, oggi: DataIso): Promise<Mondo | null> {
  const [prima] = await tx`select from disponibilita limit 1`;
  const gente: Record<string, Persona> = {};
  for (const { chiave, codiceFiscale, nome } of persone) {
    const [utente] = await tx`select id from utenti where codice_fiscale = ${codiceFiscale}`;
    if (utente) gente[chiave] = { utente: utente.id, nome };
  }
  const { elena, carla, anna } = gente;
  const [studio] = await tx`select denominazione from intermediari where codice = ${STUDIO}`;
  const [sede] = await tx`select denominazione from sedi where codice = ${SEDE}`;
  if (prima || !elena || !carla || !anna || !studio || !sede) return null;
  return { oggi, studio: studio.denominazione, sede: sede.denominazione, elena, carla, anna };
}

async function insertAgenda(tx: TransactionSql, { oggi, elena }: Mondo): Promise<void> {
  const dal = addDays(oggi, -365);
  for (const [giorno, dalle, alle, ogni_settimane, modi] of ORARI) {
    await tx`insert into disponibilita ${tx({ sede_codice: SEDE, esperto: elena.utente, giorno, dalle, alle, ogni_settimane, dal, modi })}`;
  }
  for (const [sede_codice, mese, giorno, nome] of PATRONI) {
    await tx`insert into patroni ${tx({ sede_codice, mese, giorno, nome })} on conflict do nothing`;
  }
  const ferie = giornoLavorativoDa(addDays(oggi, 17));
  await tx`insert into assenze (sede_codice, esperto, inizio_at, fine_at, motivo)
    values (${SEDE}, ${elena.utente}, ${ferie}::timestamp at time zone 'Europe/Rome',
      ${addDays(ferie, 1)}::timestamp at time zone 'Europe/Rome', 'Corso di formazione')`;
}

const cfOf = (chiave: string) => persone.find((persona) => persona.chiave === chiave)?.codiceFiscale ?? "";

/** Whom something brings to the esperta: one row per posizione and kind of anomalia, of this sede. */
function readClienti(tx: TransactionSql, oggi: DataIso): Promise<Cliente[]> {
  return tx<Cliente[]>`
    select distinct on (p.codice_fiscale, motivo) p.id as posizione, case s.codice_fiscale when ${cfOf("anna")} then 'anna' end as di, concat_ws(' ', s.cognome, s.nome) as nome,
      r.codice as rapporto, c.anno, c.trimestre, c.progressivo, motivo
    from posizioni p join soggetti s on s.codice_fiscale = p.codice_fiscale
    join rapporti r on r.posizione_id = p.id and r.sede_codice = ${SEDE}
    left join lateral (
      select c.anno, c.trimestre, c.progressivo, c.importo, c.scadenza, coalesce(sum(v.importo), 0) as pagato
      from contributi c left join versamenti v using (posizione_id, rapporto, anno, trimestre, progressivo)
      where c.posizione_id = p.id and c.rapporto = r.codice and c.sospensione is null
      group by c.anno, c.trimestre, c.progressivo, c.importo, c.scadenza
      having coalesce(sum(v.importo), 0) > c.importo or coalesce(sum(v.importo), 0) < c.importo and c.scadenza < ${oggi}
    ) c on true
    cross join lateral (select case
      when c.anno is null then case when r.stato = 'sospeso_in_definizione' then 'rapporto_sospeso' end
      when c.pagato > c.importo then 'pagamento_doppio' when c.pagato > 0 then 'trimestre_pagato_in_parte'
      else 'trimestre_non_pagato' end as motivo) m
    where motivo is not null
    order by p.codice_fiscale, motivo, c.anno, c.trimestre`;
}

async function insertIncontro(
  tx: TransactionSql,
  mondo: Mondo,
  incontro: Incontro,
  n: number,
): Promise<void> {
  const { cliente, chi, giorno, ora, stato, nota = "", notaSede = null, arrivato = false } = incontro;
  const { di, nome, ...oggetto } = cliente;
  const perConto = di === null ? mondo.studio : null;
  const id = uuidOf(`appuntamento dimostrativo ${n}`);
  const finito = !["confermato", "annullato"].includes(stato);
  const venuto = arrivato || stato === "tenuto";
  // What lies far ahead was booked yesterday at the latest.
  const ieri = tx`(${mondo.oggi}::date - 1 + time '17:00') at time zone 'Europe/Rome'`;
  const inizio = tx`(${giorno}::date + ${ora}::time) at time zone 'Europe/Rome'`;
  await tx`
    insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, rapporto, anno,
      trimestre, progressivo, datore_nome, modo, inizio_at, fine_at, impegno, stato, utente_id, profilo, chi, per_conto, nota,
      telefono, nota_sede, creato_at, arrivato_at, iniziato_at, chiuso_at, annullato_da)
    select ${oggetto.posizione}, ${id}, ${`${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase()}, ${SEDE},
      ${mondo.elena.utente}, ${mondo.elena.nome}, ${oggetto.motivo}, ${oggetto.rapporto}, ${oggetto.anno},
      ${oggetto.trimestre}, ${oggetto.progressivo}, ${nome}, ${TUTTI[n % 3] as string}, t.inizio, t.fine,
      tstzrange(t.inizio, t.fine), ${stato}, ${chi.utente}, ${di === null ? "intermediario" : "datore"}, ${chi.nome},
      ${perConto}, ${nota}, ${n % 3 === 1 ? "300 0000003" : null}, ${notaSede}, least(t.inizio - interval '9 days', ${ieri}),
      case when ${arrivato} then now() - interval '8 minutes' when ${venuto} then t.inizio - interval '6 minutes' end, case when ${stato} = 'tenuto' then t.inizio end,
      case when ${finito} then t.fine when ${stato} = 'annullato' then least(t.inizio - interval '3 days', ${ieri}) end,
      case when ${stato} = 'annullato' then 'cittadino' end
    from (select i.inizio, i.inizio + make_interval(mins => m.durata_minuti) as fine
      from motivi_appuntamento m, (select ${inizio} as inizio) i where m.codice = ${oggetto.motivo}) t`;
  const chiave = { posizione_id: oggetto.posizione, appuntamento_id: id };
  const delCittadino = {
    ...{ ...chiave, utente_id: chi.utente, chi: chi.nome, per_conto: perConto },
    ...{
      profilo: di === null ? "intermediario" : "datore",
      intermediario_codice: di === null ? STUDIO : null,
    },
  };
  const dellaSede = {
    ...chiave,
    utente_id: mondo.elena.utente,
    profilo: "operatore",
    chi: mondo.elena.nome,
    per_conto: mondo.sede,
  };
  const { confermato, chiuso } = await istantiDi(tx, id);
  const eventi: Record<string, unknown>[] = [
    { ...delCittadino, evento: "confermato", quando_at: confermato },
  ];
  if (stato === "annullato") eventi.push({ ...delCittadino, evento: "annullato", quando_at: chiuso });
  if (arrivato)
    eventi.push({ ...dellaSede, evento: "arrivato", quando_at: new Date(Date.now() - 8 * 60_000) });
  if (finito) {
    const evento = stato === "chiuso_e_definito" ? "definito" : stato;
    eventi.push({ ...dellaSede, evento, quando_at: chiuso });
  }
  for (const evento of eventi) await tx`insert into eventi_appuntamento ${tx(evento)}`;
}

async function istantiDi(tx: TransactionSql, id: string): Promise<{ confermato: Date; chiuso: Date }> {
  const [row] =
    await tx`select creato_at as confermato, chiuso_at as chiuso from appuntamenti where id = ${id}`;
  return row as unknown as { confermato: Date; chiuso: Date };
}
