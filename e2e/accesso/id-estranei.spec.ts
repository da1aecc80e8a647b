import { markersOf } from "../fixtures/archivio";
import type { Answer } from "../fixtures/http";
import { parole, personaOf } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";

// One's own login with somebody else's ids: the answer is the page of an address that does not exist, so that
// nobody learns which ids do. The incident this guards against: a page that checks one id and loads by another.

const DI_ANNA = "7002600001";
const DI_DARIO = "7002600003";
const INESISTENTE = "/cassetto/0b9e2c1a-5d3f-4e6a-9b7c-8d2f1a3e4c5b";
const PARTI = ["", "/anagrafica", "/rapporti", "/pagamenti", "/pagamenti.csv", "/scadenze.ics"];
const SOLO_DATORE = [
  "/accessi",
  "/deleghe",
  "/deleghe/nuova",
  "/deleghe/0b9e2c1a-5d3f-4e6a-9b7c-8d2f1a3e4c5b",
];
const CON_CODICE = (codice: string) => [`/rapporti/${codice}`, `/rapporti/${codice}/pagamenti`];

test("a datore gets the page that does not exist for each part of another's drawer", async ({
  ask,
  cookie,
  cassetto,
}) => {
  const ofDario = { cookie: await cookie("dario") };
  for (const part of [...PARTI, ...SOLO_DATORE, ...CON_CODICE(DI_ANNA), ...CON_CODICE(DI_DARIO)]) {
    const foreign = await ask((await cassetto("anna")) + part, ofDario);
    const absent = await ask(INESISTENTE + part, ofDario);
    expect(foreign.status, part).toBe(404);
    expect(pageOf(foreign), part).toBe(pageOf(absent));
    expect(titleOf(foreign), part).toBe(titleOf(absent));
    expect(await cassettoMarkers(foreign, part), part).toEqual([]);
  }
});

test("another's rapporto in one's own drawer does not exist, and the other way round", async ({
  ask,
  cookie,
  cassetto,
}) => {
  const ofDario = { cookie: await cookie("dario") };
  const cassettoDario = await cassetto("dario");
  const cassettoAnna = await cassetto("anna");
  for (const [index, foreign] of CON_CODICE(DI_ANNA).entries()) {
    const absent = await ask(cassettoDario + CON_CODICE("7002699999")[index], ofDario);
    const answer = await ask(cassettoDario + foreign, ofDario);
    expect(answer.status).toBe(404);
    expect(pageOf(answer)).toBe(pageOf(absent));
    expect(await cassettoMarkers(answer, foreign)).toEqual([]);
    expect((await ask(cassettoAnna + CON_CODICE(DI_DARIO)[index], ofDario)).status).toBe(404);
  }
  const ofAnna = { cookie: await cookie("anna") };
  for (const part of CON_CODICE(DI_ANNA)) expect((await ask(cassettoAnna + part, ofAnna)).status).toBe(200);
  for (const part of CON_CODICE(DI_DARIO))
    expect((await ask(cassettoDario + part, ofDario)).status).toBe(200);
});

test("a delegato opens the drawer of who delegated them, and no other", async ({ ask, cookie, cassetto }) => {
  const ofBruno = { cookie: await cookie("bruno") };
  expect((await ask(await cassetto("anna"), ofBruno)).status).toBe(200);
  for (const part of [...PARTI, "/delega", ...CON_CODICE(DI_DARIO)]) {
    expect((await ask((await cassetto("dario")) + part, ofBruno)).status, part).toBe(404);
  }
});

test("an intermediario whose delega was revoked finds no such drawer", async ({ ask, cookie, cassetto }) => {
  const ofCarla = { cookie: await cookie("carla") };
  for (const part of [...PARTI, "/delega"]) {
    const answer = await ask((await cassetto("dario")) + part, ofCarla);
    expect(answer.status, part).toBe(404);
    expect(pageOf(answer), part).toBe(pageOf(await ask(INESISTENTE + part, ofCarla)));
  }
});

