import type { Page } from "@playwright/test";
import { aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { expect, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// leo is a datore and an intermediario: one login. What he chose says where he is let in; a drawer opens by its address.

const DATORE = parole("utenti.tipi.datore");
const INTERMEDIARIO = parole("utenti.tipi.intermediario");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("who has two profiles chooses one; meanwhile the other's lists are closed, and no drawer of theirs", async ({
      page,
      faults,
    }) => {
      faults.expectStatus(403);
      await page.goto("/accesso");
      await page.getByRole("button", { name: "Entra come Leo" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.profilo.scegli"));
      if (javaScriptEnabled) await expectNoViolations(page);
      expect((await page.goto("/deleganti"))?.url(), "nothing opens before the choice").toMatch(/\/profilo$/);

      await choose(page, DATORE);
      await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Leo");
      const drawer = page.url();
      await expectClosed(page, "/deleganti", 403);

      await page.goto("/profilo");
      await choose(page, INTERMEDIARIO);
      await expect(page).toHaveURL("/deleganti");
      await expect(
        page.getByRole("rowheader").filter({ has: page.locator('a[href^="/cassetto/"]') }),
      ).toHaveCount(3);
      expect((await page.goto(`${drawer}/accessi`))?.status()).toBe(200);
      await expect(page.getByRole("complementary"), "his own: nobody he acts for").toHaveCount(0);
      await expectClosed(page, "/sede", 403);

      await page.goto("/profilo");
      await choose(page, DATORE);
      await expect(page).toHaveURL(drawer);
    });
  });
}

test("who had two profiles and is left one before choosing is told so, and uses it", async ({ enter }) => {
  test.skip(ownerSettings() === null, "the owner's database is not to be had: nobody can be made");
  const gente = await aPersona("Rimasta", { datore: true, delegato: true });
  const page = await enter(gente);
  await page.goto("/cassetto");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.profilo.scegli"));
  await ownerSql()`delete from profili p using utenti u where u.id = p.utente_id and p.tipo = 'delegato'
    and u.codice_fiscale = ${gente.codiceFiscale}`;
  await page.goto("/cassetto");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.profilo.scegliUno"));
  await choose(page, DATORE);
  await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}$/);
});

async function choose(page: Page, profilo: string) {
  await page.getByRole("button", { name: new RegExp(`${parole("utenti.profilo.usa")}.*${profilo}`) }).click();
}

async function expectClosed(page: Page, address: string, status: 403) {
  expect((await page.goto(address))?.status(), address).toBe(status);
  await expect(page.getByRole("main").getByText("Leo")).toHaveCount(0);
}
