import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { aBozza, anAllegato, aParere, aQuesito, aRisposta, aSedeAtWork } from "@/db/mondo-quesiti";
import { BYTE_MASSIMI } from "@/db/schema/allegati";
import { ALTRI_FORMATI, aJpeg, aPdf, aPdfOf, aPng, aTiffOf } from "@/e2e/fixtures/file-ostili";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let act: typeof import("./mutations");
let ask: typeof import("./queries");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
  act = await import("./mutations");
  ask = await import("./queries");
});
afterAll(() => opened.close());

const anna = () => world.chi.anna(world.anna);
const file = (nome: string, contenuto: Buffer) => ({ nome, contenuto });
const rows = (bozza: string) => opened.owner`
  select nome, tipo, byte, pagine, scansione from allegati where bozza_id = ${bozza} order by caricato_at`;

describe("files of a bozza", () => {
  it("good ones are kept as they were sent, the others refused one by one", async () => {
    const bozza = await aBozza(opened.owner, world.anna, "anna");
    const jpeg = await aJpeg();
    const esito = await act.addAllegati(anna(), bozza, [
      file("../../foto.JPG", jpeg),
      file("vuoto\u202e.pdf", Buffer.alloc(0)),
      file("pagina.jpg", ALTRI_FORMATI.html ?? Buffer.alloc(0)),
      file("scansione.tif", aTiffOf(12)),
    ]);
    expect(esito).toEqual({
      ok: true,
      rifiutati: [
        { nome: "vuoto.pdf", reason: "vuoto" },
        { nome: "pagina.jpg", reason: "formato_non_ammesso" },
      ],
    });
    expect(await rows(bozza)).toEqual([
      { nome: "foto.jpg", tipo: "jpeg", byte: jpeg.length, pagine: 1, scansione: "in_attesa" },
      { nome: "scansione.tif", tipo: "tiff", byte: aTiffOf(12).length, pagine: 12, scansione: "in_attesa" },
    ]);
    const kept = await opened.owner`select c.contenuto, sha256(c.contenuto) = decode(a.sha256, 'hex') as vero
      from allegati a join contenuti_allegato c on c.allegato_id = a.id where a.nome = 'foto.jpg'`;
    expect(kept[0]?.contenuto.equals(jpeg)).toBe(true);
    expect(kept[0]?.vero).toBe(true);
    const drawn =
      await opened.owner`select p.pagina, p.larghezza, p.altezza, substr(p.contenuto, 1, 2) as inizio
      from allegati a join anteprime p on p.allegato_id = a.id where a.bozza_id = ${bozza} order by a.nome, p.pagina`;
    expect(drawn).toHaveLength(11);
    expect(drawn[0]).toEqual({ pagina: 1, larghezza: 640, altezza: 480, inizio: Buffer.from([255, 216]) });
    const queued = await opened.owner`select count(*)::int as n from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'scansione'`;
    expect(queued[0]?.n).toBe(2);
  });

  it("three are three, however many come at once, and the same one twice is one", async () => {
    const bozza = await aBozza(opened.owner, world.anna, "anna");
    const pdf = file("a.pdf", aPdf());
    const twice = await Promise.all([
      act.addAllegati(anna(), bozza, [pdf]),
      act.addAllegati(anna(), bozza, [pdf]),
    ]);
    expect(twice).toEqual([
      { ok: true, rifiutati: [] },
      { ok: true, rifiutati: [] },
    ]);
    expect(await rows(bozza)).toHaveLength(1);
    const many = await Promise.all(
      [1, 2, 3, 4].map((n) => act.addAllegati(anna(), bozza, [file(`${n}.pdf`, aPdf())])),
    );
    const refused = many.flatMap((esito) => (esito.ok ? esito.rifiutati : []));
    expect(refused.map(({ reason }) => reason)).toEqual(["troppi_file", "troppi_file"]);
    expect(await rows(bozza)).toHaveLength(3);
  });

  it("3 MB in all, and not a byte more", async () => {
    const bozza = await aBozza(opened.owner, world.anna, "anna");
    const small = aPdf();
    const rest = BYTE_MASSIMI - small.length;
    await act.addAllegati(anna(), bozza, [file("piccolo.pdf", small)]);
    expect(await act.addAllegati(anna(), bozza, [file("uno.pdf", aPdfOf(rest + 1))])).toEqual({
      ok: true,
      rifiutati: [{ nome: "uno.pdf", reason: "troppi_byte" }],
    });
    expect(await act.addAllegati(anna(), bozza, [file("tre.pdf", aPdfOf(BYTE_MASSIMI + 1))])).toEqual({
      ok: true,
      rifiutati: [{ nome: "tre.pdf", reason: "troppo_grande" }],
    });
    expect(await act.addAllegati(anna(), bozza, [file("due.pdf", aPdfOf(rest))])).toEqual({
      ok: true,
      rifiutati: [],
    });
    expect(await rows(bozza)).toHaveLength(2);
  });

  it("one is taken out, and may come back", async () => {
    const bozza = await aBozza(opened.owner, world.anna, "anna");
    const png = file("foto.png", await aPng());
    await act.addAllegati(anna(), bozza, [png]);
    const [row] = await opened.owner`select id from allegati where bozza_id = ${bozza}`;
    expect(await act.removeAllegato(anna(), row?.id)).toBe("ok");
    expect(await act.removeAllegato(anna(), row?.id)).toBe("non_trovata");
    expect(await opened.owner`select from contenuti_allegato where allegato_id = ${row?.id}`).toHaveLength(0);
    expect(await act.addAllegati(anna(), bozza, [png])).toEqual({ ok: true, rifiutati: [] });
    expect(await rows(bozza)).toHaveLength(1);
  });

  it("nothing is judged for a bozza that is not there", async () => {
    const esito = await act.addAllegati(anna(), randomUUID(), [file("a.pdf", aPdf())]);
    expect(esito).toEqual({ ok: false, reason: "non_trovata" });
  });
});

