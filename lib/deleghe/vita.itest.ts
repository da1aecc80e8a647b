import fc from "fast-check";
import type { ReservedSql } from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import { Modello } from "@/db/mondo-deleghe-modello";
import { aPalcoscenico, createAperti, type Palcoscenico } from "@/db/mondo-deleghe-palcoscenico";
import { type Evento, type Offerta, overlap, type RigaArchivio } from "@/db/mondo-deleghe-parti";
import { type Atto, atti, type Riga } from "@/db/mondo-deleghe-sequenze";
import { aSede, OGGI, openWorld } from "@/db/mondo-di-prova";
import type { Connessione } from "@/lib/archivi/connessione/mutations";
import { createDeposito, depositoOf } from "@/lib/archivi/deposito/rules";
import { FORMATI } from "@/lib/archivi/formato/rules";
import { concludeMerge, deferExclusivity, mergeFile } from "@/lib/archivi/unione/mutations";
import { addDays } from "@/lib/dates";
import { DELEGHE_PERSONALI_MASSIME } from "./rules";

// The day the merge judges by: it is the model's that advances.
const day = vi.hoisted(() => ({ oggi: "" }));
vi.mock("@/lib/oggi", () => ({ currentDate: () => day.oggi }));

const PASSI = 25;

let opened: Awaited<ReturnType<typeof openWorld>>;
let importer: ReservedSql;
let connessione: Connessione;
beforeAll(async () => {
  opened = await openWorld();
  await aSede(opened.owner, "000001");
  await createAperti(opened.owner);
  importer = await opened.owner.reserve();
  connessione = { run: (text: string) => importer.unsafe(text) } as unknown as Connessione;
  await connessione.run(createDeposito(FORMATI));
});
afterAll(async () => {
  importer?.release();
  await opened.close();
});

/** Does it here and in the model; the two must answer alike. */
async function act(mondo: Palcoscenico, modello: Modello, run: string, a: Atto): Promise<void> {
  const { owner } = opened;
  const call = async (
    contesto: Parameters<typeof onDay>[1],
    name: string,
    given: (string | boolean | null)[],
  ) => {
    const places = given.map((_, index) => `$${index + 1}`).join(", ");
    const [row] = await onDay(owner, contesto, modello.oggi, (tx) =>
      tx.unsafe(`select r as esito from ${name}(${places}) r`, given as never[]),
    );
    return row?.esito as string;
  };
  const asDelegato = (chi: string, drawer: string | null = null) =>
    mondo.viewers[mondo.delegati.indexOf(chi)]?.(drawer) as never;
  const drawerOf = (d: string) => mondo.posizioni[mondo.codici.indexOf(d)] as string;
  const asDatore = (d: string) => mondo.chi[mondo.codici.indexOf(d)]?.(drawerOf(d)) as never;

  const decide = async (id: string, accetta: boolean) => {
    const p = modello.proposte.find((one) => one.id === id);
    const contesto = p?.proponente === "datore" ? asDelegato(p.chi) : asDatore(p?.datore ?? "");
    expect(await call(contesto, "decidi_proposta", [id, accetta])).toBe(modello.decide(id, accetta));
  };

  switch (a.kind) {
    case "offre":
    case "concede":
    case "chiede": {
      const chi = mondo.delegati[a.delegato] as string;
      const d = mondo.codici[a.datore] as string;
      const dal = addDays(modello.oggi, a.from);
      const al = a.until === null ? null : addDays(modello.oggi, a.until);
      const proponente = a.kind === "chiede" ? "delegato" : "datore";
      const tipo = a.delegato < 2 ? "professionale" : "personale";
      const offer: Offerta = { datore: d, tipo, chi, proponente, ambito: a.ambito, dal, al };
      const answer =
        proponente === "datore"
          ? await call(asDatore(d), "proponi_delega", [tipo, chi, a.ambito, dal, al])
          : await call(asDelegato(chi), "proponi_a_datore", [d, a.ambito, dal, al]);
      const [, esito, id = ""] = /^\((\w+),([0-9a-f-]*)\)$/.exec(answer) ?? [];
      expect(esito).toBe(modello.whyNotPropose(offer) ?? "ok");
      if (esito === "ok") modello.propose(id, offer);
      if (esito === "ok" && a.kind === "concede") await decide(id, true);
      return;
    }
    case "decide": {
      const p = modello.proposte[a.which % modello.proposte.length];
      if (p) await decide(p.id, a.accetta);
      return;
    }
    case "ritira": {
      const p = modello.proposte[a.which % modello.proposte.length];
      if (!p) return;
      const contesto = p.proponente === "datore" ? asDatore(p.datore) : asDelegato(p.chi);
      expect(await call(contesto, "ritira_proposta", [p.id])).toBe(modello.withdraw(p.id));
      return;
    }
    case "chiude": {
      const d = modello.deleghe[a.which % modello.deleghe.length];
      if (!d) return;
      const evento = a.revoca ? "revocata" : "rinunciata";
      const contesto = a.revoca ? asDatore(d.datore) : asDelegato(d.chi, drawerOf(d.datore));
      expect(await call(contesto, "chiudi_delega", [d.id, evento, null])).toBe(modello.close(d.id, evento));
      return;
    }
    case "cambia": {
      const d = modello.deleghe[a.which % modello.deleghe.length];
      if (!d) return;
      const al = a.until === null ? null : addDays(modello.oggi, a.until);
      const wanted = modello.change(d.id, a.ambito, al);
      expect(await call(asDatore(d.datore), "cambia_delega", [d.id, a.ambito, al])).toBe(wanted);
      return;
    }
    case "passano":
      modello.oggi = addDays(modello.oggi, a.giorni);
      return;
    case "scadono":
      await owner`select scadi_deleghe(${modello.oggi})`;
      modello.expire();
      return;
    case "archivio":
      await merge(mondo, modello, run, a.righe);
  }
}

