import { nomeOf } from "../fixtures/archivio";
import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import {
  answer,
  cognomeNome,
  found,
  openDialog,
  openDrawerLink,
  openDrawerOf,
  openerOf,
  PRIMO,
  partsOf,
  SECONDO,
} from "./cambia";

test("by keyboard alone one finds a delegante and lands on the same page of their drawer", async ({
  asIntermediario: page,
}) => {
  await openDrawerOf(page, PRIMO, "pagamenti");
  await openDialog(page);
  const { dialog, field, status } = partsOf(page);
  await expect(field).toBeFocused();
  await expect(dialog.locator('[aria-current="true"]')).toContainText(cognomeNome(PRIMO));
  await expect(dialog.getByRole("link", { name: cognomeNome(PRIMO) }), "no way to where one is").toHaveCount(
    0,
  );

  await page.keyboard.type(SECONDO.toLowerCase());
  await expect(status).toHaveText("Un delegante trovato");
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("link", { name: SECONDO })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}\/pagamenti$/);
  await expect(page.getByRole("complementary")).toContainText(nomeOf(SECONDO));

  await openDialog(page);
  await expect(dialog.getByRole("region", { name: parole("cambia.recenti") })).toContainText(
    cognomeNome(PRIMO),
  );
});

test("Home and End reach the ends of the list, and a letter goes back to the field", async ({
  asIntermediario: page,
}) => {
  await openDrawerOf(page, PRIMO);
  await openDialog(page);
  const { dialog, field, status } = partsOf(page);
  await field.fill("a");
  await expect(status).not.toBeEmpty();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(dialog.getByRole("link", { name: parole("cambia.tutti") })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(dialog.getByRole("link").first()).toBeFocused();
  await page.keyboard.type("b");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("ab");
});

test("a key pressed before the answer is there moves to what is found", async ({ asIntermediario: page }) => {
  await openDrawerOf(page, PRIMO);
  await openDialog(page);
  const { dialog, field } = partsOf(page);
  let answer = () => {};
  const pressed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/deleganti/cerca", async (route) => {
    await pressed;
    await route.continue();
  });
  await field.fill(SECONDO);
  await page.keyboard.press("Enter");
  answer();
  await expect(dialog.getByRole("link", { name: SECONDO }), "found, and not opened unseen").toBeFocused();
});

test("how many were found is said; with more than eight, that there are others", async ({
  asIntermediario: page,
}) => {
  await openDrawerOf(page, PRIMO);
  await openDialog(page);
  const { dialog, field, status } = partsOf(page);
  await expect(status).toHaveAttribute("aria-live", "polite");
  const many = Array.from({ length: 8 }, (_, n) => found(`Rossi ${n}`, n));
  await answer(page, () => ({ deleganti: many, recenti: 0, altri: true }));
  await field.fill("ros");
  await expect(status).toHaveText(parole("cambia.altri", { n: 8 }));
  await expect(dialog.getByRole("listitem")).toHaveCount(8);
  await page.unroute("**/deleganti/cerca");

  await field.fill("zzzz");
  await expect(status).toHaveText("Nessun delegante trovato");
  await expect(dialog.getByText(parole("cambia.nessuno"))).toBeVisible();
});

test("Esc gives the focus back to the link that opened the dialog", async ({ asIntermediario: page }) => {
  await openDrawerOf(page, PRIMO);
  const banner = page.getByRole("complementary").getByRole("link", { name: parole("banner.cambia") });
  await openDialog(page);
  await page.keyboard.press("Escape");
  await expect(openerOf(page), "by Ctrl+K from nowhere").toBeFocused();
  for (const link of [openerOf(page), banner]) {
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(partsOf(page).field).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(partsOf(page).dialog).toHaveCount(0);
    await expect(link).toBeFocused();
  }
});

test("the dialog can be read by everybody", async ({ asIntermediario: page }) => {
  await openDrawerOf(page, PRIMO);
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 700 });
    await openDialog(page);
    await expect(partsOf(page).dialog.getByRole("listitem").first()).toBeVisible();
    await expectNoOverflow(page);
    await expectNoViolations(page);
    await partsOf(page).field.fill("a");
    await expect(partsOf(page).status).not.toBeEmpty();
    await expectNoViolations(page);
    await page.keyboard.press("Escape");
  }
});

test("without JavaScript the link leads to the list, and from there to the same page", async ({ logIn }) => {
  const page = await logIn("carla", { javaScriptEnabled: false });
  await openDrawerOf(page, PRIMO, "anagrafica");
  await openerOf(page).click();
  await expect(page).toHaveURL(/\/deleganti\?da=/);
  await openDrawerLink(page, SECONDO);
  await expect(page).toHaveURL(/\/anagrafica$/);
});

test("who may open one drawer only has nothing to change", async ({
  asDelegato: page,
  asDatore,
  cassetto,
}) => {
  for (const visitor of [page, asDatore]) {
    await visitor.goto(await cassetto("anna"));
    await expect(openerOf(visitor)).toHaveCount(0);
    await visitor.keyboard.press("Control+k");
    await expect(partsOf(visitor).dialog).toHaveCount(0);
  }
});
