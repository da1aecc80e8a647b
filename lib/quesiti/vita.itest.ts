import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import { ARGOMENTO, aSedeAtWork, utenteDi } from "@/db/mondo-quesiti";
import { Modello, type Persona } from "@/db/mondo-quesiti-modello";
import { EVENTI_QUESITO, STATI_QUESITO } from "@/db/schema/quesiti";
import { addDays } from "@/lib/dates";
import { termineDi, termineRipreso } from "./rules";

const PASSI = 25;
const GIORNI = 30;
/** The calendar turns the year within most sequences. */
const INIZIO = "2026-12-14";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
/** Of the other sede, and asked for pareri. */
let elsa: { utente: string; contesto: Contesto };
let persone: (Persona & { utente: string; contesto: Contesto })[];
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { livia, omar, elsa: viewer } = await aSedeAtWork(owner, world);
  elsa = { utente: await utenteDi(owner, "elsa"), contesto: viewer() };
  const { olga, renzo } = world.chi;
  persone = [];
  for (const [chiave, viewer] of Object.entries({ olga, livia, renzo, omar })) {
    const sede = chiave === "omar" ? world.altraSede : world.sede;
    const persona = { chiave, sede, responsabile: chiave === "renzo", contesto: viewer() };
    persone.push({ ...persona, utente: await utenteDi(owner, chiave) });
  }
});
afterAll(() => opened.close());

const quale = fc.nat(3);
const chi = fc.constantFrom(0, 0, 0, 1, 2, 3);
type Atto =
  | { kind: "scrive"; quale: number | null }
  | { kind: "invia"; quale: number }
  | { kind: "chiude"; quale: number }
  | { kind: "prende" | "rilascia" | "trasferisce"; quale: number; chi: number }
  | { kind: "assegna"; quale: number; chi: number; a: number }
  | { kind: "risponde"; quale: number; chi: number; azione: "risposta" | "richiesta" | "chiusura" }
  | { kind: "chiedeParere"; quale: number; chi: number }
  | { kind: "ferma" | "parte" | "rendeParere"; quale: number }
  | { kind: "passano"; giorni: number };
const atto = (kind: Atto["kind"], parts: object) =>
  fc.record({ kind: fc.constant(kind), ...parts }) as fc.Arbitrary<object> as fc.Arbitrary<Atto>;
const azione = fc.constantFrom("risposta", "richiesta", "richiesta", "chiusura");
const atti = fc.oneof(
  { weight: 4, arbitrary: atto("scrive", { quale: fc.option(quale) }) },
  { weight: 5, arbitrary: atto("invia", { quale }) },
  { weight: 2, arbitrary: atto("chiude", { quale }) },
  { weight: 4, arbitrary: atto("prende", { quale, chi }) },
  { weight: 1, arbitrary: atto("rilascia", { quale, chi }) },
  { weight: 1, arbitrary: atto("trasferisce", { quale, chi }) },
  { weight: 2, arbitrary: atto("assegna", { quale, chi, a: fc.constantFrom(0, 0, 1, 3) }) },
  { weight: 6, arbitrary: atto("risponde", { quale, chi, azione }) },
  { weight: 4, arbitrary: atto("chiedeParere", { quale, chi }) },
  { weight: 3, arbitrary: atto("rendeParere", { quale }) },
  { weight: 2, arbitrary: atto("ferma", { quale }) },
  { weight: 4, arbitrary: atto("parte", { quale }) },
  { weight: 3, arbitrary: atto("passano", { giorni: fc.constantFrom(1, 3, 12, 15, 30, 31) }) },
);

