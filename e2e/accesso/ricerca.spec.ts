import { locationOf } from "../fixtures/http";
import type { Chiave } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";

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