async function merge(mondo: Palcoscenico, modello: Modello, run: string, given: Riga[]): Promise<void> {
  const righe = given.map(
    ({ key, datore: d, delegato: n, from: start, until: length, revocata }): RigaArchivio => {
      const dal = addDays(modello.oggi, start);
      const tipo = n < 2 ? "professionale" : "personale";
      const whom = { datore: mondo.codici[d] as string, tipo, chi: mondo.delegati[n] as string } as const;
      const al = length === null ? null : addDays(dal, length);
      return { identificativo: `${run}${key}`, ...whom, dal, al, stato: revocata ? "revocata" : "attiva" };
    },
  );
  await importer.unsafe(`truncate ${depositoOf("deleghe")}`);
  for (const [n, { identificativo, datore: d, tipo, chi, dal, al, stato }] of righe.entries()) {
    await importer`insert into pg_temp.archivio_deleghe (riga, identificativo, datore, tipo, delegato, data_inizio, data_fine,
      stato) values (${n}, ${identificativo}, ${d}, ${tipo}, ${chi}, ${dal}, ${al}, ${stato})`;
  }
  day.oggi = modello.oggi;
  await connessione.run("begin");
  await deferExclusivity(connessione);
  await mergeFile(connessione, "deleghe", 1);
  await concludeMerge(connessione);
  await connessione.run("commit");
  const made = await importer`select id, identificativo from deleghe where identificativo like ${`${run}%`}`;
  modello.merge(righe, (key) => made.find((row) => row.identificativo === key)?.id);
}

async function check(mondo: Palcoscenico, modello: Modello): Promise<void> {
  const { owner } = opened;
  const { posizioni, codici } = mondo;
  const sessions = mondo.viewers.map((viewer) => viewer().sessione as string);
  const [deleghe, proposte, eventi, desk, aperti] = await Promise.all([
    owner`select d.id, p.codice_fiscale as datore, d.tipo, coalesce(d.intermediario_codice, d.delegato_codice_fiscale) as chi,
        d.stato, d.ambito, d.data_inizio::text as "dataInizio", d.fine::text as fine, d.identificativo, d.chiusa_at is not null as chiusa
      from deleghe d join posizioni p on p.id = d.posizione_id where d.posizione_id = any(${posizioni}) order by d.id`,
    owner`select id, stato from proposte where datore_codice_fiscale = any(${codici}) order by id`,
    owner<
      Evento[]
    >`select delega_id as delega, evento, coalesce(intermediario_codice, delegato_codice_fiscale) as chi
      from eventi_delega where datore_codice_fiscale = any(${codici}) order by id`,
    owner`select delega_id as id, substr(delegato, 3) as chi, ambito, dal::text as "dataInizio", al::text as fine from deleganti
      where posizione_id = any(${posizioni}) order by 1`,
    owner`select * from prova_aperti(${sessions}, ${posizioni}, ${modello.oggi})`,
  ]);
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shown = ({
    id,
    datore: d,
    tipo,
    chi,
    stato,
    ambito,
    dataInizio,
    fine,
    identificativo,
    chiusa,
  }: Modello["deleghe"][number]) => ({
    id,
    datore: d,
    tipo,
    chi,
    stato,
    ambito,
    dataInizio,
    fine,
    identificativo,
    chiusa,
  });
  expect([...deleghe]).toEqual(byId(modello.deleghe).map(shown));
  expect([...proposte]).toEqual(byId(modello.proposte).map(({ id, stato }) => ({ id, stato })));
  const story = (rows: readonly Evento[]) => rows.map((e) => `${e.delega} ${e.evento} ${e.chi}`).sort();
  expect(story(eventi)).toEqual(story(modello.eventi));

  const attive = deleghe.filter((d) => d.stato === "attiva") as unknown as Modello["deleghe"];
  for (const [index, a] of attive.entries()) {
    const twin = attive
      .slice(index + 1)
      .find((b) => b.datore === a.datore && b.tipo === a.tipo && overlap(a, b));
    expect(twin, "two where there may be one").toBeUndefined();
    expect(a.chiusa, "active although ended here").toBe(false);
  }
  expect([...desk]).toEqual(
    attive.map(({ id, chi, ambito, dataInizio, fine }) => ({ id, chi, ambito, dataInizio, fine })),
  );
  for (const [index, chi] of mondo.delegati.entries()) {
    const given = attive.filter(
      (d) => d.chi === chi && d.identificativo === null && (d.fine ?? "9999") >= modello.oggi,
    );
    if (index >= 2) expect(given.length).toBeLessThanOrEqual(DELEGHE_PERSONALI_MASSIME);
    const opens = modello
      .opens(chi)
      .map((d) => posizioni[codici.indexOf(d)])
      .sort();
    expect([...(aperti[index]?.aperti ?? [])].sort()).toEqual(opens);
    expect(aperti[index]?.contati).toBe(opens.length);
  }
}

it("no sequence of acts, days and archives leaves what the rules do not", { timeout: 300_000 }, async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(atti, { minLength: PASSI, maxLength: PASSI }), async (sequence) => {
      const run = [...String(runs++)].map((digit) => "qrstuvwxyz"[Number(digit)]).join("");
      const mondo = await aPalcoscenico(opened.owner, run);
      const modello = new Modello(OGGI);
      for (const one of sequence) {
        await act(mondo, modello, run, one);
        await check(mondo, modello);
      }
    }),
    { numRuns: Number(process.env.PROVE_VITA ?? 100) },
  );
});