/** Does it here and in the model; the two must answer alike. */
async function act(tx: TransactionSql, modello: Modello, a: Atto): Promise<void> {
  const call = async (contesto: Contesto | null, sql: string, given: unknown[]) => {
    await tx`select set_config('app.sessione', ${contesto?.sessione ?? ""}, true),
      set_config('app.posizione', ${contesto?.posizione ?? ""}, true), set_config('app.oggi', ${modello.oggi}, true)`;
    return (await tx.unsafe(`select ${sql} as esito`, given as never[]))[0]?.esito as string;
  };
  const anna = world.chi.anna(world.anna);
  const pick = <T>(rows: T[], which: number) => rows[which % rows.length];
  const q = "quale" in a && a.quale !== null ? pick(modello.quesiti, a.quale) : undefined;
  const io = "chi" in a ? persone[a.chi] : undefined;

  if (a.kind === "passano") {
    modello.oggi = addDays(modello.oggi, a.giorni);
    await tx`update quesiti set chiuso_at = chiuso_at - make_interval(days => ${a.giorni}),
      inviato_at = inviato_at - make_interval(days => ${a.giorni})`;
  } else if (a.kind === "scrive") {
    const id = randomUUID();
    const open = "apri_bozza($1, $2, null, $3, null, null, null)";
    expect(await call(anna, open, [id, q?.id ?? null, ARGOMENTO])).toBe("ok");
    expect(await call(anna, "scrivi_bozza($1, 'Oggetto', 'Testo')", [id])).toBe("ok");
    modello.scrive(id, "anna", q?.id ?? null, null);
  } else if (a.kind === "invia") {
    // What was sent once may be sent again, too.
    const id = pick([...modello.bozze.filter((b) => b.azione === null), ...modello.quesiti], a.quale)?.id;
    if (!id) return;
    const termine = termineDi(modello.oggi, GIORNI);
    const dentro = modello.find(modello.bozze.find((b) => b.id === id)?.quesito ?? "");
    const ripreso =
      dentro && termineRipreso({ termine: dentro.termine, sospesoDal: dentro.sospeso }, modello.oggi);
    const sent = [id, termine, ripreso ?? null];
    const said = await call(anna, "(select esito from invia_bozza($1, $2, $3))", sent);
    expect(said).toBe(modello.invia(id));
  } else if (a.kind === "rendeParere") {
    const parere = pick(modello.pareri, a.quale);
    if (!parere) return;
    expect(await call(elsa.contesto, "rendi_parere($1, 'Sì.')", [parere.id])).toBe(
      modello.rendeParere(parere.id),
    );
  } else if (a.kind === "ferma" || a.kind === "parte") {
    const inPartenza = modello.bozze.filter((b) => b.parte);
    // What has left may be stopped too: too late.
    const bozza = pick(a.kind === "ferma" ? [...inPartenza, ...modello.partite] : inPartenza, a.quale);
    if (!bozza) return;
    if (a.kind === "ferma") {
      const writer = persone.find(({ chiave }) => chiave === bozza.chi);
      expect(await call(writer?.contesto ?? null, "ferma_risposta($1)", [bozza.id])).toBe(
        modello.ferma(bozza.id),
      );
    } else {
      expect(await call(null, "parti_risposta($1)", [bozza.id])).toBe("presto");
      await tx`update bozze set parte_at = clock_timestamp() - interval '1 second' where id = ${bozza.id}`;
      expect(await call(null, "parti_risposta($1)", [bozza.id])).toBe(modello.parte(bozza.id));
      expect(await call(null, "parti_risposta($1)", [bozza.id])).toBe(modello.parte(bozza.id));
    }
  } else if (q && a.kind === "chiude") {
    expect(await call(anna, "chiudi_quesito($1)", [q.id])).toBe(modello.chiude(q.id));
  } else if (q && io) {
    const { contesto } = io;
    if (a.kind === "prende")
      expect(await call(contesto, "(select esito from prendi_in_carico($1))", [q.id])).toBe(
        modello.prende(q.id, io),
      );
    if (a.kind === "rilascia")
      expect(await call(contesto, "rilascia_quesito($1)", [q.id])).toBe(modello.rilascia(q.id, io));
    if (a.kind === "trasferisce") {
      const sede = q.sede === world.sede ? world.altraSede : world.sede;
      const said = await call(contesto, "trasferisci_quesito($1, $2, 'Non è nostro')", [q.id, sede]);
      expect(said).toBe(modello.trasferisce(q.id, io, sede));
    }
    if (a.kind === "assegna") {
      const to = persone[a.a] as (typeof persone)[number];
      const said = await call(contesto, "assegna_quesiti(array[$1::uuid], $2, 'Ferie')", [q.id, to.utente]);
      expect(said).toBe(modello.assegna(q.id, io, to));
    }
    if (a.kind === "chiedeParere") {
      const said = await call(contesto, "chiedi_parere($1, $2, 'È giusto?')", [q.id, elsa.utente]);
      const [asked] = await tx`select id from pareri where quesito_id = ${q.id} and reso_at is null`;
      expect(said).toBe(modello.chiedeParere(q.id, asked?.id, io));
    }
    if (a.kind === "risponde") {
      const id = randomUUID();
      const esito = a.azione === "chiusura" ? "parziale" : null;
      let said = await call(contesto, "scrivi_risposta($1, $2, $3, $4, 'Ecco.')", [
        id,
        q.id,
        a.azione,
        esito,
      ]);
      if (said === "ok") said = await call(contesto, "(select esito from invia_risposta($1))", [id]);
      expect(said).toBe(modello.risponde(q.id, id, io, a.azione));
    }
  }
}

