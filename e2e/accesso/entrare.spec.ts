import type { Page } from "@playwright/test";
import { cookiesOf, locationOf, multipart } from "../fixtures/http";
import { type Chiave, parole, personaOf } from "../fixtures/persone";
import { formWith, hiddenFields, sendLogin } from "../fixtures/session";
import { expect, expectNoViolations, test } from "../fixtures/test";
import { inventCodiceFiscale } from "../fixtures/utenti";

const PIN_SBAGLIATO = "ZZZZ9999";
const RIFIUTO = parole("utenti.errori.accesso_rifiutato");

for (const javaScriptEnabled of [true, false]) {
  // Each wrong PIN counts against its person: two people, so that nobody comes near five.
  const chiSbaglia: Chiave = javaScriptEnabled ? "gina" : "furio";

  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("codice fiscale and PIN open the drawer, in lower case too", async ({ page }) => {
      const { codiceFiscale, pin } = personaOf("hans");
      await page.goto("/cassetto");
      await expect(page.getByRole("heading", { name: parole("utenti.accesso.titolo") })).toBeVisible();
      await fill(page, codiceFiscale.toLowerCase(), ` ${pin.toLowerCase()} `);
      await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Hans");
    });

    test("an empty form says in words what is missing, and leads there", async ({ page }) => {
      await page.goto("/accesso");
      await page.getByRole("button", { name: "Accedi" }).click();
      const summary = alertWith(page, parole("utenti.errori.riepilogo"));
      await expect(summary).toBeVisible();
      await expect(page.getByLabel("Codice fiscale")).toHaveAccessibleDescription(
        new RegExp(parole("utenti.errori.codice_fiscale_mancante")),
      );
      await expect(page.getByLabel("PIN")).toHaveAccessibleDescription(
        new RegExp(parole("utenti.errori.pin_mancante")),
      );
      if (javaScriptEnabled) {
        await expect(summary).toBeFocused();
        await expectNoViolations(page);
      }
      await summary.getByRole("link", { name: parole("utenti.errori.pin_mancante") }).click();
      await expect(page).toHaveURL(/#pin$/);
    });

    test("a codice fiscale with a slip is kept and pointed out, the PIN is not put back", async ({
      page,
    }) => {
      await page.goto("/accesso");
      await fill(page, "RSSNNA44E57X500A", PIN_SBAGLIATO);
      await expect(alertWith(page, parole("utenti.errori.codice_fiscale_errato"))).toBeVisible();
      await expect(page.getByLabel("Codice fiscale")).toHaveValue("RSSNNA44E57X500A");
      await expect(page.getByLabel("Codice fiscale")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("PIN")).toHaveValue("");
      expect(await page.content()).not.toContain(PIN_SBAGLIATO);
    });

    test("a wrong PIN is refused and not put back", async ({ page }) => {
      const { codiceFiscale } = personaOf(chiSbaglia);
      await page.goto("/accesso");
      await fill(page, codiceFiscale, PIN_SBAGLIATO);
      const refusal = alertWith(page, RIFIUTO);
      await expect(refusal).toBeVisible();
      if (javaScriptEnabled) await expect(refusal).toBeFocused();
      await expect(page.getByLabel("Codice fiscale")).toHaveValue(codiceFiscale);
      await expect(page.getByLabel("PIN")).toHaveValue("");
      expect(await page.content()).not.toContain(PIN_SBAGLIATO);
      await page.goto("/cassetto");
      await expect(page).toHaveURL(/\/accesso\?da=/);
    });

    test("an unknown codice fiscale is refused with the very same words", async ({ page }) => {
      await page.goto("/accesso");
      await fill(page, inventCodiceFiscale(), PIN_SBAGLIATO);
      await expect(alertWith(page, RIFIUTO)).toBeVisible();
      await expect(page.getByLabel("PIN")).toHaveValue("");
    });

    test("after the login one is back at the page one had asked for", async ({ page, cassetto }) => {
      const { codiceFiscale, pin } = personaOf("anna");
      const asked = `${await cassetto("anna")}/rapporti?stato=cessato`;
      await page.goto(asked);
      await expect(page).toHaveURL(/\/accesso\?da=/);
      await fill(page, codiceFiscale, pin);
      await expect(page).toHaveURL(asked);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("rapporti.titolo"));
    });

    test("in the demo a button is enough, and it too leads to the page asked for", async ({ page }) => {
      await page.goto("/accesso?da=%2Fprofilo");
      await page.getByRole("button", { name: "Entra come Ida" }).click();
      await expect(page).toHaveURL("/profilo");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.profilo.titolo"));
    });
  });
}

test("a wrong PIN and an unknown codice fiscale cannot be told apart", async ({ ask }) => {
  const known = await sendLogin(ask, { ...personaOf("elena"), pin: PIN_SBAGLIATO });
  const codiceFiscale = inventCodiceFiscale();
  const unknown = await sendLogin(ask, { codiceFiscale, pin: PIN_SBAGLIATO });
  expect(unknown.status).toBe(known.status);
  expect(cookiesOf(unknown)).toBe("");
  expect(cookiesOf(known)).toBe("");
  expect(seen(unknown.text, codiceFiscale)).toBe(seen(known.text, personaOf("elena").codiceFiscale));
});

test("the page to go back to is one of this service, whatever the address says", async ({ ask, baseURL }) => {
  const { codiceFiscale, pin } = personaOf("ida");
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/cassetto",
    "/%09/evil.example",
    "/%5cevil.example",
    "javascript:alert(1)",
    "/esci",
    `/cassetto${"/x".repeat(400)}`,
  ];
  for (const da of elsewhere) {
    const page = await ask(`/accesso?da=${encodeURIComponent(da)}`);
    // The hidden field can be forged as well as the address.
    const fields = hiddenFields(formWith(page.text, 'id="codiceFiscale"')).filter(([name]) => name !== "da");
    const forged = [...fields, ["da", da], ["codiceFiscale", codiceFiscale], ["pin", pin]] as const;
    const answer = await ask("/accesso", { method: "POST", ...(await multipart(forged)) });
    expect(answer.status, da).toBe(303);
    expect(new URL(answer.headers.location ?? "", baseURL).origin, da).toBe(new URL(baseURL ?? "").origin);
    expect(locationOf(answer), da).not.toMatch(/^\/(esci|\/|\\)/);
  }
});

async function fill(page: Page, codiceFiscale: string, pin: string) {
  await page.getByLabel("Codice fiscale").fill(codiceFiscale);
  await page.getByLabel("PIN").fill(pin);
  await page.getByRole("button", { name: "Accedi" }).click();
}

/** The summary of errors; Next keeps an empty alert of its own for screen readers. */
const alertWith = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text });

/** The form as it comes back, without the codice fiscale and what differs at each request. */
const seen = (html: string, codiceFiscale: string) =>
  formWith(html, 'id="codiceFiscale"')
    .replace(/<input type="hidden" name="\$ACTION[^>]*>/g, "")
    .replaceAll(codiceFiscale, "CF");
