import { request } from "node:http";
import { aJpeg, aPdf, aPngBomb, aStream, aTiffOf, aZip } from "../fixtures/file-ostili";
import { aBozza, aPersona, ownerSql } from "../fixtures/gente";
import { multipart } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { beginSession } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

/** The form of the page as a browser without JavaScript sends it. */
function filled(page: string, nome: string, contenuto: Buffer) {
  const form = /<form[^>]*encType="multipart\/form-data"[\s\S]*?<\/form>/i.exec(page)?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  const fields = hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')] as const);
  return multipart([...fields, ["verso", "carica"]], {
    file: new File([new Uint8Array(contenuto)], nome),
  });
}

test("a file may come slowly from who has logged in, and not from a stranger", async ({ ask, baseURL }) => {
  test.slow();
  const anna = await aPersona("Lenta", { datore: true });
  const address = await aBozza(anna);
  const cookie = await beginSession(ask, anna);
  const { body, headers } = await filled((await ask(address, { cookie })).text, "a.pdf", aPdf());
  /** Half now, half after 18 s. @returns the status, null: the connection was cut */
  const slowly = (cookies: string) =>
    new Promise<number | null>((resolve) => {
      const length = { "content-length": String(body.length) };
      const all = { ...headers, ...length, ...(cookies ? { cookie: cookies } : {}) };
      const outgoing = request(`${baseURL}${address}`, { method: "POST", headers: all });
      outgoing.on("response", (response) => resolve(response.resume().statusCode ?? null));
      outgoing.on("error", () => resolve(null));
      outgoing.write(body.subarray(0, body.length / 2));
      setTimeout(() => outgoing.end(body.subarray(body.length / 2)), 18_000);
    });
  const [own, strange] = await Promise.all([slowly(cookie), slowly("altro=1")]);
  expect(own).toBe(200);
  expect([null, 307, 408], "cut, or sent to the login before it was all there").toContain(strange);
  const kept =
    await ownerSql()`select nome from allegati where bozza_id = ${address.split("/").at(-2) ?? ""}`;
  expect(kept).toEqual([{ nome: "a.pdf" }]);
});

test("a file goes out closed in on itself, to its own people and to no page of another site", async ({
  ask,
}) => {
  const anna = await aPersona("Scarica", { datore: true });
  const estranea = await aPersona("Estranea", { datore: true });
  const address = await aBozza(anna);
  const cookie = await beginSession(ask, anna);
  const jpeg = await aJpeg();
  const { text } = await ask(address, { cookie });
  const { body, headers } = await filled(text, "../../l'attestato (città).jpg", jpeg);
  for (const time of ["once", "sent anew by a reload"]) {
    const { status, text: told } = await ask(address, { method: "POST", cookie, body, headers });
    expect({ status, fatto: told.includes(parole("allegati.fatti.caricato")) }, time).toEqual({
      status: 200,
      fatto: true,
    });
  }
  const idOf = async () =>
    (
      await ownerSql()`select id from allegati where bozza_id = ${address.split("/").at(-2) ?? ""}
      and scansione = 'non_prevista'`
    )[0]?.id;
  await expect.poll(idOf, { timeout: 15_000 }).toBeTruthy();
  const kept = await ownerSql()`select from allegati where bozza_id = ${address.split("/").at(-2) ?? ""}`;
  expect(kept).toHaveLength(1);
  const base = `${address.split("/").slice(0, 3).join("/")}/allegati/${await idOf()}`;

  const original = await ask(base, { cookie });
  expect(original.status).toBe(200);
  expect(original.bytes.equals(jpeg)).toBe(true);
  expect(original.headers).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": "attachment; filename*=UTF-8''l%27attestato%20%28citt%C3%A0%29.jpg",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
  });
  expect(original.headers["content-security-policy"]).toContain("sandbox; default-src 'none'");
  const preview = await ask(`${base}/anteprima/1`, { cookie });
  expect(preview.status).toBe(200);
  expect(preview.headers).toMatchObject({ "content-type": "image/jpeg", "content-disposition": "inline" });
  expect(preview.headers["content-security-policy"]).toContain("sandbox; default-src 'none'");

  for (const path of [base, `${base}/anteprima/1`]) {
    const from = (site: string) => ask(path, { cookie, headers: { accept: "*/*", "sec-fetch-site": site } });
    expect((await from("cross-site")).status, "another site").toBe(403);
    expect((await from("same-site")).status, "a neighbour").toBe(403);
    expect((await from("none")).status, "typed in").toBe(200);
    expect((await ask(path, { cookie: await beginSession(ask, estranea) })).status, "a stranger").toBe(404);
    expect((await ask(path)).status, "nobody").toBeGreaterThanOrEqual(300);
  }
  for (const wrong of ["/anteprima/2", "/anteprima/0", "/anteprima/11", "/anteprima/x", "%00"]) {
    const { status } = await ask(`${base}${wrong}`, { cookie });
    expect([400, 404], wrong).toContain(status);
  }
});

test("hostile files are refused one by one while the service goes on answering", async ({ ask }) => {
  test.slow();
  const anna = await aPersona("Ostile", { datore: true });
  const cookie = await beginSession(ask, anna);
  const hostile: [nome: string, contenuto: Buffer, reason: string][] = [
    ["bomba.png", aPngBomb(30_000), "troppi_pixel"],
    ["bomba.pdf", aPdf({ extra: [aStream(Buffer.alloc(420 * 1024 * 1024))] }), "troppo_complesso"],
    ["mille.tif", aTiffOf(1_000), "troppe_pagine"],
    ["programma.pdf", aPdf({ root: "/AA << /WC << /S /Launch >> >>" }), "contenuto_attivo"],
    ["doppio.pdf", Buffer.concat([aPdf(), aZip()]), "piu_formati"],
    ["..\\..\\chiuso.pdf", aPdf({ trailer: "/Encrypt 4 0 R" }), "protetto"],
  ];
  let slowest = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const asked = Date.now();
      expect((await ask("/api/salute")).status).toBe(200);
      slowest = Math.max(slowest, Date.now() - asked);
    }
  })();
  const answers = hostile.map(async ([nome, contenuto, reason]) => {
    const address = await aBozza(anna);
    const { body, headers } = await filled((await ask(address, { cookie })).text, nome, contenuto);
    const { status, text } = await ask(address, { method: "POST", cookie, body, headers });
    expect(status, nome).toBe(200);
    const bare = nome.split("\\").at(-1) ?? "";
    expect(text, nome).toContain(
      parole(`allegati.rifiuti.${reason}`, { nome: bare }).replaceAll("'", "&#x27;"),
    );
  });
  await Promise.all(answers);
  over = true;
  await watching;
  expect(slowest, "ms that the slowest answer took meanwhile").toBeLessThan(2_000);
});
