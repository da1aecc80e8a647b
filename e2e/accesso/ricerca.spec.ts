import { aPersona, aStudio, ownerSql } from "../fixtures/gente";
import { locationOf } from "../fixtures/http";
import type { Chiave } from "../fixtures/persone";
import { aSede } from "../fixtures/sede";
import { beginSession } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

const JSON_BODY = { accept: "application/json", "content-type": "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

test("what the dialog finds is told to whoever has drawers of others, and to nobody else", async ({
  ask,
  cookie,
}) => {
  const attesi: [Chiave | null, number][] = [
    [null, 401],
    ["anna", 403],
    ["elena", 403],
    ["nora", 403],
    ["bruno", 200],
    ["carla", 200],
  ];
  for (const [chi, status] of attesi) {
    const answer = await ask("/deleganti/cerca", {
      method: "POST",
      cookie: chi ? await cookie(chi) : undefined,
      headers: JSON_BODY,
      body: JSON.stringify({ q: "rossi", da: "/cassetto/x" }),
    });
    expect(answer.status, String(chi)).toBe(status);
    if (chi !== "bruno") expect(answer.text).not.toContain("Rossi Anna");
  }
  for (const body of ["", "{", "null", "[]", '{"q":{}}']) {
    const answer = await ask("/deleganti/cerca", {
      method: "POST",
      cookie: await cookie("carla"),
      headers: JSON_BODY,
      body,
    });
    expect([200, 400], body).toContain(answer.status);
  }
});

test("what is searched for stands in no address", async ({ ask, cookie }) => {
  const search = (fields: Record<string, string>, headers: Record<string, string> = FORM) =>
    ask("/ricerca", { method: "POST", headers, body: new URLSearchParams(fields).toString() });
  const found = await search({ verso: "/deleganti?cerca=vecchia", cerca: "Bianchi", filtro: "scaduti" });
  expect(found.status).toBe(303);
  const location = locationOf(found);
  expect(location).toMatch(/^\/deleganti\?cerca=%7E[\w-]+&filtro=scaduti$/);
  const page = await ask(location, { cookie: await cookie("carla") });
  expect(page.status).toBe(200);
  expect(page.text).toContain('value="Bianchi"');
  expect(locationOf(await search({ verso: "/deleganti", cerca: "" }))).toBe("/deleganti");

  for (const verso of [
    "https://altrove.example/",
    "//altrove.example",
    "/..//altrove.example",
    "",
    "/esci",
  ]) {
    expect((await search({ verso, cerca: "x" })).status, verso).toBe(400);
  }
  const altrove = { ...FORM, "sec-fetch-site": "cross-site" };
  expect((await search({ verso: "/deleganti", cerca: "x" }, altrove)).status).toBe(403);
  expect((await ask("/ricerca", { method: "POST", headers: FORM, body: "%00" })).status).toBe(400);
  for (const cerca of ["%7E", "%7EAAAA", `%7E${"A".repeat(90)}`]) {
    expect((await ask(`/deleganti?cerca=${cerca}`, { cookie: await cookie("carla") })).status).toBe(200);
  }
});

test("the file of a desk has each delegante once, past the first of the pages it is read by", async ({
  ask,
}) => {
  test.skip(ownerSettings() === null, "the owner's database is not to be had: nobody can be made");
  const owner = ownerSql();
  const [studio, sede] = [await aStudio(), await aSede()];
  // Two full pages of 500 and one more; many of one name, so that the cursor has to tell them apart.
  const quanti = 1_001;
  const posizioni = await owner`
    with s as (
      insert into soggetti (codice_fiscale, cognome, nome)
      select ${`Y${sede}`} || lpad(n::text, 9, '0'), 'Cognome ' || n % 3, 'Nome ' || n % 200 from generate_series(1, ${quanti}::int) n
      returning codice_fiscale
    )
    insert into posizioni (codice_fiscale, sede_codice) select codice_fiscale, ${sede} from s returning id`;
  const ids = posizioni.map(({ id }) => id as string);
  await owner`insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
    select id, 'professionale', ${studio}, '2026-01-01', 'attiva' from unnest(${ids}::uuid[]) id`;
  await owner`select aggiorna_deleganti(${ids}::uuid[], '2026-11-23')`;
  const titolare = await beginSession(ask, await aPersona("Tanti", { studio: { codice: studio } }));
  const { status, text } = await ask("/deleganti/elenco.csv", { cookie: titolare });
  expect(status).toBe(200);
  const codici = text.match(new RegExp(`Y${sede}[0-9]{9}`, "g")) ?? [];
  expect(codici).toHaveLength(quanti);
  expect(new Set(codici).size).toBe(quanti);
  expect(text.match(/codice_fiscale/g), "one head").toHaveLength(1);
  expect(text.trimEnd().split("\n")).toHaveLength(quanti + 1);
});
