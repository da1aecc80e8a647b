import { nomeOf, rapportiOf, soggettoOf } from "../fixtures/archivio";
import { parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, test } from "../fixtures/test";

test("the anagrafica shows data and contacts, and who has a delega", async ({ asDatore: page, cassetto }) => {
  await page.goto(`${await cassetto("anna")}/anagrafica`);
  const anna = soggettoOf(personaOf("anna").codiceFiscale);
  const main = page.getByRole("main");
  for (const value of [
    anna.codice_fiscale,
    anna.cellulare,
    anna.telefono,
    anna.email,
    "17 maggio 1944, Roma",
  ]) {
    await expect(
      main
        .getByRole("definition")
        .filter({ hasText: value ?? "" })
        .first(),
    ).toBeVisible();
  }
  await expect(main.getByText("Direzione provinciale Roma").first()).toBeVisible();
  const bruno = soggettoOf(personaOf("bruno").codiceFiscale);
  await expect(main.getByText(nomeOf(bruno.codice_fiscale ?? ""), { exact: true })).toBeVisible();
  await expect(main.getByText(parole("anagrafica.dal", { data: "1° marzo 2024" }))).toBeVisible();
  await expect(main).toContainText(bruno.email ?? "");
  await expect(main.getByText(parole("anagrafica.nessunIntermediario"))).toBeVisible();
});

test("a delega that was revoked is no longer among those in force", async ({ logIn, cassetto }) => {
  const page = await logIn("dario");
  await page.goto(`${await cassetto("dario")}/anagrafica`);
  await expect(page.getByText(parole("anagrafica.nessunIntermediario"))).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Studio Moretti");
});

test("who has no rapporto yet is told what will come, on every page", async ({ logIn, cassetto }) => {
  const page = await logIn("ida");
  const base = await cassetto("ida");
  await page.goto(base);
  await expect(page.getByText("È tutto in ordine e nessuna scadenza", { exact: false })).toHaveCount(0);
  await expect(page.getByText("È tutto in ordine.")).toBeVisible();
  await expect(page.getByRole("heading", { name: parole("panoramica.nessunaScadenza") })).toBeVisible();
  await expect(page.getByText(parole("rapporti.nessuno"))).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(parole("servizi.assunzione")) })).toBeVisible();
  await page.goto(`${base}/rapporti`);
  await expect(page.getByText(parole("rapporti.nessuno"))).toBeVisible();
  await expect(page.getByRole("search")).toHaveCount(0);
  await page.goto(`${base}/pagamenti`);
  await expect(page.getByText(parole("pagamenti.niente"))).toBeVisible();
  await expect(page.getByText(parole("pagamenti.vuoto"))).toBeVisible();
  await expect(page.getByRole("link", { name: parole("pagamenti.scarica") })).toHaveCount(0);
  await page.goto(`${base}/accessi`);
  await expect(page.getByText(parole("accessi.nessuno"))).toBeVisible();
  await page.goto(`${base}/anagrafica`);
  await expect(page.getByText(parole("anagrafica.nessunDelegato"))).toBeVisible();
});

test("who has paid everything reads that all is in order", async ({ logIn, cassetto }) => {
  const page = await logIn("hans");
  const base = await cassetto("hans");
  await page.goto(base);
  await expect(page.getByText("È tutto in ordine.")).toBeVisible();
  await expect(page.getByRole("heading", { name: parole("panoramica.daSistemare") })).toHaveCount(0);
  const [rapporto] = rapportiOf(personaOf("hans").codiceFiscale);
  await expect(page.getByRole("heading", { name: nomeOf(rapporto?.lavoratore ?? "") })).toBeVisible();
  await expect(page.getByText(/Badante · livello CS · 54 ore a settimana/)).toBeVisible();
  await page.goto(`${base}/pagamenti`);
  await expect(page.getByText(parole("pagamenti.niente"))).toBeVisible();
  await expect(
    page.getByRole("main").getByText(parole("pagamenti.stati.scaduto"), { exact: true }),
  ).toHaveCount(0);
});

test("without JavaScript the way from the login to a payment is the same", async ({
  browser,
  faults,
  cassetto,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  faults.watch(context);
  const page = await context.newPage();
  const { codiceFiscale, pin } = personaOf("anna");
  await page.goto("/");
  await page.getByRole("link", { name: parole("home.entra") }).click();
  await page.getByLabel("Codice fiscale").fill(codiceFiscale);
  await page.getByLabel("PIN").fill(pin);
  await page.getByRole("button", { name: "Accedi" }).click();
  await expect(page).toHaveURL(await cassetto("anna"));
  await expect(page.getByText("Lunedì 11 gennaio 2027")).toBeVisible();
  await expectNoOverflow(page);

  await page.getByRole("link", { name: /^Vedi e sistema: Secondo trimestre 2026/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Pagamenti per");
  await expect(page.getByRole("heading", { name: parole("pagamenti.comePagare") })).toBeVisible();
  await expectNoOverflow(page);

  const menu = page.getByRole("navigation", { name: /Menu|Parti del servizio/ });
  for (const [voce, titolo] of [
    ["Anagrafica", parole("anagrafica.titoloPagina")],
    ["Rapporti", parole("rapporti.titolo")],
    ["Pagamenti", parole("pagamenti.titolo")],
    ["ccessi|Chi ha aperto", parole("accessi.titolo")],
  ] as const) {
    await menu.getByRole("link", { name: new RegExp(voce) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(titolo);
    await expectNoOverflow(page);
  }
  await page.getByRole("button", { name: parole("comune.esci") }).click();
  await expect(page.getByText(parole("utenti.accesso.uscito"))).toBeVisible();
  await context.close();
});