async function check(tx: TransactionSql, modello: Modello): Promise<void> {
  const quesiti =
    await tx`select q.id, sede_codice as sede, stato, esito, assegnato_a as utente, termine::text as termine,
      sospeso_dal::text as sospeso, chiuso_da as "chiusoDa",
      array(select evento from eventi_quesito e where e.quesito_id = q.id order by id) as eventi,
      array(select m.protocollo from messaggi m where m.quesito_id = q.id order by left(m.protocollo, 6) <> left(q.protocollo, 6),
        m.protocollo) as numeri
    from quesiti q order by q.id`;
  const bozze =
    await tx`select id, quesito_id as quesito, azione, parte_at is not null as parte from bozze order by id`;
  const pareri = await tx`select id, quesito_id as quesito,
      case when reso_at is null then 'chiesto' when testo is null then 'decaduto' else 'reso' end as come
    from pareri order by id`;
  // Who is asked sees what is open and asked of them; nothing else of the sede that asks.
  await tx`select set_config('app.sessione', ${elsa.contesto.sessione ?? ""}, true)`;
  const seen = await tx`select q as id from quesiti_in_parere() q order by 1`;
  const byId = <T extends { id: string }>(rows: T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shown = byId(modello.quesiti).map(({ assegnato, chiusoIl: _, numeri, ...q }) => ({
    ...q,
    utente: persone.find(({ chiave }) => chiave === assegnato)?.utente ?? null,
    // In the order of their sede and number, as they are read.
    numeri: [...numeri].sort(),
  }));
  expect(quesiti.map((q) => ({ ...q, numeri: [...q.numeri].sort() }))).toEqual(shown);
  expect([...pareri]).toEqual(byId(modello.pareri));
  expect(seen.map(({ id }) => id)).toEqual(
    modello.pareri.flatMap(({ quesito, come }) => (come === "chiesto" ? quesito : [])).sort(),
  );
  expect([...bozze]).toEqual(byId(modello.bozze).map(({ chi: _, ...b }) => b));
}

it("no sequence of acts and days leaves what the rules do not", { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(atti, { minLength: PASSI, maxLength: PASSI }), async (sequence) => {
      const undone = new Error("undone");
      await opened.owner
        .begin(async (tx) => {
          const modello = new Modello(INIZIO, world.sede, GIORNI);
          for (const one of sequence) {
            await act(tx, modello, one);
            await check(tx, modello);
            for (const { stato, eventi } of modello.quesiti) seen.add(stato).add(eventi.at(-1) ?? "");
            for (const { come } of modello.pareri) if (come !== "chiesto") seen.add(come);
          }
          throw undone;
        })
        .catch((error) => {
          if (error !== undone) throw error;
        });
    }),
    // The same sequences each time: some miss a state, and all are asked for below.
    { numRuns: Number(process.env.PROVE_VITA ?? 150), seed: Number(process.env.SEME_VITA ?? 11) },
  );
  // The sequences come by all there is: four states, twelve events, one word that is both; and a parere ends both ways.
  expect([...seen].sort()).toEqual(
    [...new Set([...STATI_QUESITO, ...EVENTI_QUESITO, "reso", "decaduto"])].sort(),
  );
});