describe("who may have, add and remove files", () => {
  let inviato: string;
  let risposta: string;
  let bozza: string;
  let diBozza: string;
  beforeAll(async () => {
    const { owner } = opened;
    const quesito = await aQuesito(owner, {
      posizione: world.anna,
      aperto: "anna",
      sede: world.sede,
      assegnato: "olga",
    });
    await aParere(owner, quesito, "olga", "elsa");
    inviato = await anAllegato(owner, world.anna, { messaggio: quesito.id });
    risposta = await aRisposta(owner, quesito, "olga");
    bozza = await aBozza(owner, world.anna, "anna");
    diBozza = await anAllegato(owner, world.anna, { bozza });
  });

  type Who = [who: string, contesto: () => Contesto, reads: boolean, readsBozza: boolean];
  const WHO: Who[] = [
    ["anna, whose drawer it is", anna, true, true],
    ["bruno, her delegato", () => world.chi.bruno(world.anna), true, false],
    ["ciro, who may only read", () => altri.ciro(world.anna), true, false],
    ["ines, an intermediario who may only read", () => altri.ines(world.anna), true, false],
    ["elio, whose delega is over", () => altri.elio(world.anna), false, false],
    ["carla, an intermediario without delega", () => world.chi.carla(world.anna), false, false],
    ["dario, another datore", () => world.chi.dario(world.anna), false, false],
    ["dario in his own drawer", () => world.chi.dario(world.dario), false, false],
    ["olga of the sede", () => world.chi.olga(), true, false],
    ["livia of the same sede", () => altri.livia(), true, false],
    ["renzo, its responsabile", () => world.chi.renzo(), true, false],
    ["omar of another sede", () => altri.omar(), false, false],
    ["elsa, the esperta who was asked", () => altri.elsa(), true, false],
    ["nora, the amministratore", () => world.chi.nora(), false, false],
    ["nobody", () => ({ sessione: null, posizione: world.anna }), false, false],
  ];
  it.each(WHO)("%s: content and pages of what was sent, and of a bozza", async (_, contesto, sent, draft) => {
    for (const [id, expected] of [
      [inviato, sent],
      [diBozza, draft],
    ] as const) {
      expect(await read(contesto(), ({ viewer }) => ask.getContenuto(viewer, id))).toHaveLength(+expected);
      expect(await read(contesto(), ({ viewer }) => ask.getAnteprima(viewer, id, 1))).toHaveLength(+expected);
      expect(await read(contesto(), ({ viewer }) => ask.getAnteprima(viewer, id, 2))).toHaveLength(0);
    }
  });

  it.each(WHO)("%s: adds and removes only what is theirs", async (who, contesto) => {
    const pdf = file("a.pdf", aPdf());
    const isAnna = who.startsWith("anna");
    const isOlga = who.startsWith("olga");
    const there = await act.addAllegati(contesto(), bozza, [pdf]);
    expect(there).toEqual(isAnna ? { ok: true, rifiutati: [] } : { ok: false, reason: "non_trovata" });
    const answer = await act.addAllegati(contesto(), risposta, [pdf]);
    expect(answer).toEqual(isOlga ? { ok: true, rifiutati: [] } : { ok: false, reason: "non_trovata" });
    expect(await act.removeAllegato(contesto(), inviato), "sent is sent").toBe("non_trovata");
    if (!isAnna) expect(await act.removeAllegato(contesto(), diBozza)).toBe("non_trovata");
  });

  it("a delega that was narrowed to reading leaves its bozza as it is", async () => {
    const { owner } = opened;
    const mia = await aBozza(owner, world.anna, "bruno");
    const mio = await anAllegato(owner, world.anna, { bozza: mia });
    const bruno = world.chi.bruno(world.anna);
    const png = file("a.png", await aPng());
    expect(await act.addAllegati(bruno, mia, [png])).toEqual({ ok: true, rifiutati: [] });
    await owner`update deleghe set ambito = 'consultazione' where delegato_codice_fiscale in
      (select codice_fiscale from soggetti where cognome = 'bruno')`;
    expect(await act.addAllegati(bruno, mia, [file("a.pdf", aPdf())])).toEqual({
      ok: false,
      reason: "non_trovata",
    });
    expect(await act.removeAllegato(bruno, mio)).toBe("non_trovata");
    expect(await read(bruno, ({ viewer }) => ask.getContenuto(viewer, mio))).toHaveLength(1);
  });

  it.each(["in_attesa", "infetto", "errore"])(
    "what the antivirus calls %s has no content, for anybody",
    async (scansione) => {
      const id = await anAllegato(opened.owner, world.anna, { messaggio: await sent() }, { scansione });
      for (const contesto of [anna(), world.chi.olga()]) {
        expect(await read(contesto, ({ viewer }) => ask.getContenuto(viewer, id))).toHaveLength(0);
        expect(await read(contesto, ({ viewer }) => ask.getAnteprima(viewer, id, 1))).toHaveLength(0);
      }
    },
  );

  const sent = async () =>
    (await opened.owner`select messaggio_id from allegati where id = ${inviato}`)[0]?.messaggio_id;
});
