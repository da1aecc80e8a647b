import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import type { Contesto } from "@/db/client";
import type { CassettoScope, ViewerScope } from "@/lib/auth/viewer";
import { type Misura, median } from "./misura";

const OGGI = "2026-11-23";
const ESPERTI = 20;
const PRENOTAZIONI = 10_000;
const GIRI = 25;
const GIRI_DI_SCRITTURA = 150;
const SEDE = "990000";
const MOTIVO = "rapporto_sospeso";
const LETTURA_MASSIMA = 3;
const SCRITTURA_MINIMA = 0.3;

/**
 * Appuntamenti against the bare statement each needs, alternating in one run: the free times of 60 days of a sede with
 * 20 esperti and 10,000 bookings against looking up, as the owner and by index, what those esperti have then; against
 * INSERT ... ON CONFLICT the hold of a time, and all that a booking asks of the database. One client on either side.
 */
export async function misuraAppuntamenti(): Promise<Misura[]> {
  const { ownerUrl, loginUrl } = JSON.parse(readFileSync(".prove/mondo/postgres.json", "utf8")) as {
    ownerUrl: string;
    loginUrl: string;
  };
  Object.assign(process.env, {
    DATABASE_URL: loginUrl,
    NEXTAUTH_SECRET: "un segreto che vale solo per le misure",
    OGGI,
  });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const world = await anAgenda(sql);
    return [await misuraOrari(sql, world), ...(await misuraPrenotazioni(sql, world))];
  } finally {
    await sql.end();
  }
}

type Agenda = { contesto: Contesto; rapporto: string; esperti: string[] };

async function misuraOrari(sql: Sql, { contesto, esperti }: Agenda): Promise<Misura> {
  const { inTransaction } = await import("@/db/client");
  const { listOrariLiberi } = await import("@/lib/appuntamenti/orari/queries");
  const chiesto = {
    ...{ sedi: [SEDE], motivo: MOTIVO, modo: "in_persona" as const },
    ...{ oggi: OGGI, adesso: new Date(`${OGGI}T08:00:00Z`) },
  };
  const orari = () =>
    timed(() => inTransaction(contesto, (tx) => listOrariLiberi({ tx } as ViewerScope, chiesto)));
  // By appuntamenti_esperto and the index of assenze, without a session, a policy or a transaction of its own.
  const nuda = () =>
    timed(
      () => sql`
        select esperto, extract(epoch from inizio_at)::float8, extract(epoch from fine_at)::float8 from appuntamenti
        where esperto = any(${esperti}::uuid[]) and inizio_at >= '2026-11-23' and inizio_at < '2027-01-24'
        union all
        select esperto, extract(epoch from inizio_at)::float8, extract(epoch from fine_at)::float8 from assenze
        where sede_codice = ${SEDE} and fine_at > '2026-11-23' and inizio_at < '2027-01-24'`,
    );
  const pairs: { orari: number; nuda: number }[] = [];
  for (let giro = -3; giro < GIRI; giro++) {
    const pair = { orari: await orari(), nuda: await nuda() };
    if (giro >= 0) pairs.push(pair);
  }
  const rapporto = median(pairs.map((pair) => pair.orari / pair.nuda));
  return {
    nome: `orari liberi di 60 giorni, con ${ESPERTI} esperti e ${PRENOTAZIONI} appuntamenti`,
    valore: median(pairs.map((pair) => pair.orari)),
    unita: "ms",
    confronto: "la sola ricerca per indice di quello che gli esperti hanno in quei giorni",
    valoreConfronto: median(pairs.map((pair) => pair.nuda)),
    rapporto,
    obiettivo: LETTURA_MASSIMA,
    raggiunto: rapporto <= LETTURA_MASSIMA,
  };
}

async function misuraPrenotazioni(sql: Sql, { contesto, rapporto, esperti }: Agenda): Promise<Misura[]> {
  const { inTransaction } = await import("@/db/client");
  const { confirmAppuntamento, holdOrario, releaseOrario } = await import("@/lib/appuntamenti/mutations");
  const { listOfferti } = await import("@/lib/appuntamenti/motivi/queries");
  const oggetto = { motivo: MOTIVO, rapporto, quesitoId: null, contributo: null };
  const primo = Date.parse("2027-01-20T08:00:00Z");
  const scegli = (n: number) => {
    const inizio = new Date(primo + (n % 8) * 1_800_000);
    return { sede: SEDE, esperto: esperti[n % ESPERTI] ?? "", modo: "in_persona" as const, inizio };
  };
  const tieni = async (n: number) => {
    const id = randomUUID();
    const speso = await timed(async () => must(await holdOrario(contesto, id, oggetto, scegli(n))));
    await releaseOrario(contesto, id);
    return speso;
  };
  /** What bloccaOrarioAction asks before it holds a time: the reasons there are today. */
  const chiedi = () =>
    inTransaction(contesto, (tx) =>
      listOfferti({ tx, posizioneId: contesto.posizione } as CassettoScope, OGGI),
    );
  const prenota = (prima: () => Promise<unknown>) => async (n: number) => {
    const id = randomUUID();
    const speso = await timed(async () => {
      await prima();
      must(await holdOrario(contesto, id, oggetto, scegli(n)));
      must(await confirmAppuntamento(contesto, id, "", null));
    });
    await sql`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${id}`;
    return speso;
  };
  // In a transaction of its own as well, under the same constraints.
  const nuda = async (n: number) => {
    const id = randomUUID();
    const speso = await timed(() =>
      sql.begin(
        (tx) => tx`
        insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, rapporto,
          datore_nome, modo, inizio_at, fine_at, impegno, scade_at, utente_id, profilo, chi)
        select posizione_id, ${id}, ${id}, sede_codice, ${esperti[n % ESPERTI] ?? ""}, 'Esperto', ${MOTIVO}, ${rapporto}, 'Datore',
          'in_persona', '2027-01-21T08:00Z', '2027-01-21T08:30Z', '[2027-01-21T08:00Z,2027-01-21T08:30Z)', now() + interval '10 minutes',
          utente_id, 'datore', 'Datore' from appuntamenti limit 1 on conflict do nothing`,
      ),
    );
    await sql`delete from appuntamenti where id = ${id}`;
    return speso;
  };
  const against = async (
    nome: string,
    spesa: (n: number) => Promise<number>,
    obiettivo: number | null,
  ): Promise<Misura> => {
    const pairs: { spesa: number; nuda: number }[] = [];
    for (let n = -10; n < GIRI_DI_SCRITTURA; n++) {
      const pair = { spesa: await spesa(n + 10), nuda: await nuda(n + 10) };
      if (n >= 0) pairs.push(pair);
    }
    const resa = median(pairs.map((pair) => pair.nuda / pair.spesa));
    return {
      nome,
      valore: 1_000 / median(pairs.map((pair) => pair.spesa)),
      unita: "al secondo",
      confronto: "il solo INSERT ... ON CONFLICT DO NOTHING sulla stessa tabella",
      valoreConfronto: 1_000 / median(pairs.map((pair) => pair.nuda)),
      rapporto: resa,
      obiettivo,
      raggiunto: obiettivo === null ? null : resa >= obiettivo,
    };
  };
  // The statement puts one row in place, and so does the hold; what a booking asks besides is said, too.
  return [
    await against("orari tenuti (blocca_orario)", tieni, SCRITTURA_MINIMA),
    await against(
      "orari tenuti e confermati",
      prenota(async () => undefined),
      null,
    ),
    await against("prenotazioni intere (motivi offerti, tenere, confermare)", prenota(chiedi), null),
  ];
}

