import type { Page } from "@playwright/test";
import { parole, personaOf } from "../fixtures/persone";
import { beginSession } from "../fixtures/session";
import { expect, expectNoViolations, test, toCookies } from "../fixtures/test";
import { openDialog } from "./cambia";

// leo is a datore and an intermediario: his own drawer is one of those he changes between.

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("from one's own drawer one goes to a delegante's and back, to the same page", async ({
      page,
      context,
      ask,
      baseURL,
    }) => {
      const own = await enterOwn(page, context, ask, baseURL);
      await page.goto(`${own}/appuntamenti`);
      await expect(banner(page)).toHaveCount(0);
      if (javaScriptEnabled) {
        await openDialog(page);
        const mine = page.getByRole("dialog").locator('[aria-current="true"]');
        await expect(mine, "no way to where one is").toContainText(parole("cambia.perMe"));
        await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
      } else {
        await opener(page).click();
        await expect(page).toHaveURL(/\/deleganti\?da=/);
        await page.getByRole("rowheader").getByRole("link").first().click();
      }
      await expect(page).toHaveURL(/\/appuntamenti$/);
      await expect(page).not.toHaveURL(`${own}/appuntamenti`);
      await expect(banner(page)).toBeVisible();
      await banner(page)
        .getByRole("link", { name: parole("banner.torna") })
        .click();
      await expect(page).toHaveURL(`${own}/appuntamenti`);
      await expect(banner(page)).toHaveCount(0);
    });

    test("the list offers one's own drawer above all others", async ({ page, context, ask, baseURL }) => {
      const own = await enterOwn(page, context, ask, baseURL);
      await page.goto(`${own}/pagamenti`);
      if (javaScriptEnabled) {
        await openDialog(page);
        await page
          .getByRole("dialog")
          .getByRole("button", { name: parole("cambia.tutti") })
          .click();
      } else {
        await opener(page).click();
      }
      await expect(page).toHaveURL(/\/deleganti\?da=/);
      const subito = page.getByRole("navigation", { name: parole("cambia.titolo") });
      await subito.getByRole("link", { name: parole("cambia.perMe") }).click();
      await expect(page).toHaveURL(`${own}/pagamenti`);
    });
  });
}

test("one's own drawer and a delegante's, side by side, stay what they are", async ({
  page,
  context,
  ask,
  baseURL,
}) => {
  const own = await enterOwn(page, context, ask, baseURL);
  const other = await context.newPage();
  await other.goto("/profilo");
  await choose(other, parole("utenti.tipi.intermediario"));
  await other.getByRole("rowheader").getByRole("link").first().click();
  await expect(banner(other)).toBeVisible();
  await page.goto(`${own}/accessi`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("accessi.titolo"));
  await other.reload();
  await expect(banner(other)).toBeVisible();

  await openDialog(other);
  const mine = other.getByRole("dialog").getByRole("link", { name: parole("cambia.perMe") });
  await expect(mine).toBeVisible();
  await expectNoViolations(other);
  await other.keyboard.press("ArrowDown");
  await expect(mine).toBeFocused();
  await other.keyboard.press("Enter");
  await expect(other).toHaveURL(own);
});

test("the way back leads nowhere else, whatever is asked for", async ({ ask }) => {
  const cookie = await beginSession(ask, personaOf("leo"));
  const { text } = await ask("/profilo", { cookie });
  const profili = [...text.matchAll(/name="profilo" value="([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  expect(new Set(profili).size).toBe(2);
  for (const da of [
    "//evil.example",
    "https://evil.example/cassetto/x/rapporti",
    "/\\evil.example",
    "\r\nx: y",
  ]) {
    for (const profilo of profili) {
      const { status, headers } = await ask("/profilo/scelta", {
        method: "POST",
        cookie,
        headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
        body: `${new URLSearchParams({ profilo, da })}`,
      });
      expect([status, headers.location], da).toEqual([303, "/cassetto"]);
    }
  }
});

const banner = (page: Page) => page.getByRole("complementary");
/** Without JavaScript a form: the profilo that was chosen has no list. */
const opener = (page: Page) => page.getByRole("banner").getByRole("button", { name: parole("cambia.apri") });

/** In a session of the test's own: it changes its profilo. @returns the address of the own drawer */
async function enterOwn(
  page: Page,
  context: ReturnType<Page["context"]>,
  ask: Parameters<typeof beginSession>[0],
  baseURL: string | undefined,
): Promise<string> {
  const cookie = await beginSession(ask, personaOf("leo"));
  await context.addCookies(toCookies(cookie, baseURL ?? ""));
  await page.goto("/profilo");
  await choose(page, parole("utenti.tipi.datore"));
  return page.url();
}

async function choose(page: Page, profilo: string) {
  await page.getByRole("button", { name: new RegExp(`${parole("utenti.profilo.usa")}.*${profilo}`) }).click();
  await expect(page).not.toHaveURL("/profilo");
}
