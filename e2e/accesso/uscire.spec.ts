import type { Page } from "@playwright/test";
import { locationOf } from "../fixtures/http";
import { parole, personaOf } from "../fixtures/persone";
import { beginSession } from "../fixtures/session";
import { expect, test, toCookies } from "../fixtures/test";

const ESTRANEO = "https://evil.example";

test("logging out ends the session for good, also for a copy of its cookie", async ({ page, ask }) => {
  await enterAs(page, "Ida");
  const [cookie] = (await page.context().cookies()).filter(({ name }) => /cassetto$/.test(name));
  const copy = `${cookie?.name}=${cookie?.value}`;
  expect((await ask("/profilo", { cookie: copy })).status).toBe(200);
  const drawer = page.url();

  const answered = page.waitForResponse((response) => response.url().endsWith("/esci"));
  await page.getByRole("button", { name: parole("comune.esci") }).click();
  const headers = await (await answered).allHeaders();
  expect(headers["clear-site-data"]).toContain('"cookies"');
  expect(headers["clear-site-data"]).toContain('"cache"');
  expect(headers["cache-control"]).toContain("no-store");
  await expect(page.getByText(parole("utenti.accesso.uscito"))).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);

  expect(locationOf(await ask("/profilo", { cookie: copy }))).toMatch(/^\/accesso/);
  expect((await ask("/api/sessione", { cookie: copy })).status).toBe(401);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.accesso.titolo"));
  expect(page.url()).not.toBe(drawer);
});

test("after the logout Back shows nothing personal", async ({ page, cassetto }) => {
  await enterAs(page, "Anna");
  await page.goto(`${await cassetto("anna")}/anagrafica`);
  await expect(page.getByText(personaOf("anna").codiceFiscale)).toBeVisible();
  await page.getByRole("button", { name: parole("comune.esci") }).click();
  await expect(page).toHaveURL("/accesso?motivo=uscito");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.accesso.titolo"));
  await expect(page.getByRole("term").filter({ hasText: parole("anagrafica.nascita") })).toHaveCount(0);
});

test("a link cannot log anybody out, and another site cannot either", async ({ ask }) => {
  const cookie = await beginSession(ask, personaOf("ida"));
  const get = await ask("/esci", { cookie });
  expect(get.status).toBe(405);
  for (const headers of [
    { origin: ESTRANEO },
    { origin: "null" },
    { "sec-fetch-site": "cross-site", origin: ESTRANEO },
    { "sec-fetch-site": "same-site" },
    {},
  ]) {
    const answer = await ask("/esci", { method: "POST", cookie, headers: headers as Record<string, string> });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
  expect((await ask("/profilo", { cookie })).status).toBe(200);
});

test("another site cannot choose somebody's profile", async ({ ask }) => {
  const cookie = await beginSession(ask, personaOf("leo"));
  const { text } = await ask("/profilo", { cookie });
  const [, profilo] = /name="profilo" value="([^"]+)"/.exec(text) ?? [];
  const body = new URLSearchParams({ profilo: profilo ?? "" }).toString();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const send = (headers: Record<string, string>) =>
    ask("/profilo/scelta", { method: "POST", cookie, body, headers: { ...form, ...headers } });
  for (const headers of [{ origin: ESTRANEO }, { "sec-fetch-site": "cross-site" }, { origin: "null" }, {}]) {
    expect((await send(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(403);
  }
  expect(locationOf(await ask("/cassetto", { cookie })), "no profile was chosen").toBe("/profilo");
  expect((await send({ "sec-fetch-site": "same-origin" })).status).toBe(303);
});

test("nobody can choose a profile that is not theirs", async ({ ask }) => {
  const cookie = await beginSession(ask, personaOf("leo"));
  const { text } = await ask("/profilo", { cookie: await beginSession(ask, personaOf("leo")) });
  expect(text).toContain(parole("utenti.tipi.intermediario"));
  for (const profilo of ["", "x", "0b9e2c1a-5d3f-4e6a-9b7c-8d2f1a3e4c5b"]) {
    const answer = await ask("/profilo/scelta", {
      method: "POST",
      cookie,
      body: new URLSearchParams({ profilo }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    });
    expect(answer.status, profilo).toBe(404);
  }
});

test("a second session is seen, and ended at once from the first", async ({
  page,
  ask,
  browser,
  baseURL,
}) => {
  await enterAs(page, "Gina");
  const copy = await beginSession(ask, personaOf("gina"));
  const elsewhere = await browser.newContext({ userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" });
  await elsewhere.addCookies(toCookies(copy, baseURL ?? ""));
  const other = await elsewhere.newPage();
  await other.goto("/profilo");
  await expect(other.getByRole("heading", { name: parole("utenti.sessioni.titolo") })).toBeVisible();

  await page.goto("/profilo");
  const sessions = page.getByRole("region", { name: parole("utenti.sessioni.titolo") });
  await expect(sessions.getByRole("listitem")).not.toHaveCount(1);
  await expect(
    sessions.getByRole("listitem").filter({ hasText: parole("utenti.sessioni.questa") }),
  ).toHaveCount(1);
  await page.getByRole("button", { name: parole("utenti.sessioni.chiudi") }).click();
  await expect(page.getByText(parole("utenti.sessioni.chiuse"))).toBeVisible();

  await other.reload();
  await expect(other).toHaveURL(/\/accesso/);
  expect((await ask("/api/sessione", { cookie: copy })).status).toBe(401);
  await elsewhere.close();
  await page.reload();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
});

test("the list of sessions is up to date as soon as the others are closed", async ({ page, ask }) => {
  await enterAs(page, "Gina");
  await beginSession(ask, personaOf("gina"));
  await page.goto("/profilo");
  const sessions = page.getByRole("region", { name: parole("utenti.sessioni.titolo") });
  await page.getByRole("button", { name: parole("utenti.sessioni.chiudi") }).click();
  await expect(page.getByText(parole("utenti.sessioni.chiuse"))).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
});

async function enterAs(page: Page, nome: string) {
  await page.goto("/accesso");
  await page.getByRole("button", { name: `Entra come ${nome}` }).click();
  await page.waitForURL((url) => url.pathname !== "/accesso");
}
