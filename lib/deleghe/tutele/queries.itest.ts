import { afterAll, beforeAll, expect, it } from "vitest";
import { aPersona } from "@/db/mondo-deleghe";
import {
  aDelega,
  aPosizione,
  aSoggetto,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { closeTutela, registerTutela } from "../mutations";
import { getTutela, listTutele, TUTELE_PER_PAGINA } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());
type Who = Parameters<typeof read>[0];
const list = (contesto: Who, codiceFiscale: string | null = null, dopo: string | null = null) =>
  read(contesto, ({ viewer }) => listTutele(viewer, codiceFiscale, dopo));

it("an amministratore finds the tutele in force by either codice fiscale, page after page; nobody else does", async () => {
  const { owner } = opened;
  const { nora, anna, bruno, carla, olga } = world.chi;
  await aSoggetto(owner, "tutrice", { nome: "Tilde", cognome: "Neri" });
  const tutela = {
    datore: codiceFiscaleOf("anna"),
    persona: codiceFiscaleOf("tutrice"),
    titolo: "tutore",
  } as const;
  expect(await registerTutela(nora(), { ...tutela, al: null, motivo: "Decreto 12/2026" })).toBe("ok");
  const [found] = await list(nora(), codiceFiscaleOf("tutrice"));
  expect(found).toMatchObject({ persona_nome: "Tilde Neri", dal: OGGI, al: null, motivo: "Decreto 12/2026" });
  expect((await list(nora(), codiceFiscaleOf("anna"))).map(({ id }) => id)).toEqual([found?.id]);
  expect(await list(nora(), codiceFiscaleOf("bruno")), "a delega given is none").toEqual([]);

  const posizione = await aPosizione(owner, "tutelata", world.sede);
  for (let n = 0; n < TUTELE_PER_PAGINA; n += 1) {
    await aDelega(
      owner,
      posizione,
      { personaDi: `curatore${"abcdefghijklmnopqrstuvwxyz"[n]}` },
      { titolo: "tutore" },
    );
  }
  for (const over of [{ stato: "revocata" }, { data_fine: IERI }]) {
    await aDelega(owner, posizione, { personaDi: "finita" }, { titolo: "tutore", ...over });
  }
  await aDelega(owner, posizione, { personaDi: "futura" }, { titolo: "tutore", data_inizio: DOMANI });
  const first = await list(nora());
  expect(first).toHaveLength(TUTELE_PER_PAGINA + 1);
  const shown = first.slice(0, TUTELE_PER_PAGINA);
  const rest = await list(nora(), null, shown.at(-1)?.id);
  expect(new Set([...shown, ...rest].map(({ id }) => id)).size).toBe(TUTELE_PER_PAGINA + 2);
  expect(first.map(({ persona }) => persona)).not.toContain(codiceFiscaleOf("finita"));
  expect(first[0]?.persona, "also one that has not begun").toBe(codiceFiscaleOf("futura"));
  for (const stranger of [anna(world.anna), bruno(world.anna), carla(), olga()]) {
    expect(await list(stranger)).toEqual([]);
    expect(await read(stranger, ({ viewer }) => getTutela(viewer, found?.id ?? ""))).toEqual([]);
  }
});

it("one that is ended shuts the drawer at once, with its reason in the story, and is ended once", async () => {
  const { owner } = opened;
  const { nora } = world.chi;
  const intrusa = await aPersona(owner, "intrusa", { tipo: "delegato" });
  const id = await aDelega(owner, world.anna, { personaDi: "intrusa" }, { titolo: "tutore" });
  const opens = async () =>
    (await read(intrusa(world.anna), ({ viewer }) => viewer.tx.execute("select * from posizioni_visibili()")))
      .length;
  expect(await opens()).toBe(1);
  expect(await closeTutela(nora(), id, "Codice fiscale sbagliato")).toBe("ok");
  expect(await opens()).toBe(0);
  expect(await owner`select from deleganti where delega_id = ${id}`).toEqual([]);
  const [event] = await owner`select evento, chi, motivo, delegato_codice_fiscale from eventi_delega
    where delega_id = ${id}`;
  expect(event).toMatchObject({
    evento: "chiusa_da_istituto",
    motivo: "Codice fiscale sbagliato",
    delegato_codice_fiscale: codiceFiscaleOf("intrusa"),
  });
  expect(event?.chi).toBeTruthy();
  expect(await closeTutela(nora(), id, "Ancora")).toBe("gia_chiusa");
  expect(await read(nora(), ({ viewer }) => getTutela(viewer, id))).toEqual([]);
});
