import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { onDay } from "@/db/mondo-deleghe";
import { aContributo, aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { senzaEsito } from "@/lib/jobs/appuntamenti";
import { GIORNI_PER_SEGNARE } from "./giornata/rules";
import { listOfferti } from "./motivi/queries";

// What becomes of an appuntamento that is over, and of which the sede has not said what became of it.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let giornata: typeof import("./giornata/queries");
let olga: string;
let anna: Contesto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  giornata = await import("./giornata/queries");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  anna = world.chi.anna(world.anna);
  await aContributo(opened.owner, world.anna, world.attivo, { anno: 2025, trimestre: 1 });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`truncate attese`;
  await opened.owner`alter table eventi_appuntamento disable trigger user`;
  await opened.owner`delete from eventi_appuntamento`;
  await opened.owner`alter table eventi_appuntamento enable trigger user`;
  await opened.owner`delete from appuntamenti`;
});

const suo = (inizio_at: string, over = {}) =>
  anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
    {
      ...{ motivo_codice: "trimestre_non_pagato", rapporto: world.attivo, anno: 2025, trimestre: 1 },
      ...{ progressivo: 1, inizio_at, ...over },
    },
  );
const oggetto = () => ({
  ...{ motivo: "trimestre_non_pagato", rapporto: world.attivo, quesitoId: null },
  contributo: { anno: 2025, trimestre: 1, progressivo: 1 },
});
const hold = (id: string) =>
  act
    .holdOrario(anna, id, oggetto(), {
      ...{ sede: world.sede, esperto: olga, modo: "in_persona", inizio: new Date("2026-10-08T07:00:00Z") },
    })
    .then(({ esito }) => esito);
const segna = (id: string, atto: string) =>
  onDay(opened.owner, world.chi.olga(), OGGI, async (tx) => {
    const [row] = await tx`select segna_appuntamento(${id}, ${atto}, null) as esito`;
    return row?.esito;
  });
const row = async (id: string) =>
  (
    await opened.owner`select stato, chiuso_at is not null as chiuso,
      array(select evento from eventi_appuntamento e where e.appuntamento_id = a.id order by e.id) as eventi
    from appuntamenti a where id = ${id}`
  )[0];
const vivo = () =>
  read(anna, ({ cassetto }) => listOfferti(cassetto, OGGI)).then(
    (offerte) => offerte.find(({ perche }) => perche.motivo === "trimestre_non_pagato")?.vivo,
  );

it("one that is to come is in the way of another for the same reason, one that is over is not", async () => {
  const verra = await suo("2026-10-07T07:00:00Z");
  expect(await vivo()).toMatchObject({ id: verra });
  expect(await hold(randomUUID())).toBe("gia_prenotato");
  await opened.owner`delete from appuntamenti`;

  const passato = await suo("2026-10-01T07:00:00Z");
  expect(await vivo()).toBeNull();
  const id = randomUUID();
  expect(await hold(id)).toBe("ok");
  expect((await act.confirmAppuntamento(anna, id, "", null)).esito).toBe("ok");
  expect(await row(passato)).toEqual({ stato: "confermato", chiuso: true, eventi: ["senza_esito"] });
  // The sede may still say what became of it, and then it does not say that nobody knows.
  expect(await segna(passato, "tenuto")).toBe("ok");
  expect(await row(passato)).toMatchObject({ stato: "tenuto", eventi: ["senza_esito", "tenuto"] });
});

it("it is not closed by who is refused, nor moved or cancelled once it is", async () => {
  const passato = await suo("2026-10-01T07:00:00Z");
  await anAppuntamento(opened.owner, {
    posizione: world.dario,
    di: "dario",
    sede: world.sede,
    esperto: olga,
  });
  expect(await hold(randomUUID())).toBe("occupato");
  expect(await row(passato)).toEqual({ stato: "confermato", chiuso: false, eventi: [] });

  await opened.owner`update appuntamenti set chiuso_at = now() where id = ${passato}`;
  const olgaQui = world.chi.olga();
  expect(await act.cancelAppuntamento(olgaQui, passato, "Errore")).toBe("gia_chiuso");
  const mossa = await act.holdOrario(
    anna,
    randomUUID(),
    { sposta: passato },
    {
      ...{ sede: world.sede, esperto: olga, modo: "in_persona", inizio: new Date("2026-10-09T07:00:00Z") },
    },
  );
  expect(mossa.esito).toBe("non_trovata");
});

it("who waits is offered a time though one is over, and may wait", async () => {
  const passato = await suo("2026-10-01T07:00:00Z");
  const attesa = randomUUID();
  const entra = { sedi: [world.sede], modi: ["in_persona" as const], telefono: null };
  expect(await act.enterAttesa(anna, attesa, oggetto(), entra)).toBe("ok");
  const [offerto] = await onDay(
    opened.owner,
    anna,
    OGGI,
    (tx) =>
      tx`select offri_orario(${attesa}, ${world.sede}, ${olga}, 'in_persona', '2026-10-08T07:00:00Z') as si`,
  );
  expect(offerto).toEqual({ si: true });
  expect(await row(passato)).toMatchObject({ chiuso: true, eventi: ["senza_esito"] });
});

it("the sede sees those of the days before until it marks them, for a week, and nobody else does", async () => {
  // By the clock of the wall on the day of the world, as adesso() has it: between then and now the hour may have changed.
  const giorniFa = async (giorni: number, minuti: number): Promise<string> => {
    const [riga] = await opened.owner<{ inizio: Date }[]>`
      select (${OGGI}::date - ${giorni}::int + (now() at time zone 'Europe/Rome')::time
        + make_interval(mins => ${minuti - 20}::int)) at time zone 'Europe/Rome' as inizio`;
    return riga?.inizio.toISOString() ?? "";
  };
  const spazio = { anno: null, trimestre: null, progressivo: null };
  const ieri = await suo(await giorniFa(1, 0));
  const ancora = await suo(await giorniFa(GIORNI_PER_SEGNARE, 15), { ...spazio, anno: 2001 });
  await suo(await giorniFa(GIORNI_PER_SEGNARE, -15), { ...spazio, anno: 2002 });
  await suo("2026-10-05T21:00:00Z", { ...spazio, anno: 2003 });
  await suo(await giorniFa(2, 0), { ...spazio, anno: 2004, stato: "tenuto" });
  const daSegnare = (chi: Contesto) =>
    read(chi, ({ viewer }) => giornata.listDaSegnare(viewer, OGGI)).then((rows) => rows.map(({ id }) => id));
  expect(await daSegnare(world.chi.olga())).toEqual([ieri, ancora]);
  for (const chi of [world.chi.carla(), anna, world.chi.nora()]) expect(await daSegnare(chi)).toEqual([]);

  // What is older is closed without an outcome, once.
  expect(await senzaEsito(opened.owner, OGGI)).toEqual({ chiusi: 1 });
  expect(await senzaEsito(opened.owner, OGGI)).toEqual({ chiusi: 0 });
  expect(await daSegnare(world.chi.olga())).toEqual([ieri, ancora]);
  expect(await segna(ieri, "non_presentato")).toBe("ok");
  expect(await daSegnare(world.chi.olga())).toEqual([ancora]);
});
