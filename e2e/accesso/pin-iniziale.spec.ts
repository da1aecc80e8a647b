import type { Page } from "@playwright/test";
import { locationOf } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { beginSession, sendLogin } from "../fixtures/session";
import { expect, expectNoViolations, test } from "../fixtures/test";
import { createUtente, ownerSettings } from "../fixtures/utenti";

const NUOVO = "Fiume27K";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: no user can be made");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an initial PIN opens nothing until it is changed", async ({ page, ask }) => {
      test.slow();
      const { codiceFiscale, pin } = await createUtente();
      await page.goto("/accesso");
      await page.getByLabel("Codice fiscale").fill(codiceFiscale);
      await page.getByLabel("PIN").fill(pin);
      await page.getByRole("button", { name: "Accedi" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.pin.titoloIniziale"));
      if (javaScriptEnabled) await expectNoViolations(page);

      const cookie = await beginSession(ask, { codiceFiscale, pin });
      for (const address of ["/cassetto", "/cassetto/x", "/cassetto/x/pagamenti.csv", "/profilo"]) {
        expect(locationOf(await ask(address, { cookie })), address).toBe("/profilo/pin");
      }

      await changePin(page, pin, "abc", "abc");
      await expect(page.getByText(parole("utenti.errori.pin_forma")).first()).toBeVisible();
      await changePin(page, pin, "aaaaaaa1", "aaaaaaa1");
      await expect(page.getByText(parole("utenti.errori.pin_banale")).first()).toBeVisible();
      await changePin(page, pin, pin.toLowerCase(), pin.toLowerCase());
      await expect(page.getByText(parole("utenti.errori.pin_uguale_al_precedente")).first()).toBeVisible();
      await changePin(page, pin, NUOVO, "Fiume27L");
      await expect(page.getByText(parole("utenti.errori.pin_diverso")).first()).toBeVisible();
      await changePin(page, "SBAGLIA1", NUOVO, NUOVO);
      await expect(page.getByText(parole("utenti.errori.pin_attuale")).first()).toBeVisible();
      expect(await page.content()).not.toContain("SBAGLIA1");

      await changePin(page, pin, NUOVO, NUOVO);
      await expect(page.getByText(parole("utenti.pin.cambiato"))).toBeVisible();
      await page.goto("/cassetto");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("vuoto.titolo"));
      if (javaScriptEnabled) await expectNoViolations(page);

      expect((await ask("/api/sessione", { cookie })).status, "the other session has ended").toBe(401);
      expect((await sendLogin(ask, { codiceFiscale, pin })).status, "the initial PIN is over").toBe(200);
      expect((await sendLogin(ask, { codiceFiscale, pin: NUOVO.toUpperCase() })).status).toBe(303);
    });
  });
}

async function changePin(page: Page, attuale: string, nuovo: string, ripetuto: string) {
  await page.getByLabel(parole("utenti.pin.attuale"), { exact: true }).fill(attuale);
  await page.getByLabel(parole("utenti.pin.nuovo"), { exact: true }).fill(nuovo);
  await page.getByLabel(parole("utenti.pin.ripetuto"), { exact: true }).fill(ripetuto);
  await page.getByRole("button", { name: parole("utenti.pin.salva") }).click();
}
