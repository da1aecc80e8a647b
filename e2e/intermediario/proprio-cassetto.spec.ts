import type { Page } from "@playwright/test";
import { parole, personaOf } from "../fixtures/persone";
import { beginSession } from "../fixtures/session";
import { expect, expectNoViolations, test, toCookies } from "../fixtures/test";
import { openDialog } from "./cambia";

// leo is a datore and an intermediario: his own drawer is one of those he changes between.

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("from a delegante's drawer one goes back to the same page of one's own", async ({
      page,
      context,
      ask,
      baseURL,
    }) => {
      // A session of this test's own: it changes its profilo.
      const cookie = await beginSession(ask, personaOf("leo"));
      await context.addCookies(toCookies(cookie, baseURL ?? ""));
      await page.goto("/profilo");
      await choose(page, parole("utenti.tipi.datore"));
      const own = page.url();
      await expect(banner(page)).toHaveCount(0);
      // One step leads to the drawers of others, and on to the page one comes from.
      await page.goto(`${own}/appuntamenti`);
      const altri = page.getByRole("banner").getByRole("button", { name: parole("cambia.profilo") });
      if (javaScriptEnabled) {
        await expect(altri).toHaveAttribute("aria-keyshortcuts", /Control\+K/);
        // Until the page is alive the key is nobody's.
        await expect(async () => {
          await page.keyboard.press("Control+k");
          await page.waitForURL(/\/deleganti/, { timeout: 2_000 });
        }).toPass();
      } else {
        await altri.click();
      }
      await expect(page).toHaveURL(/\/deleganti\?da=/);
      await page.getByRole("rowheader").getByRole("link").first().click();
      await expect(page).toHaveURL(/\/appuntamenti$/);
      // Their list offers the own drawer, and the one just opened, above all others.
      await page.goto("/deleganti?da=/cassetto/x/pagamenti");
      const subito = page.getByRole("navigation", { name: parole("cambia.titolo") });
      await expect(subito.getByRole("link").first()).toHaveAttribute("href", /\/pagamenti$/);
      await subito.getByRole("button", { name: parole("cambia.perMe") }).click();
      await expect(page).toHaveURL(`${own}/pagamenti`);

      await page.goto("/profilo");
      await workOnSomebody(page);
      await banner(page)
        .getByRole("button", { name: parole("banner.torna") })
        .click();
      await expect(page).toHaveURL(`${own}/rapporti`);
      await expect(banner(page)).toHaveCount(0);

      if (!javaScriptEnabled) return;
      await page.goto("/profilo");
      await workOnSomebody(page);
      await openDialog(page);
      const mine = page.getByRole("dialog").getByRole("button", { name: parole("cambia.perMe") });
      await expect(mine).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("ArrowDown");
      await expect(mine).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${own}/rapporti`);
    });
  });
}

test("the way back leads nowhere else, whatever is asked for", async ({ ask }) => {
  const cookie = await beginSession(ask, personaOf("leo"));
  const { text } = await ask("/profilo", { cookie });
  const profili = [...text.matchAll(/name="profilo" value="([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  for (const da of [
    "//evil.example",
    "https://evil.example/cassetto/x/rapporti",
    "/\\evil.example",
    "\r\nx: y",
  ]) {
    for (const profilo of [...profili, "altro"]) {
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

async function choose(page: Page, profilo: string) {
  await page.getByRole("button", { name: new RegExp(`${parole("utenti.profilo.usa")}.*${profilo}`) }).click();
  await expect(page).not.toHaveURL("/profilo");
}

async function workOnSomebody(page: Page) {
  await choose(page, parole("utenti.tipi.intermediario"));
  await page.goto("/deleganti?da=/cassetto/x/rapporti");
  await page.getByRole("main").locator('a[href^="/cassetto/"]').first().click();
  await expect(banner(page)).toBeVisible();
  await expect(page).toHaveURL(/\/rapporti$/);
}
