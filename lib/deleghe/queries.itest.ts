import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import {
  aDelega,
  anIntermediario,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { getCassettoDellaDelega, getDelega, getDelegaInUso, listDeleghe, listDelegheAttive } from "./queries";

let world: World;
let studio: Studio;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  studio = await aStudioAtWork(opened.owner, world);
});
afterAll(() => opened.close());
type Who = Parameters<typeof read>[0];

describe("the deleghe of a drawer", () => {
  const whom = (contesto: Who, list: typeof listDelegheAttive | typeof listDeleghe) =>
    read(contesto, async ({ cassetto }) =>
      (await list(cassetto, OGGI)).map(
        ({ delega, delegato, intermediario }) =>
          delegato?.cognome ?? intermediario?.denominazione ?? delega.delegatoCodiceFiscale,
      ),
    );

  it("are those in force, with whoever they are given to, and all of them, to whoever may open it", async () => {
    const { owner } = opened;
    const { anna, dario, chi } = world;
    await anIntermediario(owner, "S3");
    await aDelega(owner, anna, { studio: "S2" }, { data_inizio: IERI, data_fine: OGGI });
    await aDelega(owner, anna, { studio: "S3" }, { data_inizio: DOMANI });
    await aDelega(owner, anna, { personaDi: "sconosciuta" }, { data_inizio: OGGI, titolo: "tutore" });
    await aDelega(owner, anna, { personaDi: "scaduta" }, { data_fine: IERI, titolo: "tutore" });
    await aDelega(owner, anna, { personaDi: "revocata" }, { stato: "revocata" });
    const inForce = [codiceFiscaleOf("sconosciuta"), "Studio S2", "bruno"];
    const ended = [codiceFiscaleOf("revocata"), codiceFiscaleOf("scaduta")];
    for (const visitor of [chi.anna(anna), chi.bruno(anna)]) {
      expect((await whom(visitor, listDelegheAttive)).sort()).toEqual(inForce);
      expect((await whom(visitor, listDeleghe)).sort()).toEqual([...ended, ...inForce, "Studio S3"].sort());
    }
    expect(await whom(chi.carla(dario), listDelegheAttive)).toEqual(["Studio S1"]);
    for (const stranger of [chi.dario(anna), chi.carla(anna), studio.vito(dario), studio.ugo(dario)]) {
      expect(await whom(stranger, listDeleghe)).toEqual([]);
    }
  });

  it("are found one by one in their own drawer only", async () => {
    const [delega] = await opened.owner`select id from deleghe where posizione_id = ${world.dario}`;
    const found = (contesto: Who) => read(contesto, ({ cassetto }) => getDelega(cassetto, delega?.id));
    expect(await found(world.chi.dario(world.dario))).toHaveLength(1);
    expect(await found(studio.silvia(world.dario))).toHaveLength(1);
    expect(await found(world.chi.anna(world.anna))).toEqual([]);
    expect(await found(world.chi.bruno(world.dario))).toEqual([]);
  });

  it("lead from the delega to the drawer whoever holds it as they are logged in, and nobody else", async () => {
    const [delega] = await opened.owner`select id from deleghe where posizione_id = ${world.dario}`;
    await opened.owner`select aggiorna_deleganti(array[${world.dario}::uuid], ${OGGI})`;
    const found = (contesto: Who) =>
      read(contesto, ({ viewer }) => getCassettoDellaDelega(viewer, delega?.id));
    expect(await found(world.chi.carla())).toMatchObject({ posizioneId: world.dario });
    for (const stranger of [world.chi.dario(), world.chi.anna(), world.chi.bruno(), studio.vito()]) {
      expect(await found(stranger)).toBeUndefined();
    }
  });

  it("that opens it is shown to who came by it", async () => {
    const used = (contesto: Who) =>
      read(contesto, async ({ cassetto }) =>
        (await getDelegaInUso(cassetto, OGGI)).map(({ delega }) => delega.tipo),
      );
    expect(await used(world.chi.bruno(world.anna))).toEqual(["personale"]);
    expect(await used(studio.silvia(world.dario))).toEqual(["professionale"]);
    expect(await used(world.chi.dario(world.dario))).toEqual([]);
  });
});
