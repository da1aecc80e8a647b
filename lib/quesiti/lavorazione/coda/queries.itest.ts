import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import {
  aParere,
  aQuesito,
  aRisposta,
  aSedeAtWork,
  chiede,
  type QuesitoFatto,
  utenteDi,
} from "@/db/mondo-quesiti";
import { openQuesito } from "@/lib/auth/opening";
import { listCarico } from "../../andamento/queries";
import { answerQuesito } from "../../mutations";
import { assignQuesiti, giveParere, takeQuesito, transferQuesito } from "../mutations";
import { getQuesitoDellaSede, listBozzeDellaSede } from "../queries";
import { attiDi } from "../rules";
import { codaInput } from "./input";
import { countCoda, listCoda } from "./queries";
import type { Vista } from "./rules";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let quesito: QuesitoFatto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`update quesiti set stato = 'chiuso', chiuso_at = now(), chiuso_da = 'cittadino', sospeso_dal = null
    where stato <> 'chiuso'`;
  const { anna, sede } = world;
  quesito = await aQuesito(opened.owner, { posizione: anna, aperto: "anna", sede, assegnato: "olga" });
});

const rows = (contesto: Contesto, vista: Vista) =>
  read(contesto, ({ viewer }) => listCoda(viewer, codaInput.parse({ vista }), OGGI));
const counts = (contesto: Contesto) => read(contesto, ({ viewer }) => countCoda(viewer, OGGI));
const opens = (contesto: Contesto) =>
  read(contesto, async ({ viewer }) => Boolean(await openQuesito(viewer.tx, quesito.protocollo)));
const menu = (contesto: Contesto) => chiede<number>(opened.owner, contesto, "novita_mie()");

describe("what is new", () => {
  /** In the row, in the list's name, in the menu. */
  const news = async (contesto: Contesto = world.chi.olga()) => {
    const [row] = await rows(contesto, "miei");
    return [row?.daLeggere, row?.pareriNuovi, (await counts(contesto)).novita, await menu(contesto)];
  };

  it("is an answer of who asks, until somebody of the sede has had it before them", async () => {
    expect(await news(), "the question itself").toEqual([1, 0, 1, 1]);
    expect(await opens(world.chi.olga())).toBe(true);
    expect(await news()).toEqual([0, 0, 0, 0]);
    const reply = { id: randomUUID(), quesitoId: quesito.id, testo: "Ecco." };
    expect(await answerQuesito(world.chi.anna(world.anna), reply)).toMatchObject({ ok: true });
    expect(await news()).toEqual([1, 0, 1, 1]);
    expect((await rows(altri.livia(), "sede"))[0]?.daLeggere, "a colleague sees it too").toBe(1);
    expect(await menu(altri.livia()), "but it does not wait for her").toBe(0);
    expect(await menu(altri.omar())).toBe(0);
    expect(await menu(world.chi.anna(world.anna))).toBe(0);
    expect(await opens(altri.livia())).toBe(true);
    expect(await news()).toEqual([0, 0, 0, 0]);
  });

  it("is a parere for who is asked, and given back for who is in charge until they look", async () => {
    await opens(world.chi.olga());
    const parere = await aParere(opened.owner, quesito, "olga", "elsa");
    expect(await menu(altri.elsa())).toBe(1);
    expect(await news()).toEqual([0, 0, 0, 0]);
    expect(await giveParere(altri.elsa(), parere, "Vale.")).toBe("ok");
    expect(await menu(altri.elsa())).toBe(0);
    expect(await news()).toEqual([0, 1, 1, 1]);
    await opens(altri.livia());
    expect(await news(), "a colleague's look is not theirs").toEqual([0, 1, 1, 1]);
    await opens(world.chi.olga());
    expect(await news()).toEqual([0, 0, 0, 0]);
  });
});

describe("what somebody left who works here no more", () => {
  let livia: string;
  beforeEach(async () => {
    livia = await utenteDi(opened.owner, "livia");
    expect(await assignQuesiti(world.chi.olga(), [quesito.id], livia, "Ferie mie")).toBe("ok");
    await opened.owner`update utenti set disabilitato_at = now() where id = ${livia}`;
    return async () => {
      await opened.owner`update utenti set disabilitato_at = null where id = ${livia}`;
    };
  });
  const seen = (contesto: Contesto) =>
    read({ ...contesto, posizione: world.anna }, async ({ viewer, cassetto }) => {
      const [riga] = await getQuesitoDellaSede(cassetto, quesito.id);
      if (!riga) throw new Error("not theirs");
      const carico = await listCarico(viewer, OGGI);
      return { riga, nessuno: carico.find(({ id }) => id === null)?.inCarico };
    });

  it("waits to be given to somebody: in the list, in its count, in the workload, on its page", async () => {
    const { chi } = world;
    expect((await rows(chi.olga(), "da_assegnare")).map(({ id, assegnatoA }) => [id, assegnatoA])).toEqual([
      [quesito.id, null],
    ]);
    expect(await counts(chi.olga())).toMatchObject({ da_assegnare: 1, miei: 0, sede: 1 });
    const { riga, nessuno } = await seen(chi.olga());
    expect(nessuno).toBe(1);
    const viewer = {
      utenteId: await utenteDi(opened.owner, "olga"),
      profilo: { tipo: "operatore", sede: { codice: world.sede } },
    };
    expect(attiDi(riga.quesito, viewer as never, false)).toMatchObject({
      impedimento: "di_nessuno",
      prendi: true,
      passa: true,
    });
    expect(await takeQuesito(chi.olga(), quesito.id)).toEqual({ esito: "ok", chi: null });
    expect(await counts(chi.olga())).toMatchObject({ da_assegnare: 0, miei: 1 });
  });

  it("can be passed on by whoever is there", async () => {
    expect(await transferQuesito(world.chi.olga(), quesito.id, world.altraSede, "è di competenza loro")).toBe(
      "ok",
    );
  });

  it("shows the answer that could not leave without them, to the sede alone", async () => {
    const risposta = await aRisposta(opened.owner, quesito, "livia", { parte: -1 });
    const nessuno = { sessione: null, posizione: null };
    expect(await chiede(opened.owner, nessuno, `parti_risposta('${risposta}')`)).toBe("non_in_carico");
    const found = (contesto: Contesto) =>
      read({ ...contesto, posizione: world.anna }, async ({ cassetto }) =>
        (await listBozzeDellaSede(cassetto, quesito.id)).map(({ id }) => id),
      );
    expect(await found(world.chi.olga())).toEqual([risposta]);
    for (const stranger of [
      altri.omar(),
      altri.elsa(),
      world.chi.anna(),
      world.chi.bruno(),
      world.chi.nora(),
    ])
      expect(await found(stranger)).toEqual([]);
    await opened.owner`update utenti set disabilitato_at = null where id = ${livia}`;
    expect(await found(world.chi.olga()), "what a colleague is writing is theirs").toEqual([]);
  });
});
