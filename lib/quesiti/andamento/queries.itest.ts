import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aViewer, aWorld, codiceFiscaleOf, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { reassignAll } from "./mutations";
import { listCarico, listTempiPerCategoria, listTempiPerMese } from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let di: Record<"olga" | "renzo" | "anna", string>;
let gina: (posizione?: string | null) => Contesto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  gina = await aViewer(opened.owner, "gina", { tipo: "responsabile", sede: world.altraSede });
  const idOf = async (chiave: string) =>
    (await opened.owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf(chiave)}`)[0]?.id;
  di = { olga: await idOf("olga"), renzo: await idOf("renzo"), anna: await idOf("anna") };
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`alter table eventi_quesito disable trigger user`;
  await opened.owner`delete from eventi_quesito`;
  await opened.owner`alter table eventi_quesito enable trigger user`;
  await opened.owner`delete from quesiti`;
});

let numero = 0;
async function aQuesito(over: Record<string, unknown> = {}): Promise<string> {
  numero += 1;
  const id = randomUUID();
  const row = {
    posizione_id: world.anna,
    id,
    protocollo: `${world.sede}.2026.${String(numero).padStart(7, "0")}`,
    sede_codice: world.sede,
    argomento_codice: "avviso_inesatto",
    datore_nome: "anna Prova",
    oggetto: "Importo",
    aperto_da: di.anna,
    termine: "2026-10-30",
    parole: "",
    ...over,
  };
  await opened.owner`insert into quesiti ${opened.owner(row)}`;
  return id;
}
const inCarico = (chi: keyof typeof di, over = {}) =>
  aQuesito({ stato: "in_carico", assegnato_a: di[chi], ...over });
const chiuso = { stato: "chiuso", chiuso_da: "sede", esito: "positivo" };
const answered = (inviato: string, risposta: string, over = {}) =>
  inCarico("olga", { inviato_at: inviato, prima_risposta_at: risposta, ...over });

it("the load of each person: what is open, overdue, waiting, and was closed in thirty days", async () => {
  await inCarico("olga");
  await inCarico("olga", { termine: "2026-10-04" });
  await inCarico("olga", { termine: "2026-10-05" });
  await inCarico("olga", {
    stato: "in_attesa_del_cittadino",
    sospeso_dal: "2026-09-01",
    termine: "2026-09-02",
  });
  await inCarico("olga", { ...chiuso, chiuso_at: "2026-09-06T10:00Z" });
  await inCarico("olga", { ...chiuso, chiuso_at: "2026-09-04T10:00Z" });
  await aQuesito({ termine: "2026-10-01" });
  await aQuesito({ sede_codice: world.altraSede });
  const carico = await read(world.chi.renzo(), ({ viewer }) => listCarico(viewer, OGGI));
  const rows = carico.map(({ id, inCarico, scaduti, attesa, chiusi }) => [
    id,
    inCarico,
    scaduti,
    attesa,
    chiusi,
  ]);
  expect(rows).toEqual([
    [di.olga, 4, 1, 1, 1],
    [di.renzo, 0, 0, 0, 0],
    [null, 1, 1, 0, 0],
  ]);
  for (const stranger of [world.chi.anna(world.anna), world.chi.nora()]) {
    expect(await read(stranger, ({ viewer }) => listCarico(viewer, OGGI))).toEqual([]);
  }
  const altra = await read(gina(), ({ viewer }) => listCarico(viewer, OGGI));
  expect(altra.map(({ inCarico }) => inCarico)).toEqual([0, 1]);
});

it("answer times are those of the sede, by month and categoria, days from sending to first answer", async () => {
  for (const giorni of [1, 2, 3, 4, 5, 6, 7, 8, 9, 20]) {
    await answered("2026-09-01T08:00Z", `2026-09-${String(1 + giorni).padStart(2, "0")}T09:00Z`);
  }
  await answered("2026-09-30T20:00Z", "2026-09-30T22:30Z", { argomento_codice: "rapporto_sospeso" });
  await answered("2025-09-01T08:00Z", "2025-10-31T23:30Z");
  await answered("2025-09-01T08:00Z", "2025-10-15T23:30Z");
  await answered("2026-09-01T08:00Z", "2026-09-02T08:00Z", { sede_codice: world.altraSede });
  const mesi = (categoria: string | null) =>
    read(world.chi.renzo(), ({ viewer }) => listTempiPerMese(viewer, categoria, OGGI));
  const tutti = await mesi(null);
  expect(tutti).toHaveLength(12);
  expect(tutti[0]).toEqual({ mese: "2025-11-01", risposte: 1, mediana: 60, novanta: 60 });
  expect(tutti[10]).toEqual({ mese: "2026-09-01", risposte: 10, mediana: 5, novanta: 9 });
  expect(tutti[11], "half past midnight in Rome is the next month").toMatchObject({
    mese: "2026-10-01",
    risposte: 1,
    mediana: 0,
  });
  expect((await mesi("rapporti"))[10]).toEqual({
    mese: "2026-09-01",
    risposte: 0,
    mediana: null,
    novanta: null,
  });
  const categorie = await read(world.chi.renzo(), ({ viewer }) => listTempiPerCategoria(viewer, OGGI));
  expect(categorie.map(({ codice, risposte }) => `${codice} ${risposte}`)).toEqual([
    "mav 11",
    "anagrafiche 0",
    "contributi 0",
    "rapporti 1",
    "avviso_bonario 0",
  ]);
});

it("all of a person's open quesiti go to another, or none; only the responsabile's word counts", async () => {
  for (let n = 0; n < 501; n += 1) await inCarico("olga");
  const closed = await inCarico("olga", { ...chiuso, chiuso_at: new Date() });
  const held = async (chi: keyof typeof di) =>
    (await opened.owner`select count(*)::int as n from quesiti where assegnato_a = ${di[chi]}`)[0]?.n;
  for (const stranger of [world.chi.olga(), gina(), world.chi.anna(world.anna)]) {
    expect(await reassignAll(stranger, di.olga, di.renzo, "assenza")).toBe(0);
  }
  expect(await reassignAll(world.chi.renzo(), di.olga, di.anna, "assenza"), "who is not of the sede").toBe(
    "non_trovata",
  );
  const [last] =
    await opened.owner`select posizione_id, id from quesiti where stato <> 'chiuso' order by id desc limit 1`;
  await opened.owner`insert into bozze ${opened.owner({
    posizione_id: last?.posizione_id,
    id: randomUUID(),
    utente_id: di.olga,
    lato: "sede",
    quesito_id: last?.id,
    testo: "Ecco.",
    azione: "risposta",
    parte_at: new Date(),
  })}`;
  expect(await reassignAll(world.chi.renzo(), di.olga, di.renzo, "assenza")).toBe("in_partenza");
  expect(await held("olga"), "the first five hundred too stay as they were").toBe(502);
  await opened.owner`delete from bozze`;
  expect(await reassignAll(world.chi.renzo(), di.olga, di.renzo, "assenza")).toBe(501);
  expect([await held("olga"), await held("renzo")]).toEqual([1, 501]);
  const [row] = await opened.owner`select assegnato_a from quesiti where id = ${closed}`;
  expect(row?.assegnato_a).toBe(di.olga);
  const eventi = await opened.owner`select distinct evento, motivo from eventi_quesito`;
  expect(eventi).toEqual([{ evento: "assegnato", motivo: "assenza" }]);
});
