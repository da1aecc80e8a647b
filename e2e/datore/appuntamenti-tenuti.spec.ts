import type { Page } from "@playwright/test";
import { parole } from "../fixtures/persone";
import { anAgenda, HOLD, NUMERO, orari, toOrari, vivi } from "../fixtures/prenotazioni";
import { expect, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

// What becomes of a held time while its page is looked at, and when one goes back from it.

const p = (key: string, values = {}) => parole(`appuntamenti.prenota.${key}`, values);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the last minutes are told, not every second, and the end leads on", async ({ enter }) => {
  test.slow();
  const { datore, pagina } = await anAgenda("Conta");
  const page = await enter(datore);
  await toOrari(page, pagina);
  await orari(page).first().click();
  await page.waitForURL(HOLD);
  await page.clock.install();
  await page.reload();
  const status = page.locator("main").getByRole("status");
  await expect(page.getByText(/^Tempo rimasto: \d:\d\d$/)).toBeVisible();
  await expect(status).toHaveText("");
  for (const [minuti, testo] of [
    [5, p("scadenza.minuti", { n: 5 })],
    [3, p("scadenza.minuti", { n: 2 })],
    [1, p("scadenza.minuto")],
    [2, p("scadenza.finito")],
  ] as const) {
    await page.clock.runFor(minuti * 60_000);
    await expect(status).toHaveText(testo);
  }
  await expectNoViolations(page);
  await page.getByRole("link", { name: p("scadenza.scegli") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(p("quando.titolo"));
});

test("Back lets go of a held time, not of one whose files are looked at", async ({ enter }) => {
  test.slow();
  const { datore, pagina } = await anAgenda("Torna");
  const page = await enter(datore);
  const quanti = () => vivi(datore.posizione).then(({ length }) => length);
  const called = (passo: string) =>
    expect(page).toHaveTitle(`${parole(`appuntamenti.titoli.${passo}`)} · ${parole("comune.servizio")}`);
  await toOrari(page, pagina);
  await called("quando");
  await orari(page).first().click();
  await page.waitForURL(HOLD);
  await called("conferma");
  await button(page, p("conferma.aggiungiAllegati")).click();
  await page.waitForURL(/\/allegati$/);
  await called("allegati");
  await page.goBack();
  await expect(button(page, p("conferma.conferma"))).toBeVisible();
  expect(await quanti()).toBe(1);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(p("quando.titolo"));
  await expect.poll(quanti).toBe(0);
  await page.goForward();
  await expect(page.getByText(p("scadenza.finito"))).toBeVisible();
  await page.goBack();

  await orari(page).first().click();
  await page.waitForURL(HOLD);
  await button(page, p("conferma.conferma")).click();
  await page.waitForURL(NUMERO);
  await page.goto(`${new URL(page.url()).pathname}/sposta`);
  await called("sposta");
  await orari(page).first().click();
  await page.waitForURL(/\/sposta\/[0-9a-f-]{36}$/);
  await called("spostaConferma");
  expect(await quanti()).toBe(2);
  await page.goBack();
  await expect(orari(page).first()).toBeVisible();
  await expect.poll(quanti).toBe(1);
});
