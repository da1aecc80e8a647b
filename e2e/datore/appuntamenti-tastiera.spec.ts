import type { Locator, Page } from "@playwright/test";
import { anAppuntamento } from "../fixtures/appuntamenti";
import { parole } from "../fixtures/persone";
import { anAgenda, vivi } from "../fixtures/prenotazioni";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const TASTI_MASSIMI = 60;

test("by keyboard alone one books an appuntamento", async ({ enter }) => {
  test.slow();
  const { datore, pagina } = await anAgenda("Tastiera");
  const page = await enter(datore);
  await page.goto(`${pagina}/nuovo`);
  await press(page, page.getByRole("link", { name: /attesa di definizione/ }));
  await press(page, page.getByRole("link", { name: /^Per telefono/ }));
  await press(page, page.locator("main button[name=orario]").first());
  await page.waitForURL(/\/nuovo\/[0-9a-f-]{36}/);
  const telefono = page.getByLabel(parole("appuntamenti.prenota.conferma.telefono"));
  await tabTo(page, telefono);
  await page.keyboard.type("06 1234567");
  // Enter confirms, although there are other buttons.
  await page.keyboard.press("Enter");
  await page.waitForURL(/fatto=confermato/);
  expect(await vivi(datore.posizione)).toMatchObject([
    { stato: "confermato", modo: "telefono", telefono: "06 1234567" },
  ]);
});

test("by keyboard alone one moves an appuntamento, and cancels it", async ({ enter }) => {
  test.slow();
  const { datore, esperta, sede, pagina } = await anAgenda("Tastierasposta");
  const drawer = `/cassetto/${datore.posizione}`;
  const { id, numero } = await anAppuntamento(
    { sede, telefono: "", esperto: esperta, datore, drawer },
    { fra: 24 * 20 },
  );
  const page = await enter(datore);
  await page.goto(`${pagina}/${numero}`);
  await press(page, page.getByRole("link", { name: parole("appuntamenti.dettaglio.cambia.sposta") }));
  await press(page, page.locator("main button[name=orario]").first());
  await page.waitForURL(/\/sposta\/[0-9a-f-]{36}/);
  await press(page, page.getByRole("button", { name: parole("appuntamenti.sposta.sposta"), exact: true }));
  await page.waitForURL(/fatto=spostato/);
  expect(await vivi(datore.posizione)).toMatchObject([{ id, stato: "confermato", spostamenti: 1 }]);

  await press(page, page.getByRole("link", { name: parole("appuntamenti.annulla.apri") }));
  await press(page, page.getByRole("button", { name: parole("appuntamenti.annulla.conferma") }));
  await expect(page.getByText(parole("appuntamenti.dettaglio.fatti.annullato"))).toBeVisible();
  expect(await vivi(datore.posizione)).toEqual([]);
  // The page on which it was once confirmed says nothing of that any more.
  await page.goto(`${pagina}/nuovo/${id}`);
  await page.waitForURL(`**/${numero}`);
  await expect(page.getByText(parole("appuntamenti.dettaglio.fatti.confermato"))).toHaveCount(0);
});

async function press(page: Page, target: Locator) {
  const before = page.url();
  await tabTo(page, target);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== before);
}

/** Presses Tab until `target` has the focus, as a person would. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let keys = 0; keys < TASTI_MASSIMI; keys += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is not reached by ${TASTI_MASSIMI} presses of Tab`);
}
