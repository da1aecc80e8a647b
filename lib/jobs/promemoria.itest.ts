import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  aContributo,
  aPosizione,
  aRapporto,
  aVersamento,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";
import { addDays } from "@/lib/dates";
import { promemoriaScadenze } from "./tasks";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let made = 0;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`delete from promemoria`;
  await opened.owner`delete from preferenze`;
  await opened.owner`delete from posta`;
});

type Over = { vuole?: boolean; email?: string | null };

/** A drawer with a rapporto, of a datore who wants to be reminded and has an address. */
async function aDatore({ vuole = true, email = "datore@posta.example" }: Over = {}) {
  const { owner } = opened;
  const chiave = `ricorda${"abcdefghijklmnopqrstuvwxyz"[made++]}`;
  const posizione = await aPosizione(owner, chiave, world.sede);
  const rapporto = await aRapporto(owner, posizione, codiceFiscaleOf("maria"));
  await owner`update soggetti set email = ${email} where codice_fiscale =
    (select codice_fiscale from posizioni where id = ${posizione})`;
  await owner`insert into preferenze (posizione_id, promemoria_scadenze) values (${posizione}, ${vuole})`;
  const deve = (scadenza: string, trimestre = 1, over = {}) =>
    aContributo(owner, posizione, rapporto, { anno: 2026, trimestre }, { scadenza, ...over });
  return { posizione, rapporto, deve };
}
const posta = () => opened.owner`select destinatario, modello from posta order by 1`;

it("a datore who asked for it is reminded of what falls due from today to the seventh day, once", async () => {
  const datore = await aDatore();
  await datore.deve(addDays(OGGI, -1), 1);
  expect(await promemoriaScadenze(opened.owner, OGGI)).toEqual({ promemoria: 0 });
  await datore.deve(addDays(OGGI, 8), 2);
  expect(await promemoriaScadenze(opened.owner, OGGI)).toEqual({ promemoria: 0 });
  for (const giorno of [addDays(OGGI, 1), addDays(OGGI, 1), addDays(OGGI, 8)]) {
    await promemoriaScadenze(opened.owner, giorno);
  }
  expect(await posta()).toEqual([{ destinatario: "datore@posta.example", modello: "scadenza_vicina" }]);
  // Another due date is another mail, two notices of one are not.
  await datore.deve(addDays(OGGI, 9), 3);
  await datore.deve(addDays(OGGI, 9), 4);
  expect(await promemoriaScadenze(opened.owner, addDays(OGGI, 9))).toEqual({ promemoria: 1 });
});

it("of what is paid or suspended nobody is reminded, of what is paid in part they are", async () => {
  const { owner } = opened;
  const scadenza = addDays(OGGI, 3);
  const datore = await aDatore();
  const chiave = { anno: 2026, trimestre: 1, progressivo: 1 };
  await datore.deve(scadenza, 1, { importo: 10_000 });
  await datore.deve(scadenza, 2, { sospensione: "maternita" });
  const paga = (importo: number) =>
    aVersamento(owner, datore.posizione, datore.rapporto, chiave, { importo });
  await paga(4_000);
  await paga(6_000);
  expect(await promemoriaScadenze(owner, OGGI)).toEqual({ promemoria: 0 });
  await owner`update versamenti set importo = 5_999 where posizione_id = ${datore.posizione} and importo = 6_000`;
  expect(await promemoriaScadenze(owner, OGGI)).toEqual({ promemoria: 1 });
});

it("who did not ask, has no address or one that is none gets nothing, and keeps nobody else's", async () => {
  const scadenza = addDays(OGGI, 7);
  for (const over of [{ vuole: false }, { email: null }, { email: "due@a.it, tre@b.it" }, {}]) {
    await (await aDatore(over)).deve(scadenza);
  }
  expect(await promemoriaScadenze(opened.owner, OGGI)).toEqual({ promemoria: 1 });
  expect(await posta()).toHaveLength(1);
});

it("two that run at once write one mail", async () => {
  await (await aDatore()).deve(OGGI);
  const runs = await Promise.all([1, 2, 3, 4].map(() => promemoriaScadenze(opened.owner, OGGI)));
  expect(runs.reduce((sum, { promemoria }) => sum + promemoria, 0)).toBe(1);
  expect(await posta()).toHaveLength(1);
});
