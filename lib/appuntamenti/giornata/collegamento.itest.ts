import { afterAll, beforeAll, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { collegamentoInput } from "./input";

const STANZA = "https://video.example/stanza/7";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let act: typeof import("./mutations");
let queries: typeof import("./queries");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'anna@posta.example' where cognome = 'anna'`;
  act = await import("./mutations");
  queries = await import("./queries");
});
afterAll(() => opened.close());

const make = (over: Record<string, unknown>) =>
  anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
    { rapporto: world.attivo, modo: "video", ...over },
  );

async function stateOf(id: string) {
  const [row] = await opened.owner`select collegamento, sequenza,
    array(select concat_ws(' ', evento, dettaglio) from eventi_appuntamento e where e.appuntamento_id = a.id order by e.id)
      as eventi from appuntamenti a where id = ${id}`;
  return row;
}

it("is told once to who asked, is seen in the day, and can be changed", async () => {
  const id = await make({ inizio_at: "2026-10-20T07:00:00Z" });
  const chi = world.chi.olga();
  const giornata = () => read(chi, ({ viewer }) => queries.listGiornata(viewer, "2026-10-20"));
  expect(await giornata()).toMatchObject([{ id, collegamento: null }]);
  expect(await act.giveCollegamento(chi, id, STANZA)).toBe("ok");
  expect(await act.giveCollegamento(chi, id, STANZA), "pressed twice").toBe("ok");
  const told = ["collegamento", "avvisato appuntamento_collegamento"];
  expect(await stateOf(id)).toEqual({ collegamento: STANZA, sequenza: 0, eventi: told });
  expect(await giornata()).toMatchObject([{ id, collegamento: STANZA }]);

  expect(await act.giveCollegamento(chi, id, `${STANZA}8`)).toBe("ok");
  expect(await stateOf(id)).toMatchObject({ collegamento: `${STANZA}8`, eventi: [...told, ...told] });
  const posta =
    await opened.owner`select modello, p::text as tutto from posta p where appuntamento_id = ${id}`;
  expect(posta.map(({ modello }) => modello)).toEqual(Array(2).fill("appuntamento_collegamento"));
  for (const { tutto } of posta) expect(tutto).not.toContain("video.example");
});

it("at once from two windows is told once", async () => {
  const id = await make({ inizio_at: "2026-10-21T07:00:00Z", motivo_codice: "pagamento_doppio" });
  const esiti = await Promise.all(
    Array.from({ length: 10 }, () => act.giveCollegamento(world.chi.olga(), id, STANZA)),
  );
  expect(esiti).toEqual(Array(10).fill("ok"));
  expect((await stateOf(id))?.eventi).toHaveLength(2);
});

/** What a field may get, and what becomes of it; null: it is refused. */
const DATI: [string, string | null][] = [
  [STANZA, STANZA],
  [`  ${STANZA}\n`, STANZA],
  ["HTTPS://Video.Example", "https://video.example/"],
  ["https://video.example:8443/s?p=1&q='a'#x", "https://video.example:8443/s?p=1&q=%27a%27#x"],
  ["https://vidéo.example/è una", "https://xn--vido-dpa.example/%C3%A8%20una"],
  [`https://video.example/${"a".repeat(478)}`, `https://video.example/${"a".repeat(478)}`],
  [`https://video.example/${"a".repeat(479)}`, null],
  // Encoded it is longer than what was pasted.
  [`https://video.example/${"è".repeat(80)}`, null],
  ["http://video.example/stanza", null],
  ["video.example/stanza", null],
  ["https://localhost/stanza", null],
  ["https://banca.example@video.example/", null],
  ["https://anna:segreto@video.example/", null],
  ["https://[::1]/", null],
  ["javascript:alert(1)//https://video.example/", null],
  ["data:text/html,https://video.example/", null],
  ["", null],
];

it.each(DATI)("the field and the table agree on %j", async (dato, diventa) => {
  const given = { appuntamento: world.anna, numero: "0000-0000", collegamento: dato };
  const read = collegamentoInput.safeParse(given);
  expect(read.data?.collegamento ?? null).toBe(diventa);
  const written = opened.owner.begin(async (tx) => {
    await tx`update appuntamenti set collegamento = ${diventa ?? dato} where posizione_id = ${world.anna}`;
    throw new Error("undone");
  });
  await expect(written).rejects.toThrow(diventa === null ? /appuntamenti_collegamento/ : /undone/);
});