test("an id or a codice that is no such thing is refused in words, not with an error", async ({
  ask,
  cookie,
  cassetto,
}) => {
  const own = await cassetto("dario");
  const anna = (await cassetto("anna")).slice("/cassetto/".length);
  const ofDario = { cookie: await cookie("dario") };
  const posizioni = [
    "x",
    "0",
    "-1",
    "null",
    "%00",
    "..%2f..%2fapi%2fsalute",
    "%252e%252e%252f",
    "%E0%A4%A",
    "%ED%A0%80",
    "%F0%9F%94%92",
    "'%20or%201=1--",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    anna.toUpperCase(),
    `${anna}%20`,
    `${anna}%0a`,
    `%7B${anna}%7D`,
    anna.replaceAll("-", ""),
    "9".repeat(1_500),
    "9".repeat(3_000),
  ];
  const codici = [
    "700260000",
    "70026000011",
    "7002600001%20",
    "+7002600001",
    "7002600001%00",
    "%D9%A7%D9%A0%D9%A0%D9%A2",
    "..%2f..%2fpagamenti",
    "a".repeat(1_500),
    "7002600001;7002600003",
  ];
  const addresses = [
    ...posizioni.flatMap((id) => [
      `/cassetto/${id}`,
      `/cassetto/${id}/pagamenti`,
      `/cassetto/${id}/pagamenti.csv`,
    ]),
    ...codici.flatMap((codice) => [`${own}/rapporti/${codice}`, `${own}/rapporti/${codice}/pagamenti`]),
    `${own}/..%2f${anna}`,
    `${own}/%2e%2e/${anna}`,
    `${own}/../${anna}`,
    `${own}//rapporti/7002600001`,
    `/cassetto/${anna}%2fpagamenti`,
    `/cassetto\\${anna}`,
    `//evil.example/cassetto/${anna}`,
  ];
  for (const address of addresses) {
    const answer = await ask(address, ofDario);
    expect([308, 400, 404], `${address.slice(0, 120)}: ${answer.status}`).toContain(answer.status);
    expectNoInnards(answer, address);
    expect(await cassettoMarkers(answer, address), address).toEqual([]);
  }
});