/** A refusal costs less than what is to be measured. */
function must({ esito }: { esito: string }): void {
  if (esito !== "ok") throw new Error(`answered with ${esito}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A sede of its own, whose 20 esperti receive seven hours a day and have half of their time taken. */
async function anAgenda(sql: Sql): Promise<Agenda> {
  await sql`insert into sedi (codice, denominazione, tipo, provincia) values (${SEDE}, 'Sede delle misure', 'agenzia', 'XX')`;
  const esperti: string[] = [];
  for (let n = 0; n < ESPERTI; n++) {
    const [utente] = await sql`insert into utenti (codice_fiscale, pin_hash, pin_iniziale)
      values (${`MISURA${n}`}, 'nessuno', false) returning id`;
    esperti.push(utente?.id);
    await sql`insert into profili (utente_id, tipo, sede_codice, esperto) values (${utente?.id}, 'operatore', ${SEDE}, true)`;
    await sql`insert into disponibilita (sede_codice, esperto, giorno, dalle, alle, dal, modi)
      select ${SEDE}, ${utente?.id}, giorno, dalle::time, alle::time, '2026-01-01', array['in_persona']
      from generate_series(1, 5) giorno cross join (values ('09:00', '13:00'), ('14:00', '17:00')) o (dalle, alle)`;
  }
  const [datore] = await sql`select p.id, u.id as utente, r.codice, pr.id as profilo from posizioni p
    join rapporti r on r.posizione_id = p.id join utenti u on u.codice_fiscale = p.codice_fiscale
    join profili pr on pr.utente_id = u.id and pr.tipo = 'datore' limit 1`;
  // A time is held at the sede of the drawer, or next door.
  await sql`update rapporti set sede_codice = ${SEDE} where posizione_id = ${datore?.id}`;
  await sql`update posizioni set sede_codice = ${SEDE} where id = ${datore?.id}`;
  const chiave = "una sessione per le misure";
  const sessione = createHash("sha256").update(chiave).digest("hex");
  await sql`insert into sessioni (chiave, utente_id, profilo_id, dispositivo)
    values (${Buffer.from(sessione, "hex")}, ${datore?.utente}, ${datore?.profilo}, 'misura')`;
  // Each of a drawer of their own, as far as there are so many.
  await sql`
    insert into appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, rapporto, anno,
      datore_nome, modo, inizio_at, fine_at, impegno, stato, utente_id, profilo, chi)
    select p.posizione_id, gen_random_uuid(), 'M' || t.n, ${SEDE}, t.esperto, 'Esperto', 'pagamento_doppio', p.codice,
      (t.n / q.quanti)::smallint, 'Datore', 'in_persona', t.inizio, t.inizio + interval '10 minutes',
      tstzrange(t.inizio, t.inizio + interval '10 minutes'), 'confermato', ${datore?.utente}, 'datore', 'Datore'
    from (
      select e.id as esperto, row_number() over () as n,
        (g::date + time '09:00' + make_interval(mins => 20 * m)) at time zone 'Europe/Rome' as inizio
      from unnest(${esperti}::uuid[]) e (id)
      cross join generate_series('2026-11-23'::date, '2027-01-18'::date, '1 day') g
      cross join generate_series(0, 13) m
      where extract(isodow from g) < 6
      limit ${PRENOTAZIONI}
    ) t
    cross join (select count(*) as quanti from rapporti where posizione_id <> ${datore?.id}) q
    join (select posizione_id, codice, row_number() over (order by codice) - 1 as k from rapporti
      where posizione_id <> ${datore?.id}) p on p.k = t.n % q.quanti`;
  await sql`vacuum analyze appuntamenti`;
  return { contesto: { sessione, posizione: datore?.id }, rapporto: datore?.codice, esperti };
}
