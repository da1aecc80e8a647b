import type { Locator, Page } from "@playwright/test";
import { contributiOf, euro, OGGI } from "../fixtures/archivio";
import { parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";

const anna = personaOf("anna").codiceFiscale;
const mine = contributiOf(anna);
const wrong = mine.filter(
  ({ stato, eccedenza }) => stato === "scaduto" || stato === "pagato_in_parte" || eccedenza > 0,
);
const [next] = mine
  .filter(({ residuo, scadenza }) => residuo > 0 && scadenza >= OGGI)
  .sort((a, b) => a.scadenza.localeCompare(b.scadenza));

test("the first screen says by when, how much, and how many things to put right", async ({
  asDatore: page,
  cassetto,
}) => {
  await page.goto(await cassetto("anna"));
  const answers = [
    page.getByText(`${wrong.length} cose da sistemare e una scadenza in arrivo.`),
    page.getByText("Lunedì 11 gennaio 2027"),
    page.getByRole("region", { name: "Lunedì 11 gennaio 2027" }).getByText(euro(next?.residuo ?? 0)),
  ];
  for (const answer of answers) await expectOnFirstScreen(page, answer);
  await expectNoOverflow(page);
  await expectNoViolations(page);
});

test("each thing to put right says what it is and leads to its way out", async ({
  asDatore: page,
  cassetto,
}) => {
  const base = await cassetto("anna");
  await page.goto(base);
  const list = page.getByRole("region", { name: parole("panoramica.daSistemare") });
  await expect(list.getByRole("listitem")).toHaveCount(wrong.length);
  const unpaid = mine.find(({ stato }) => stato === "scaduto");
  const partly = mine.find(({ stato }) => stato === "pagato_in_parte");
  await expect(list.getByRole("listitem").first()).toContainText(
    `Secondo trimestre 2026 non pagato: ${euro(unpaid?.residuo ?? 0)}`,
  );
  await expect(list).toContainText(
    `Quarto trimestre 2024 pagato in parte: mancano ${euro(partly?.residuo ?? 0)}`,
  );
  await list.getByRole("link", { name: /^Vedi e sistema: Secondo trimestre 2026/ }).click();
  await expect(page).toHaveURL(`${base}/rapporti/${unpaid?.rapporto}/pagamenti`);
});

test("the panoramica leads on to how to pay, the calendar and the rapporti", async ({
  asDatore: page,
  cassetto,
}) => {
  const base = await cassetto("anna");
  await page.goto(base);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: parole("panoramica.calendario") }).click();
  expect((await download).suggestedFilename()).toBe("scadenze.ics");
  await page.getByRole("link", { name: parole("panoramica.comePagare") }).click();
  await expect(page).toHaveURL(`${base}/pagamenti#come-pagare`);
  await expect(page.getByRole("heading", { name: parole("pagamenti.comePagare") })).toBeInViewport();
});

/** Wholly on the screen as it opens, not under the bar at its bottom. */
async function expectOnFirstScreen(page: Page, answer: Locator) {
  await expect(answer).toBeVisible();
  const box = await answer.boundingBox();
  const bar = page.getByRole("navigation", { name: parole("comune.menu"), exact: true });
  const height = page.viewportSize()?.height ?? 0;
  const bottom = (await bar.isVisible()) ? ((await bar.boundingBox())?.y ?? 0) : height;
  expect((box?.y ?? 0) + (box?.height ?? 0), String(answer)).toBeLessThanOrEqual(bottom);
  expect(box?.y).toBeGreaterThanOrEqual(0);
}
