import type { Page } from "@playwright/test";
import { aPersona, idDiUtente, ownerSql } from "../fixtures/gente";
import { parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { inventCodiceFiscale, ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`utenti.gestione.${key}`, values);
const tipo = (key: string) => parole(`utenti.tipi.${key}`);
const PIN = /^[A-HJ-NP-Z2-9]{8}$/;

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled });
    test(`an amministratore makes an operatore, gives, takes, suspends, readmits and gives a PIN, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      page: other,
      logIn,
    }) => {
      test.slow();
      const codiceFiscale = inventCodiceFiscale();
      const cognome = `Nové${codiceFiscale.slice(0, 6).toLowerCase()}`;
      await ownerSql()`insert into soggetti (codice_fiscale, cognome, nome) values (${codiceFiscale}, ${cognome}, 'Prova')`;
      const page = await logIn("nora", { javaScriptEnabled });
      const check = async () => {
        await expectNoOverflow(page);
        if (javaScriptEnabled) await expectNoViolations(page);
        for (const secret of [codiceFiscale, cognome, "motivo"]) expect(page.url()).not.toContain(secret);
      };
      await page.goto("/amministrazione/utenti");
      await expect(page.getByRole("heading", { name: p("elenco.istituto") })).toBeVisible();
      await expect(
        page.getByText(personaOf("anna").codiceFiscale),
        "no citizen without a search",
      ).toHaveCount(0);
      await check();
      await page.getByRole("link", { name: p("crea") }).click();
      await page.getByRole("button", { name: p("nuovo.bottone") }).click();
      await expect(page.getByText(p("errori.tipo")).first()).toBeVisible();
      await page.getByLabel(p("nuovo.codiceFiscale")).fill(codiceFiscale);
      await page.getByLabel(p("dai.tipo"), { exact: true }).selectOption("operatore");
      await page.getByRole("button", { name: p("nuovo.bottone") }).click();
      await expect(page.getByText(p("errori.senza_sede")).first()).toBeVisible();
      await check();
      await page.getByLabel(p("dai.sede"), { exact: true }).selectOption("100000");
      await page.getByRole("button", { name: p("nuovo.bottone") }).click();
      const pin = await pinOf(page);
      await check();

      await enterWith(other, codiceFiscale, pin);
      await choosePin(other, pin, "Fiume27K");
      await other.goto("/sede/comunicazioni");
      await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
      expect(other.url()).toContain("/sede/comunicazioni");

      await page.getByRole("link", { name: p("consegna.scheda") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Prova ${cognome}`);
      await check();
      await act(page, p("dai.titolo"), async () => {
        await page.getByLabel(p("dai.tipo"), { exact: true }).selectOption("datore");
        await page.getByRole("button", { name: p("dai.bottone") }).click();
        await expect(page.getByText(p("errori.senza_motivo")).first()).toBeVisible();
        await check();
        await page.locator("#dai-motivo").fill("Ha una colf");
        await page.getByRole("button", { name: p("dai.bottone") }).click();
      });
      await expect(page.getByText(p("fatti.profilo_dato"))).toBeVisible();
      const operatore = page
        .getByRole("listitem")
        .filter({ hasText: tipo("operatore") })
        .filter({ has: page.locator("form") });
      await operatore.locator("summary").click();
      await operatore.getByLabel(p("motivo"), { exact: true }).fill("Cambia lavoro");
      await operatore.getByRole("button", { name: p("togli.bottone") }).click();
      await expect(page.getByText(p("fatti.profilo_tolto"))).toBeVisible();
      await other.reload();
      expect(new URL(other.url()).pathname, "the page open elsewhere shuts at once").toBe("/accesso");

      await enterWith(other, codiceFiscale, "Fiume27K");
      await expect(other.getByRole("heading", { level: 1 })).toHaveText(parole("vuoto.titolo"));
      await act(page, p("sospendi.titolo"), async () => {
        await page.locator("#sospendi-motivo").fill("Indagine interna");
        await page.getByRole("button", { name: p("sospendi.bottone") }).click();
      });
      await expect(page.getByText(p("fatti.sospeso"))).toBeVisible();
      await check();
      await other.reload();
      expect(new URL(other.url()).pathname).toBe("/accesso");
      await enterWith(other, codiceFiscale, "Fiume27K");
      await expect(other.getByText(parole("utenti.errori.accesso_rifiutato")).first()).toBeVisible();
      await act(page, p("riammetti.titolo"), async () => {
        await page.locator("#riammetti-motivo").fill("Chiarito");
        await page.getByRole("button", { name: p("riammetti.bottone") }).click();
      });
      await expect(page.getByText(p("fatti.riammesso"))).toBeVisible();
      await enterWith(other, codiceFiscale, "Fiume27K");
      await expect(other.getByRole("heading", { level: 1 })).toHaveText(parole("vuoto.titolo"));

      await act(page, p("nuovoPin.titolo"), async () => {
        await page.locator("#pin-motivo").fill("PIN smarrito");
        await page.getByRole("button", { name: p("nuovoPin.bottone") }).click();
      });
      const secondo = await pinOf(page);
      expect(secondo).not.toBe(pin);
      await check();
      await other.reload();
      expect(new URL(other.url()).pathname).toBe("/accesso");
      await enterWith(other, codiceFiscale, secondo);
      await choosePin(other, secondo, "Monte38W");
      // Without scripts the browser sends the form once more.
      await page.reload();
      expect(await page.content(), "it is shown once").not.toContain(secondo);
      await expect(page.getByText(p("errori.pin_gia_dato"))).toHaveCount(javaScriptEnabled ? 0 : 1);

      await page.goto("/amministrazione/utenti");
      for (const cerca of [
        codiceFiscale.toLowerCase(),
        cognome.toUpperCase().replace("É", "E").slice(0, 8),
      ]) {
        await page.getByLabel(p("cerca")).fill(cerca);
        await page.getByRole("button", { name: p("trova"), exact: true }).click();
        await expect(
          page.getByRole("link", { name: p("apriDi", { chi: `Prova ${cognome}` }) }),
        ).toBeVisible();
        await check();
      }
      await page.getByRole("link", { name: p("apriDi", { chi: `Prova ${cognome}` }) }).click();
      for (const [evento, motivo] of [
        ["utente_creato", null],
        ["profilo_dato", "Ha una colf"],
        ["profilo_tolto", "Cambia lavoro"],
        ["utente_sospeso", "Indagine interna"],
        ["utente_riammesso", "Chiarito"],
        ["pin_dato", "PIN smarrito"],
      ] as const) {
        await expect(page.getByText(parole(`registro.eventi.${evento}`)).last()).toBeVisible();
        if (motivo) await expect(page.getByText(`«${motivo}»`)).toBeVisible();
      }
      await check();
      await page.goto("/amministrazione/registro");
      const suo = page.getByRole("row").filter({ hasText: `Prova ${cognome}` });
      await expect(suo).toHaveCount(6);
      await expect(suo.filter({ hasText: "PIN smarrito" })).toContainText(personaOf("nora").nome);
      await check();
    });
  });
}

