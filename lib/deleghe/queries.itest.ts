import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import {
  getDelega,
  getDelegaInUso,
  listDeleghe,
  listDelegheAttive,
  listEventi,
  listEventiDelloStudio,
  listProposteAllaPersona,
  listProposteDelDatore,
  listProposteDelloStudio,
} from "./queries";

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

describe("proposte", () => {
  const LISTS = {
    datore: ({ cassetto }: Parameters<Parameters<typeof read>[1]>[0]) => listProposteDelDatore(cassetto),
    persona: ({ viewer }: Parameters<Parameters<typeof read>[1]>[0]) => listProposteAllaPersona(viewer),
    studio: ({ viewer }: Parameters<Parameters<typeof read>[1]>[0]) => listProposteDelloStudio(viewer),
  };
  const found = (contesto: Who, list: keyof typeof LISTS) =>
    read(contesto, async (scopes) => (await LISTS[list](scopes)).map(({ proposta }) => proposta.id).sort());

  it("are shown to both sides, each by the list that is theirs, and to nobody else", async () => {
    const { chi, anna, dario } = world;
    const { offerta, chiesta, aPersonaOfferta, silvia, ugo, vito } = studio;
    expect(await found(chi.anna(anna), "datore")).toEqual([offerta]);
    expect(await found(chi.dario(dario), "datore")).toEqual([aPersonaOfferta]);
    expect(await found(chi.bruno(), "persona")).toEqual([aPersonaOfferta]);
    for (const member of [chi.carla(), silvia()]) {
      expect(await found(member, "studio")).toEqual([offerta, chiesta].sort());
    }
    for (const stranger of [ugo(), vito(), chi.olga(), chi.nora(), chi.bruno(anna)]) {
      expect(await found(stranger, "studio")).toEqual([]);
      expect(await found(stranger, "datore")).toEqual([]);
    }
  });

  it("tell what happened to them to both sides, and to nobody else", async () => {
    const events = (contesto: Who, id: string) =>
      read(contesto, async ({ viewer }) => (await listEventi(viewer, id)).map(({ evento }) => evento));
    const { chi } = world;
    expect(await events(chi.anna(), studio.offerta)).toEqual(["proposta"]);
    expect(await events(studio.silvia(), studio.offerta)).toEqual(["proposta"]);
    expect(await events(chi.bruno(), studio.aPersonaOfferta)).toEqual(["proposta"]);
    for (const stranger of [chi.dario(), studio.vito(), studio.ugo(), chi.nora()]) {
      expect(await events(stranger, studio.offerta)).toEqual([]);
    }
  });

  it("leave in the studio's news what was decided, not that it was proposed", async () => {
    await opened.owner`
      insert into eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice, quando_at)
      values (gen_random_uuid(), 'revocata', 'X', 'S1', now() - interval '29 days'),
        (gen_random_uuid(), 'rinunciata', 'X', 'S1', now() - interval '31 days'),
        (gen_random_uuid(), 'revocata', 'X', 'S2', now())`;
    const news = (contesto: Who) =>
      read(contesto, async ({ viewer }) => (await listEventiDelloStudio(viewer)).map(({ evento }) => evento));
    expect(await news(world.chi.carla())).toEqual(["revocata"]);
    expect(await news(studio.silvia())).toEqual(["revocata"]);
    expect(await news(studio.ugo())).toEqual([]);
  });

  it("tell a studio neither who refused nor who took its place, and the datore what they did", async () => {
    const { decideProposta, proposeDelega, proposeToDatore } = await import("./mutations");
    const delega = { ambito: "consultazione", dal: OGGI, al: null } as const;
    const carla = world.chi.carla();
    const posizione = await aPosizione(opened.owner, "tina", world.sede, { nome: "Tina", cognome: "Neri" });
    const tina = (await aViewer(opened.owner, "tina", { tipo: "datore" }))(posizione);
    const last = async (contesto: Who) => {
      const [found] = (await read(contesto, ({ viewer }) => listEventiDelloStudio(viewer))).filter(
        ({ codiceFiscale }) => codiceFiscale === codiceFiscaleOf("tina"),
      );
      return found && { evento: found.evento, chi: found.chi, perConto: found.perConto };
    };
    const pending = async () =>
      (
        await opened.owner`select id from proposte where stato = 'proposta' and datore_codice_fiscale = ${codiceFiscaleOf("tina")}`
      )[0]?.id;

    expect(await proposeToDatore(carla, { datore: codiceFiscaleOf("tina"), ...delega })).toBe("ok");
    expect(await decideProposta(tina, await pending(), false)).toBe("ok");
    expect(await last(carla)).toEqual({ evento: "rifiutata", chi: null, perConto: null });

    expect(await proposeToDatore(carla, { datore: codiceFiscaleOf("tina"), ...delega })).toBe("ok");
    expect(await decideProposta(tina, await pending(), true)).toBe("ok");
    expect(await last(carla)).toEqual({ evento: "accettata", chi: "Tina Neri", perConto: null });

    expect(await proposeDelega(tina, { tipo: "professionale", delegato: "S2", ...delega })).toBe("ok");
    expect(await decideProposta(studio.vito(), await pending(), true)).toBe("ok");
    expect(await last(carla)).toEqual({ evento: "sostituita", chi: null, perConto: null });
    expect(await last(studio.vito())).toMatchObject({ evento: "accettata", chi: expect.any(String) });
  });
});
