import { parole } from "../fixtures/persone";
import { expect, expectNoViolations, test } from "../fixtures/test";
import { found, openDialog, openDrawerLink, openDrawerOf, PRIMO, partsOf, SECONDO } from "./cambia";

test("an answer that comes late does not take the place of the newer one", async ({
  asIntermediario: page,
}) => {
  await openDrawerOf(page, PRIMO);
  await openDialog(page);
  const { dialog, field, status } = partsOf(page);
  let release = () => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  await page.route("**/deleganti/cerca", async (route) => {
    const { q } = route.request().postDataJSON() as { q: string };
    asked.push(q);
    if (q === "vecchio") await late;
    const json = { deleganti: [found(`Chiesto ${q}`, 1)], recenti: 0, altri: false };
    await route.fulfill({ json }).catch(() => undefined);
  });
  await field.fill("vecchio");
  await expect.poll(() => asked).toContain("vecchio");
  // Pressed while one waits: nothing opens that was not there to be read.
  await page.keyboard.press("Enter");
  await field.fill("nuovo");
  await expect(dialog.getByRole("link", { name: "Chiesto nuovo" })).toBeVisible();
  await expect(status).toHaveText("Un delegante trovato");
  release();
  await page.waitForTimeout(300);
  await expect(dialog.getByText("Chiesto vecchio")).toHaveCount(0);
  await expect(dialog.getByRole("link", { name: "Chiesto nuovo" })).toBeVisible();
});

test("when the server does not answer the whole list is the way out", async ({
  asIntermediario: page,
  faults,
}) => {
  faults.expectText("net::ERR_FAILED");
  await openDrawerOf(page, PRIMO, "rapporti");
  await openDialog(page);
  const { dialog, field } = partsOf(page);
  await page.route("**/deleganti/cerca", (route) => route.abort());
  await field.fill("rossi");
  await expect(dialog.getByRole("alert")).toHaveText(parole("cambia.errore"));
  await expectNoViolations(page);
  await page.unroute("**/deleganti/cerca");
  await dialog.getByRole("link", { name: parole("cambia.tutti") }).click();
  await expect(page).toHaveURL(/\/deleganti\?da=/);
  await openDrawerLink(page, SECONDO);
  await expect(page).toHaveURL(/\/rapporti$/);
});

test("a session that has ended leads to the login", async ({ asIntermediario: page, faults }) => {
  faults.expectStatus(401);
  await openDrawerOf(page, PRIMO);
  await page.route("**/deleganti/cerca", (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page).toHaveURL(/\/accesso\?motivo=scaduta&da=/, { timeout: 1_000 });
  }).toPass();
});

test("what is typed while the dialog is on its way is written in it, and nothing behind it is pressed", async ({
  asIntermediario: page,
}) => {
  await page.goto("/deleganti", { waitUntil: "networkidle" });
  let letGo = () => undefined as unknown;
  const held = new Promise((resolve) => {
    letGo = () => resolve(undefined);
  });
  await page.route("**/_next/static/**", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: parole("comune.esci"), exact: true }).focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("xoz");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  letGo();
  const { field } = partsOf(page);
  await expect(field).toHaveValue("xo");
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(/\/deleganti$/);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("a");
  await expect(field).toHaveValue("a");
});
