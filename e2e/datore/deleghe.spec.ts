import type { Page } from "@playwright/test";
import { aDelega, anOfferta, aPersona, aStudio } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { readPosta } from "../fixtures/posta";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { inventCodiceFiscale, ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a datore grants a delega, sees what was opened by it, and ends it at once, ${how}`, async ({
    enter,
    faults,
  }) => {
    test.slow();
    const madre = await aPersona("Madre", { datore: true });
    const figlio = await aPersona("Figlio", { delegato: true });
    const page = await enter(madre, { javaScriptEnabled });
    await page.goto("/cassetto");
    await menu(page, "/deleghe");
    await expect(page.getByText(parole("deleghe.nessunaInVigore"))).toBeVisible();
    await page.getByRole("link", { name: parole("deleghe.dai") }).click();
    await page.getByRole("link", { name: parole("deleghe.nuova.personale") }).click();
    await page.getByRole("button", { name: parole("deleghe.nuova.invia") }).click();
    await expect(page.getByText(parole("deleghe.errori.codicePersona")).first()).toBeVisible();
    await page.getByLabel(parole("deleghe.nuova.codiceFiscale")).fill(figlio.codiceFiscale.toLowerCase());
    await page.getByLabel(parole("deleghe.nuova.al")).fill("2026-11-22");
    await page.getByRole("button", { name: parole("deleghe.nuova.invia") }).click();
    await expect(page.getByText(parole("deleghe.rifiuti.fine_passata"))).toBeVisible();
    await expect(page.getByLabel(parole("deleghe.nuova.codiceFiscale"))).toHaveValue(
      figlio.codiceFiscale.toLowerCase(),
    );
    await page.getByLabel(parole("deleghe.nuova.al")).fill("2027-12-31");
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByRole("button", { name: parole("deleghe.nuova.invia") }).click();
    await expect(page.getByText(parole("deleghe.fatti.proposta"))).toBeVisible();
    await expect(page.getByRole("main"), "whose codice fiscale it is stays unsaid").not.toContainText(
      "Figlio",
    );

    const other = await enter(figlio, { javaScriptEnabled });
    await other.goto("/cassetto");
    await other.getByRole("link", { name: parole("deleghe.persona.guardaPersona") }).click();
    await expect(
      other.getByRole("heading", { name: parole("deleghe.persona.offre", { chi: madre.nome }) }),
    ).toBeVisible();
    if (javaScriptEnabled) await expectNoViolations(other);
    await other.getByRole("button", { name: parole("deleghe.accettaDi", { chi: madre.nome }) }).click();
    await expect(other.getByText(parole("deleghe.fatti.accettata"))).toBeVisible();
    await other.getByRole("link", { name: parole("deleghe.persona.apri", { chi: madre.nome }) }).click();
    await expect(other.getByRole("complementary")).toContainText(madre.nome);
    await expect(other.getByRole("complementary")).toContainText(parole("banner.soloConsultazione"));

    await page.goto(page.url().replace(/\?.*/, ""));
    await expect(page.getByRole("heading", { name: figlio.nome })).toBeVisible();
    await page.getByRole("link", { name: parole("deleghe.vediDi", { chi: figlio.nome }) }).click();
    await expect(page.getByText(parole("deleghe.eventi.accettata"))).toBeVisible();
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByRole("radio", { name: parole("deleghe.ambiti.operazioni") }).check();
    await page.getByLabel(parole("deleghe.nuova.al")).fill("2027-06-30");
    await page.getByRole("button", { name: parole("deleghe.dettaglio.salva") }).click();
    await expect(page.getByText(parole("deleghe.fatti.cambiata"))).toBeVisible();
    await expect(page.getByText(parole("deleghe.storiaFine", { data: "30 giugno 2027" }))).toBeVisible();
    await other.reload();
    await expect(other.getByRole("complementary")).not.toContainText(parole("banner.soloConsultazione"));
    await page.getByLabel(parole("deleghe.dettaglio.motivo")).fill("Ci penso io");
    await page.getByRole("button", { name: parole("deleghe.dettaglio.revoca") }).click();
    await expect(page.getByText(parole("deleghe.fatti.revocata"))).toBeVisible();

    faults.expectStatus(404);
    await menu(other, "/pagamenti");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));

    await page.getByRole("link", { name: parole("deleghe.storiaDi", { chi: figlio.nome }) }).click();
    await expect(page.getByText("Ci penso io")).toBeVisible();
    await page.goto(page.url().replace(/deleghe.*/, "accessi"));
    await expect(page.getByRole("rowheader", { name: figlio.nome }).first()).toBeVisible();
  });

  test(`a datore asked by a new studio accepts, and the one before is out, ${how}`, async ({
    enter,
    faults,
  }) => {
    test.slow();
    const [prima, nuova] = [await aStudio(), await aStudio()];
    const titolarePrima = await aPersona("Prima", { studio: { codice: prima } });
    const titolareNuova = await aPersona("Nuova", { studio: { codice: nuova } });
    const datore = await aPersona("Cliente", { datore: true });
    const drawer = await aDelega(datore, { studio: prima });
    const chiuso = await enter(titolarePrima, { javaScriptEnabled });
    await chiuso.goto(`/cassetto/${drawer}/pagamenti`);
    await expect(chiuso.getByRole("complementary")).toContainText(datore.nome);

    const chiede = await enter(titolareNuova, { javaScriptEnabled });
    await chiede.goto("/deleganti/proposte");
    for (const [codiceFiscale, when] of [
      [datore.codiceFiscale, "a datore"],
      [inventCodiceFiscale(), "nobody at all"],
    ] as const) {
      await chiede.getByLabel(parole("deleghe.studio.codiceFiscale")).fill(codiceFiscale);
      await chiede.getByRole("button", { name: parole("deleghe.studio.invia") }).click();
      await expect(chiede.getByText(parole("deleghe.fatti.proposta")), when).toBeVisible();
      await expect(
        chiede.getByRole("heading", { name: parole("deleghe.studio.chiesta", { codiceFiscale }) }),
        when,
      ).toBeVisible();
    }
    if (javaScriptEnabled) await expectNoViolations(chiede);

    const page = await enter(datore, { javaScriptEnabled });
    await page.goto("/cassetto");
    await page.getByRole("link", { name: parole("deleghe.persona.guarda") }).click();
    const richiesta = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { name: parole("deleghe.chiede", { chi: `Studio ${nuova}` }) }),
    });
    await expect(richiesta.getByRole("definition").filter({ hasText: `Studio ${prima}` })).toBeVisible();
    await expect(richiesta.getByText(parole("deleghe.ambitiTesto.operazioni"))).toBeVisible();
    const accetta = richiesta.getByRole("button", { name: parole("deleghe.accettaConferma") });
    await expect(accetta, "not at one press").toBeHidden();
    await richiesta.locator("summary").click();
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await accetta.click();
    await expect(page.getByText(parole("deleghe.fatti.accettata"))).toBeVisible();
    await expect(page.getByRole("heading", { name: `Studio ${nuova}` })).toBeVisible();
    await expectNoOverflow(page);

    faults.expectStatus(404);
    await chiuso.reload();
    await expect(chiuso.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));
    await chiede.goto("/deleganti");
    await chiede.getByRole("rowheader").getByRole("link").click();
    await menu(chiede, "/delega");
    await chiede.getByRole("button", { name: parole("deleghe.mia.conferma") }).click();
    await expect(chiede.getByText(parole("deleghe.fatti.rinunciata"))).toBeVisible();
    await expect(chiede.getByText(parole("deleganti.nessuno"))).toBeVisible();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`what begins later is given up before it does, by the person and by the studio, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
  }) => {
    test.slow();
    const madre = await aPersona("Madre", { datore: true });
    const studio = await aStudio();
    const titolare = await aPersona("Titolare", { studio: { codice: studio } });
    const figlio = await aPersona("Figlio", { delegato: true });
    await aDelega(madre, { studio }, { data_inizio: "2027-01-01" });
    await anOfferta(madre, figlio, "2027-01-01");
    const accetta = await enter(figlio, { javaScriptEnabled });
    await accetta.goto("/profilo/deleghe");
    await accetta.getByRole("button", { name: parole("deleghe.accettaDi", { chi: madre.nome }) }).click();
    await expect(
      accetta.getByText(parole("deleghe.persona.comincera", { chi: madre.nome, data: "1° gennaio 2027" })),
    ).toBeVisible();
    for (const [chi, where] of [
      [figlio, "/profilo/deleghe"],
      [titolare, "/deleganti/proposte"],
    ] as const) {
      const page = await enter(chi, { javaScriptEnabled });
      await page.goto(where);
      const riga = page
        .getByRole("listitem")
        .filter({ hasText: parole("deleghe.future.di", { chi: madre.nome }) });
      const rinuncia = riga.getByRole("button", { name: parole("deleghe.mia.conferma") });
      await expect(rinuncia, "not at one press").toBeHidden();
      await riga.locator("summary").click();
      await expectNoOverflow(page);
      if (javaScriptEnabled) await expectNoViolations(page);
      await riga.getByLabel(parole("deleghe.dettaglio.motivo")).fill("Cambio lavoro");
      await rinuncia.click();
      await expect(page.getByText(parole("deleghe.fatti.rinunciata"))).toBeVisible();
      await expect(riga).toHaveCount(0);
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`what was decided in another window is said, and nothing old is shown, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
  }) => {
    test.slow();
    const madre = await aPersona("Madre", { datore: true });
    const figlio = await aPersona("Figlio", { delegato: true });
    await anOfferta(madre, figlio);
    const page = await enter(figlio, { javaScriptEnabled });
    await page.goto("/profilo/deleghe");
    const second = await page.context().newPage();
    const kept = await page.context().newPage();
    for (const other of [second, kept]) await other.goto("/profilo/deleghe");
    const decide = (where: Page, atto: string) =>
      where.getByRole("button", { name: parole(`deleghe.${atto}Di`, { chi: madre.nome }) });
    await decide(page, "accetta").click();
    await expect(page.getByText(parole("deleghe.fatti.accettata"))).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(decide(page, "accetta"), "Back shows what is so now").toHaveCount(0);
    if (javaScriptEnabled) {
      // The browsers of the tests keep no page whole; those of people do.
      const again = kept.waitForEvent("load");
      await kept.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
      await again;
      await expect(decide(kept, "accetta")).toHaveCount(0);
    }
    await decide(second, "rifiuta").click();
    await expect(second.getByRole("alert").first()).toHaveText(parole("deleghe.rifiuti.gia_risposto"));
    await expect(decide(second, "rifiuta")).toHaveCount(0);

    const drawer = await enter(madre, { javaScriptEnabled });
    await drawer.goto("/cassetto");
    await menu(drawer, "/deleghe");
    await drawer.getByRole("link", { name: parole("deleghe.vediDi", { chi: figlio.nome }) }).click();
    const old = await drawer.context().newPage();
    await old.goto(drawer.url());
    await drawer.getByRole("button", { name: parole("deleghe.dettaglio.revoca") }).click();
    await expect(drawer.getByText(parole("deleghe.fatti.revocata"))).toBeVisible();
    await drawer.goBack();
    await expect(drawer.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(drawer.getByRole("button", { name: parole("deleghe.dettaglio.revoca") })).toHaveCount(0);
    await old.getByRole("button", { name: parole("deleghe.dettaglio.revoca") }).click();
    await expect(old.getByRole("alert").first()).toHaveText(parole("deleghe.rifiuti.gia_chiusa"));
    await expect(
      old.getByRole("link", { name: parole("deleghe.storiaDi", { chi: figlio.nome }) }),
    ).toBeVisible();
  });
}

test("two tabs on two drawers: each form acts on its own drawer, and on no other", async ({
  enter,
  ask,
  faults,
}) => {
  faults.expectStatus(404);
  const [una, altra] = [await aPersona("Una", { datore: true }), await aPersona("Altra", { datore: true })];
  const figlio = await aPersona("Figlio", { delegato: true });
  const [di1, di2] = [await aDelega(una, { persona: figlio }), await aDelega(altra, { persona: figlio })];
  const page = await enter(figlio);
  await page.goto(`/cassetto/${di1}/delega`);
  const second = await page.context().newPage();
  await second.goto(`/cassetto/${di2}/delega`);
  // The form of the first tab, sent with the drawer of the second.
  await page.locator('input[name="posizione"]').evaluate((input, id) => {
    (input as HTMLInputElement).value = id;
  }, di2);
  await page.getByRole("button", { name: parole("deleghe.mia.conferma") }).click();
  await expect(page.getByRole("heading", { name: parole("errori.nonTrovato.titolo") })).toBeVisible();
  await second.reload();
  await expect(second.getByRole("complementary")).toContainText(altra.nome);
  await page.goto(`/cassetto/${di1}/delega`);
  await page.getByRole("button", { name: parole("deleghe.mia.conferma") }).click();
  await expect(page.getByText(parole("deleghe.fatti.rinunciata"))).toBeVisible();
  await second.reload();
  await expect(second.getByRole("complementary")).toContainText(altra.nome);
  expect((await ask("/api/salute")).status).toBe(200);
});

test("a datore who asks for it is told by mail once a day that somebody was in, and nothing more", async ({
  enter,
}) => {
  const madre = await aPersona("Madre", { datore: true });
  const figlio = await aPersona("Figlio", { delegato: true });
  const drawer = await aDelega(madre, { persona: figlio });
  const page = await enter(madre);
  await page.goto(`/cassetto/${drawer}/deleghe`);
  await page.getByLabel(parole("deleghe.avvisi.etichetta")).check();
  await page.getByRole("button", { name: parole("deleghe.avvisi.salva") }).click();
  await expect(page.getByText(parole("deleghe.fatti.salvato"))).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(parole("deleghe.avvisi.etichetta"))).toBeChecked();

  const other = await enter(figlio);
  await other.goto(`/cassetto/${drawer}`);
  await other.goto(`/cassetto/${drawer}/pagamenti`);
  const mails = () => readPosta(`${madre.codiceFiscale.toLowerCase()}@posta.example`);
  await expect.poll(() => mails().length, { timeout: 20_000 }).toBe(1);
  for (const personal of ["Madre", "Figlio", drawer, madre.codiceFiscale]) {
    expect(mails()[0]?.replace(/^To: .*$/m, "")).not.toContain(personal);
  }
});

/** Where the menu leads that ends so: its words differ between a bar and a column, its entries do not. */
async function menu(page: Page, end: string) {
  await page.goto((await page.locator(`nav a[href$="${end}"]`).first().getAttribute("href")) ?? "");
}
