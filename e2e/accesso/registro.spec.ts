import { type Ask, locationOf } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";

// Runs when nobody else is in: rows are counted, over all pages of the register.

const RAPPORTO = "7002600002";
const PROFILO = parole("utenti.tipi.delegato");

/** The words of each row, latest first. */
async function rowsOf(ask: Ask, cookie: string, address: string): Promise<string[]> {
  const { text } = await ask(address, { cookie });
  const body = text.split("</thead>")[1]?.split("</tbody>")[0] ?? "";
  const rows = body
    .split("</tr>")
    .slice(0, -1)
    .map((row) =>
      row
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
  const next = /\/accessi(\?prima=[\d-]+)"/.exec(text)?.[1];
  return next ? [...rows, ...(await rowsOf(ask, cookie, address.split("?")[0] + next))] : rows;
}

test("each visit of a delegato is one row of the employer's register, no more and no less", async ({
  asDelegato,
  asDatore,
  ask,
  cookie,
  cassetto,
}) => {
  const base = await cassetto("anna");
  const register = async () => rowsOf(ask, await cookie("anna"), `${base}/accessi`);
  const before = await register();

  await asDelegato.goto(base);
  await asDelegato.goto(`${base}/pagamenti`);
  await asDelegato.goto(`${base}/rapporti/${RAPPORTO}`);
  await asDelegato.goto(`${base}/rapporti/${RAPPORTO}/pagamenti`);
  const after = await register();
  const added = after.slice(0, after.length - before.length);
  expect(after.slice(added.length), "nothing written before has changed").toEqual(before);
  expect(added).toHaveLength(4);
  const [first, second, third, fourth] = added;
  expect(first).toMatch(rowOf(parole("accessi.cose.pagamentiRapporto", { codice: RAPPORTO })));
  expect(second).toMatch(rowOf(parole("accessi.cose.rapporto", { codice: RAPPORTO })));
  expect(third).toMatch(rowOf(parole("accessi.cose.pagamenti")));
  expect(fourth).toMatch(rowOf(parole("accessi.cose.panoramica")));

  for (const part of ["", "/pagamenti", `/rapporti/${RAPPORTO}`, "/anagrafica", "/accessi"]) {
    await asDatore.goto(base + part);
  }
  expect(await register(), "the employer's own visits are nobody's business").toEqual(after);

  const ofBruno = await cookie("bruno");
  const html = { accept: "text/html" };
  for (const headers of [
    { ...html, "sec-purpose": "prefetch" },
    { ...html, "sec-purpose": "prefetch;prerender" },
    { ...html, purpose: "prefetch" },
  ]) {
    const answer = await ask(`${base}/anagrafica`, { cookie: ofBruno, headers: headers as never });
    expect(answer.text.includes("RSSNNA44E57X500W"), "what was fetched ahead shows nothing").toBe(false);
  }
  expect(await register(), "what a browser fetches ahead is no visit").toEqual(after);

  // A header that only calls itself a prefetch gets the page: then it is a visit.
  await ask(`${base}/anagrafica`, { cookie: ofBruno, headers: { ...html, "next-router-prefetch": "1" } });
  await ask(`${base}/anagrafica`, { cookie: ofBruno, headers: { ...html, "x-precarica": "1" } });
  expect((await register()).length - after.length).toBe(2);
});

test("a download by a delegato is a row too", async ({ ask, cookie, cassetto }) => {
  const base = await cassetto("anna");
  const count = async () => (await rowsOf(ask, await cookie("anna"), `${base}/accessi`)).length;
  const before = await count();
  await ask(`${base}/pagamenti.csv`, { cookie: await cookie("bruno") });
  const after = await count();
  expect(after - before).toBe(1);

  // What calls itself fetched ahead by Next's router is sent on once, and then gets the file.
  const headers = { accept: "*/*", rsc: "1", "next-router-prefetch": "1" };
  const sent = await ask(`${base}/pagamenti.csv`, { cookie: await cookie("bruno"), headers });
  const file = await ask(locationOf(sent), { cookie: await cookie("bruno"), headers });
  expect(file.text).toContain("rapporto;anno");
  expect((await count()) - after).toBe(1);
});

test("the register is for the employer alone", async ({ asDelegato, faults, cassetto }) => {
  faults.expectStatus(403);
  const address = `${await cassetto("anna")}/accessi`;
  expect((await asDelegato.goto(address))?.status()).toBe(403);
  await expect(asDelegato.getByRole("heading", { level: 1 })).toHaveText(
    parole("errori.nonConsentito.titolo"),
  );
  await expect(asDelegato.getByRole("link", { name: parole("nav.accessi") })).toHaveCount(0);
});

const rowOf = (cosa: string) => new RegExp(`^.*\\d{1,2}:\\d{2} Bruno Conti ${PROFILO} ${cosa}$`);