test("queries that make no sense are passed over, and the owner is served", async ({
  ask,
  cookie,
  cassetto,
}) => {
  const own = await cassetto("anna");
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const uuid = "0b9e2c1a-5d3f-4e6a-9b7c-8d2f1a3e4c5b";
  const served = [
    `${own}/rapporti?stato[]=x&cerca=`,
    `${own}/rapporti?stato=attivo&stato=cessato&cerca=a&cerca=b`,
    `${own}/rapporti?stato=__proto__&__proto__[a]=b`,
    `${own}/rapporti?cerca=%F0%9F%94%92%E2%80%AE&stato=%27`,
    `${own}/rapporti?cerca=${"a".repeat(1_500)}`,
    `${own}/accessi?prima=99999999999999999999999`,
    `${own}/accessi?prima=9007199254740991`,
    `${own}/accessi?prima=-1`,
    `${own}/accessi?prima=9999999999999999-9-999999999999999`,
    `${own}/accessi?prima=1e3`,
    `${own}/accessi?prima=1&prima=2`,
    `${own}/accessi?persona=x`,
    `${own}/accessi?persona=${uuid}`,
    `${own}/deleghe?fatto=__proto__`,
    `${own}/deleghe/nuova?tipo=professionale&intermediario=${"x".repeat(500)}`,
    `${own}/deleghe/nuova?tipo=professionale&cerca=%25_%5C%27%3B--`,
    `${own}/pagamenti?posizione=x&codice=7002600003`,
    `${own}?nxtPposizione=${uuid}`,
  ];
  for (const address of served) await expectServed(address, await cookie("anna"));
  const elenco = [
    "dopo=x",
    `dopo=${cursor(["a", "b"])}`,
    `dopo=${cursor(["", "a", "b", "c"])}`,
    `dopo=${cursor(["", "\ud800", "\uffff", uuid])}`,
    `dopo=${cursor(["", "a".repeat(199), "b".repeat(199), uuid])}`,
    `dopo=${"A".repeat(1_500)}`,
    `dopo=${cursor(["", "a", "b", uuid])}&dopo=${cursor(["", "a", "b", uuid])}`,
    `ordine=scadenza&dopo=${cursor(["2026-02-30", "a", "b", uuid])}`,
    `ordine=scadenza&dopo=${cursor(["9999-12-31", "a", "b", uuid])}`,
    `ordine=scaduto&dopo=${cursor(["1e9", "a", "b", uuid])}`,
    `ordine=scaduto&dopo=${cursor(["-99999999999", "a", "b", uuid])}`,
    "filtro=x&ordine=__proto__&gruppo=1&da=%2F%2Fevil.example",
    `gruppo=${uuid}&filtro=scaduto`,
    "cerca=%27%3A*%20%26%20%21%20%7C%20%3C-%3E%20%5C",
    "cerca=%25_%5C",
    "cerca=a%27%20or%20%271%27=%271",
    "cerca=a&cerca=b",
    "cerca[]=a",
    `cerca=${encodeURIComponent("a b c d e f g h")}`,
  ];
  for (const query of elenco) await expectServed(`/deleganti?${query}`, await cookie("carla"));

  async function expectServed(address: string, cookie: string) {
    const answer = await ask(address, { cookie });
    expect(answer.status, address.slice(0, 120)).toBe(200);
    expectNoInnards(answer, address);
  }
});

test("a NUL in the cursor of the list is passed over too", async ({ ask, cookie }) => {
  const cursor = JSON.stringify(["", "\u0000", "b", "0b9e2c1a-5d3f-4e6a-9b7c-8d2f1a3e4c5b"]);
  const answer = await ask(`/deleganti?dopo=${Buffer.from(cursor).toString("base64url")}`, {
    cookie: await cookie("carla"),
  });
  expect(answer.status).toBe(200);
});

test("a NUL in a query is refused before anybody looks at it", async ({ ask, cookie, cassetto }) => {
  const answer = await ask(`${await cassetto("anna")}/rapporti?stato[]=x&cerca=%00`, {
    cookie: await cookie("anna"),
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(parole("errori.richiesta.titolo"));
});

/** A page and the data its scripts draw it from, without what differs at each request. */
function pageOf({ text, headers }: Answer): string {
  const data = [...text.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, quoted = '""']) => JSON.parse(quoted))
    .join("");
  const lines = data
    .split("\n")
    .map((line) => line.replace(/^[0-9a-f]+:/, "").replace(/"\$[L@]?[0-9a-f]+"/g, '"$"'));
  const body = text.replace(/<script\b[\s\S]*?<\/script>/g, "");
  return [headers["content-type"], body, ...lines.sort()]
    .join("\n")
    .replace(/nonce(="|":")[^"]*"/g, "")
    .replace(/\/cassetto\/[0-9a-f-]{36}/g, "/cassetto/P")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "P")
    .replace(/\b70026\d{5}\b/g, "CODICE");
}

const titleOf = ({ text }: Answer) => /<title>([^<]*)/.exec(text)?.[1];

async function cassettoMarkers({ text }: Answer, address: string): Promise<string[]> {
  const markers = markersOf(personaOf("anna").codiceFiscale);
  return markers.filter((marker) => text.includes(marker) && !address.includes(marker));
}

function expectNoInnards({ text, headers }: Answer, address: string) {
  expect(text, address.slice(0, 120)).not.toMatch(
    /node_modules|at \w+ \(|postgres|digest":"\d|<script>alert/i,
  );
  expect(headers["x-powered-by"]).toBeUndefined();
}
