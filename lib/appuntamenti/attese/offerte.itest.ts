import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anAppuntamento, anAttesa, anEsperto } from "@/db/mondo-appuntamenti";
import {
  aContributo,
  aPosizione,
  aRapporto,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { attese, prenotazioni } from "@/lib/jobs/appuntamenti";
import { listOfferti } from "../motivi/queries";
import { isOfferta, listAttese, listOfferteScadute } from "./queries";

// What becomes of a time that was offered from the waiting list, and of the place there.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("../mutations");
let olga: string;
let anna: Contesto;
let lavori: Sql;
let vicino: { contesto: Contesto; rapporto: string };
beforeAll(async () => {
  opened = await openWorld();
  const { owner, database } = opened;
  act = await import("../mutations");
  lavori = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  world = await aWorld(owner);
  olga = await anEsperto(owner, "olga", world.sede);
  anna = world.chi.anna(world.anna);
  await owner`update soggetti set email = 'anna@esempio.it' where codice_fiscale = ${codiceFiscaleOf("anna")}`;
  for (const anno of [2024, 2025]) await aContributo(owner, world.anna, world.attivo, { anno, trimestre: 1 });
  const posizione = await aPosizione(owner, "vicino", world.sede);
  const rapporto = await aRapporto(owner, posizione, world.maria);
  vicino = { contesto: (await aViewer(owner, "vicino", { tipo: "datore" }))(posizione), rapporto };
});
afterAll(async () => {
  await lavori.end();
  await opened.close();
});
let offerto: string;
beforeEach(async () => {
  const { owner } = opened;
  await owner`truncate attese, posta`;
  await owner`alter table eventi_appuntamento disable trigger user`;
  await owner`delete from eventi_appuntamento`;
  await owner`alter table eventi_appuntamento enable trigger user`;
  await owner`delete from bozze`;
  await owner`delete from appuntamenti`;
  const about = { motivo_codice: "trimestre_non_pagato", anno: 2025, trimestre: 1, progressivo: 1 };
  await anAttesa(
    owner,
    { posizione: world.anna, di: "anna", sede: world.sede },
    { ...about, rapporto: world.attivo, modi: ["in_persona"] },
  );
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });
  const [tenuto] = await owner`select id from appuntamenti`;
  offerto = tenuto?.id;
});

const trimestre = (anno = 2025) => ({
  ...{ motivo: "trimestre_non_pagato", rapporto: world.attivo, quesitoId: null },
  contributo: { anno, trimestre: 1, progressivo: 1 },
});
const at = (istante: string) => ({
  ...{ sede: world.sede, esperto: olga, modo: "in_persona" as const, inizio: new Date(istante) },
});
const ALTRO = "2026-10-08T07:40:00Z";
const hold = (id: string, istante = ALTRO, anno = 2025) =>
  act.holdOrario(anna, id, trimestre(anno), at(istante)).then(({ esito }) => esito);
const stati = () =>
  opened.owner`select stato, appuntamento_id from attese`.then((rows) => rows.map(({ stato }) => stato));
const tenuti = () => opened.owner`select id from appuntamenti where stato = 'in_prenotazione'`;

it("another time for the same reason takes its place, and the place on the list stays until it is confirmed", async () => {
  const id = randomUUID();
  expect(await hold(id)).toBe("ok");
  expect(await tenuti()).toEqual([{ id }]);
  expect(await stati()).toEqual(["attiva"]);
  // What is held is enough: nothing is offered besides.
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 0 });
  expect(await act.releaseOrario(anna, id)).toBe("ok");
  expect(await stati()).toEqual(["attiva"]);
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 1 });

  const [dopo] = await tenuti();
  expect(await hold(dopo?.id)).toBe("ok");
  expect((await act.confirmAppuntamento(anna, dopo?.id, "", null)).esito).toBe("ok");
  expect(await stati()).toEqual(["accettata"]);
});

it("who does not get the other time keeps what was offered", async () => {
  const about = { motivo: "rapporto_sospeso", rapporto: vicino.rapporto, quesitoId: null, contributo: null };
  await act.holdOrario(vicino.contesto, randomUUID(), about, at(ALTRO));
  expect(await hold(randomUUID())).toBe("occupato");
  expect(await stati()).toEqual(["offerta"]);
  expect((await act.confirmAppuntamento(anna, offerto, "", null)).esito).toBe("ok");
});

it("a time for another reason leaves it alone", async () => {
  expect(await hold(randomUUID(), ALTRO, 2024)).toBe("ok");
  expect(await tenuti()).toHaveLength(2);
  expect(await stati()).toEqual(["offerta"]);
  const [uno, altro] = await read(anna, ({ cassetto }) => listOfferti(cassetto, OGGI)).then((offerte) =>
    [2025, 2024].map((anno) => offerte.find(({ perche }) => perche.contributo?.anno === anno)?.vivo),
  );
  expect([uno?.offerta, altro?.offerta]).toEqual([true, false]);
});

it("given up, the place goes with it", async () => {
  expect(await read(anna, ({ cassetto }) => isOfferta(cassetto, offerto))).toBe(true);
  expect(await act.releaseOrario(anna, offerto)).toBe("ok");
  expect(await stati()).toEqual(["ritirata"]);
  expect(await read(anna, ({ cassetto }) => isOfferta(cassetto, offerto))).toBe(false);
});

describe("when it runs out", () => {
  const scade = async () => {
    await opened.owner`update appuntamenti set scade_at = now() where stato = 'in_prenotazione'`;
    expect(await prenotazioni(opened.owner, OGGI)).toEqual({ scadute: 1 });
  };
  const scadute = () => read(anna, ({ cassetto }) => listOfferteScadute(cassetto));

  it("nobody confirmed it: who waited is told, by mail and on the page, until they take note of it", async () => {
    expect(await scadute()).toEqual([]);
    await scade();
    const mail =
      await opened.owner`select destinatario, modello from posta order by accodata_at desc limit 1`;
    expect(mail).toEqual([{ destinatario: "anna@esempio.it", modello: "attesa_scaduta" }]);
    const [una, ...altre] = await scadute();
    expect(una).toMatchObject({ motivoCodice: "trimestre_non_pagato", anno: 2025, chi: "anna" });
    expect(altre).toEqual([]);
    expect(await read(anna, ({ cassetto }) => listAttese(cassetto))).toEqual([]);
    expect(await read(vicino.contesto, ({ cassetto }) => listOfferteScadute(cassetto))).toEqual([]);
    expect(await act.leaveAttesa(vicino.contesto, una?.id ?? "")).toBe("non_trovata");
    expect(await act.leaveAttesa(anna, una?.id ?? "")).toBe("ok");
    expect(await scadute()).toEqual([]);
  });

  it("who waits anew, or books, has taken note", async () => {
    await scade();
    const entra = { sedi: [world.sede], modi: ["video" as const], telefono: null };
    expect(await act.enterAttesa(anna, randomUUID(), trimestre(), entra)).toBe("ok");
    expect(await scadute()).toEqual([]);
    await opened.owner`delete from attese where stato = 'attiva'`;
    expect(await scadute()).toHaveLength(1);
    await anAppuntamento(
      opened.owner,
      { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
      {
        ...{ motivo_codice: "trimestre_non_pagato", rapporto: world.attivo, anno: 2025, trimestre: 1 },
        progressivo: 1,
      },
    );
    expect(await scadute()).toEqual([]);
  });

  it("a wait that ended because its reason did is no offer that ran out", async () => {
    await opened.owner`update attese set stato = 'scaduta', appuntamento_id = null`;
    expect(await scadute()).toEqual([]);
  });
});
