import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProposta, aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import {
  aPosizione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { decideProposta, proposeDelega, proposeToDatore } from "../mutations";
import { listEventi } from "../queries";
import { CAMBIAMENTI_MASSIMI } from "../rules";
import { PARTI_PROPOSTE, type ParteProposte } from "./input";
import {
  getStatoProposta,
  isPropostaFutura,
  listEventiDelloStudio,
  listProposteAllaPersona,
  listProposteDelDatore,
  listProposteDelloStudio,
  PROPOSTE_PER_PAGINA,
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

describe("proposte", () => {
  const LISTS = {
    datore: ({ cassetto }: Parameters<Parameters<typeof read>[1]>[0]) => listProposteDelDatore(cassetto),
    persona: ({ viewer }: Parameters<Parameters<typeof read>[1]>[0]) => listProposteAllaPersona(viewer),
    studio: async ({ viewer }: Parameters<Parameters<typeof read>[1]>[0]) =>
      (await Promise.all(PARTI_PROPOSTE.map((parte) => listProposteDelloStudio(viewer, parte, null)))).flat(),
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
    expect(await last(carla), "that somebody refused is not told").toBeUndefined();

    await opened.owner`update proposte set termine = ${IERI} where stato = 'rifiutata'
      and datore_codice_fiscale = ${codiceFiscaleOf("tina")}`;
    expect(await proposeToDatore(carla, { datore: codiceFiscaleOf("tina"), ...delega })).toBe("ok");
    expect(await decideProposta(tina, await pending(), true)).toBe("ok");
    expect(await last(carla)).toEqual({ evento: "accettata", chi: "Tina Neri", perConto: null });

    expect(await proposeDelega(tina, { tipo: "professionale", delegato: "S2", ...delega })).toBe("ok");
    expect(await decideProposta(studio.vito(), await pending(), true)).toBe("ok");
    expect(await last(carla)).toEqual({ evento: "sostituita", chi: null, perConto: null });
    expect(await last(studio.vito())).toMatchObject({ evento: "accettata", chi: expect.any(String) });

    // Whoever holds the delega knows whose it is; whoever asked and held it knows the codice fiscale it asked.
    const names = async (contesto: Who) =>
      (await read(contesto, ({ viewer }) => listEventiDelloStudio(viewer)))
        .filter(({ codiceFiscale }) => codiceFiscale === codiceFiscaleOf("tina"))
        .map(({ evento, datore }) => `${evento} ${datore}`);
    expect(await names(studio.vito())).toEqual(["accettata Tina Neri"]);
    expect(await names(carla)).toEqual(["sostituita null", "accettata null"]);
  });

  it("of a studio come part by part and page by page, so that what it asks hides nothing of what it is offered", async () => {
    const { owner } = opened;
    const offerta = await aProposta(owner, { datore: "bruno", studio: "S2" }, { proposta_at: "2026-09-10" });
    const chieste = 2 * PROPOSTE_PER_PAGINA + 1;
    await owner`insert into proposte (tipo, datore_codice_fiscale, intermediario_codice, ambito, data_inizio, proponente,
        termine, stato)
      select 'professionale', 'N' || n, 'S2', 'operazioni', ${OGGI}, 'delegato', '2026-11-04',
        case when n % 2 = 0 then 'proposta' else 'rifiutata' end from generate_series(1, ${chieste}) n`;
    await aProposta(owner, { datore: "dario", studio: "S2" }, { stato: "rifiutata" });
    await aProposta(
      owner,
      { datore: "dario", studio: "S2" },
      { proponente: "delegato", stato: "rifiutata", termine: IERI },
    );
    const page = (parte: ParteProposte, dopo: string | null) =>
      read(studio.vito(), ({ viewer }) => listProposteDelloStudio(viewer, parte, dopo));
    expect((await page("ricevute", null)).map(({ proposta }) => proposta.id)).toEqual([offerta]);
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let dopo: string | null = null, more = true; more; ) {
      const rows = await page("chieste", dopo);
      more = rows.length > PROPOSTE_PER_PAGINA;
      const shown = rows.slice(0, PROPOSTE_PER_PAGINA);
      for (const { proposta } of shown) seen.add(`${proposta.datoreCodiceFiscale} ${proposta.stato}`);
      sizes.push(shown.length);
      dopo = shown.at(-1)?.proposta.id ?? null;
    }
    expect(sizes).toEqual([PROPOSTE_PER_PAGINA, PROPOSTE_PER_PAGINA, 1]);
    expect(seen.size).toBe(chieste);
    expect([...seen].every((row) => row.endsWith(" proposta"))).toBe(true);
    // Its own refusal as such, a datore's like a silence.
    expect((await page("passate", null)).map(({ proposta }) => proposta.stato).sort()).toEqual([
      "rifiutata",
      "scaduta",
    ]);
    expect(await page("chieste", studio.offerta), "another studio's is no place in this list").toEqual([]);
  });

  it("that were accepted are deleghe, and no more a person's proposte", async () => {
    const accettata = await aProposta(
      opened.owner,
      { datore: "anna", persona: "carla" },
      { stato: "attiva" },
    );
    const rifiutata = await aProposta(
      opened.owner,
      { datore: "anna", persona: "carla" },
      { stato: "rifiutata" },
    );
    expect(await found(world.chi.carla(), "persona")).toEqual([rifiutata]);
    const futura = (id: string) => read(world.chi.carla(), ({ viewer }) => isPropostaFutura(viewer, id));
    expect(await futura(accettata)).toBe(false);
    await opened.owner`update proposte set data_inizio = '2027-01-01' where id = ${accettata}`;
    expect(await futura(accettata)).toBe(true);
    expect(await read(world.chi.dario(), ({ viewer }) => isPropostaFutura(viewer, accettata))).toBe(false);
  });

  it("say when they were refused or taken back, to the datore and the person, and to no studio", async () => {
    const { owner } = opened;
    const { chi, anna } = world;
    const personale = await aProposta(owner, { datore: "anna", persona: "bruno" });
    const studioOfferta = await aProposta(owner, { datore: "anna", studio: "S2" });
    expect(await decideProposta(chi.bruno(), personale, false)).toBe("ok");
    expect(await decideProposta(studio.vito(), studioOfferta, false)).toBe("ok");
    const closed = async (contesto: Who, list: keyof typeof LISTS, id: string) =>
      (await read(contesto, async (scopes) => await LISTS[list](scopes))).find(
        ({ proposta }) => proposta.id === id,
      )?.chiusaAt;
    expect(await closed(chi.anna(anna), "datore", personale)).toBeInstanceOf(Date);
    expect(await closed(chi.anna(anna), "datore", studioOfferta)).toBeInstanceOf(Date);
    expect(await closed(chi.bruno(), "persona", personale)).toBeInstanceOf(Date);
    expect(await closed(studio.vito(), "studio", studioOfferta)).toBeNull();
    const stato = (contesto: Who) => read(contesto, ({ viewer }) => getStatoProposta(viewer, personale));
    expect(await stato(chi.bruno())).toBe("rifiutata");
    expect(await stato(chi.carla()), "a stranger").toBeUndefined();
  });

  it("and what an archive changed make a studio's news, a hundred of them and the word that there are more", async () => {
    const { owner } = opened;
    const news = () =>
      read(studio.vito(), async ({ viewer }) =>
        (await listEventiDelloStudio(viewer)).map(({ evento }) => evento),
      );
    const before = (await news()).length;
    const happen = (evento: string, quanti: number) =>
      owner`insert into eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice)
        select gen_random_uuid(), ${evento}, 'X', 'S2' from generate_series(1, ${quanti}::int)`;
    await happen("attivata_da_archivio", 1);
    await happen("chiusa_da_archivio", 1);
    await happen("ripristinata", 1);
    expect((await news()).slice(0, 3)).toEqual([
      "ripristinata",
      "chiusa_da_archivio",
      "attivata_da_archivio",
    ]);
    await happen("attivata_da_archivio", 39);
    expect((await read(studio.vito(), ({ viewer }) => listEventiDelloStudio(viewer)))[0]).toMatchObject({
      ...{ evento: "attivata_da_archivio", quante: 40, codiceFiscale: null, datore: null },
    });
    await happen("revocata", CAMBIAMENTI_MASSIMI - 3 - before);
    expect(await news()).toHaveLength(CAMBIAMENTI_MASSIMI);
    await happen("revocata", 2);
    expect(await news()).toHaveLength(CAMBIAMENTI_MASSIMI + 1);
  });
});