test("on their own page an amministratore finds nothing to do; an id of nobody is the page that does not exist", async ({
  asAmministratore: page,
  faults,
}) => {
  await page.goto(`/amministrazione/utenti/${await idDiUtente(personaOf("nora").codiceFiscale)}`);
  await expect(page.getByRole("heading", { name: p("seiTu") })).toBeVisible();
  await expect(page.getByRole("button", { name: p("sospendi.bottone") })).toHaveCount(0);
  await expectNoViolations(page);
  faults.expectStatus(404);
  for (const id of ["018f3c3e-0000-7000-8000-000000000001", "x"]) {
    await page.goto(`/amministrazione/utenti/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));
  }
});

test("the titolare of a studio with sub-abilitati keeps the profilo, and a wrong form says why", async ({
  logIn,
}) => {
  const codice = `E${inventCodiceFiscale()}`;
  await ownerSql()`insert into intermediari (codice, denominazione, tipo, codice_fiscale, comune)
    values (${codice}, ${`Studio ${codice}`}, 'consulente_del_lavoro', '01234567897', 'Roma')`;
  const titolare = await aPersona("Titolare", { studio: { codice } });
  await aPersona("Collega", { studio: { codice, ruolo: "sub_abilitato" } });
  const page = await logIn("nora");
  await page.goto(`/amministrazione/utenti/${await idDiUtente(titolare.codiceFiscale)}`);
  await page
    .locator("summary")
    .filter({ hasText: p("togli.titolo") })
    .click();
  await page.getByLabel(p("motivo"), { exact: true }).first().fill("Chiude lo studio");
  await page.getByRole("button", { name: p("togli.bottone") }).click();
  await expect(page.getByText(p("errori.con_sub_abilitati"))).toBeVisible();
  await expectNoViolations(page);
});

/** Unfolds an act and does it. */
async function act(page: Page, titolo: string, work: () => Promise<void>): Promise<void> {
  await page
    .locator("summary")
    .filter({ hasText: new RegExp(`^${titolo}$`) })
    .click();
  await work();
}

async function pinOf(page: Page): Promise<string> {
  const box = page.getByRole("status").filter({ hasText: p("consegna.testo") });
  await expect(box).toBeVisible();
  const pin = (await box.locator("code").textContent()) ?? "";
  expect(pin).toMatch(PIN);
  expect(page.url()).not.toContain(pin);
  const cookies = await page.context().cookies();
  expect(JSON.stringify(cookies)).not.toContain(pin);
  return pin;
}

async function enterWith(page: Page, codiceFiscale: string, pin: string): Promise<void> {
  await page.goto("/accesso");
  await page.getByLabel("Codice fiscale").fill(codiceFiscale);
  await page.getByLabel("PIN").fill(pin);
  await page.getByRole("button", { name: "Accedi" }).click();
}

/** An initial PIN opens nothing until it is changed. */
async function choosePin(page: Page, pin: string, nuovo: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("utenti.pin.titoloIniziale"));
  await page.getByLabel(parole("utenti.pin.attuale")).fill(pin);
  await page.getByLabel(parole("utenti.pin.nuovo"), { exact: true }).fill(nuovo);
  await page.getByLabel(parole("utenti.pin.ripetuto")).fill(nuovo);
  await page.getByRole("button", { name: parole("utenti.pin.salva") }).click();
  await expect(page.getByText(parole("utenti.pin.cambiato"))).toBeVisible();
}
