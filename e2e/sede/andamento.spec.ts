import { aPersona } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`sede.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`the responsabile sees load, deadlines and times, and passes on who is away, ${how}`, async ({
    enter,
    faults,
  }) => {
    const sede = await aSede();
    const datore = await aDatoreDi(sede, "Signora");
    const olga = await aPersona("Olga", { sede: { codice: sede } });
    const renzo = await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } });
    await aQuesito(sede, datore, "Vecchio", { termine: "2026-11-02" });
    await aQuesito(sede, datore, "Risposto", {
      inviato_at: "2026-11-01T09:00Z",
      prima_risposta_at: "2026-11-08T10:00Z",
    });
    const officer = await enter(olga, { javaScriptEnabled });
    await officer.goto("/sede/comunicazioni");
    for (const box of await officer.getByRole("checkbox").all()) await box.check();
    await officer.getByLabel(p("coda.assegnaA"), { exact: true }).selectOption({ label: olga.nome });
    await officer.getByLabel(p("coda.motivo"), { exact: true }).fill("Li seguo io");
    await officer.getByRole("button", { name: p("coda.assegnaBottone"), exact: true }).click();
    await expect(officer.getByText(p("fatti.assegnati"))).toBeVisible();
    faults.expectStatus(403);
    expect((await officer.goto("/sede/andamento"))?.status()).toBe(403);
    expect((await officer.goto("/sede/modelli"))?.status()).toBe(403);

    const page = await enter(renzo, { javaScriptEnabled });
    await page.goto("/sede/andamento");
    const load = (nome: string) => page.getByRole("row", { name: nome }).first().getByRole("cell");
    await expect(load(olga.nome)).toHaveText(["2", "1", "0", "0"]);
    await expect(page.getByRole("link", { name: "Vecchio" })).toBeVisible();
    const novembre = page.getByRole("row").filter({ hasText: "novembre 2026" });
    await expect(novembre.getByRole("cell")).toHaveText(["1", "7 giorni", "7 giorni"]);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(p("andamento.categoria"), { exact: true }).selectOption("rapporti");
    await page.getByRole("button", { name: p("andamento.mostra") }).click();
    await expect(page.getByText(p("andamento.nessunTempo"))).toBeVisible();

    await page.getByLabel(p("andamento.da"), { exact: true }).selectOption({ label: `${olga.nome} (2)` });
    await page.getByLabel(p("andamento.a"), { exact: true }).selectOption({ label: olga.nome });
    await page.getByLabel(p("andamento.motivo"), { exact: true }).fill("Assenza");
    await page.getByRole("button", { name: p("andamento.conferma") }).click();
    await expect(page.getByText(p("errori.stessaPersona")).first()).toBeVisible();
    await page.getByLabel(p("andamento.a"), { exact: true }).selectOption({ label: renzo.nome });
    await page.getByRole("button", { name: p("andamento.conferma") }).click();
    await expect(page.getByText(p("andamento.riassegnati"))).toBeVisible();
    await expect(load(olga.nome)).toHaveText(["0", "0", "0", "0"]);
    await expect(load(renzo.nome)).toHaveText(["2", "1", "0", "0"]);

    await page.goto("/sede/modelli");
    await expect(page.getByText(p("modelli.nessuno"))).toBeVisible();
    await page.getByLabel(p("modelli.nome")).fill("Saluti");
    await page.getByLabel(p("modelli.testo")).fill("Cordiali saluti");
    await page.getByRole("button", { name: p("modelli.crea") }).click();
    await expect(page.getByText(p("modelli.fatti.creato"))).toBeVisible();
    await expectNoOverflow(page);
    await page.locator("summary").filter({ hasText: "Saluti" }).click();
    if (javaScriptEnabled) await expectNoViolations(page);
    const form = page.locator("details");
    await form.getByLabel(p("modelli.testo")).fill("Distinti saluti");
    await form.getByRole("button", { name: p("modelli.salva"), exact: true }).click();
    await expect(page.getByText(p("modelli.fatti.cambiato"))).toBeVisible();
    await page.locator("summary").filter({ hasText: "Saluti" }).click();
    await expect(form.getByLabel(p("modelli.testo"))).toHaveValue("Distinti saluti");
    await form.getByRole("button", { name: p("modelli.eliminaDi", { titolo: "Saluti" }) }).click();
    await expect(page.getByText(p("modelli.fatti.eliminato"))).toBeVisible();
    await expect(page.getByText(p("modelli.nessuno"))).toBeVisible();
  });
}

test("what is counted can be printed, and stays legible in forced colours", async ({ enter }) => {
  const sede = await aSede();
  const renzo = await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } });
  const datore = await aDatoreDi(sede, "Signora");
  await aQuesito(sede, datore, "Risposto", {
    inviato_at: "2026-11-01T09:00Z",
    prima_risposta_at: "2026-11-08T10:00Z",
  });
  const page = await enter(renzo);
  await page.emulateMedia({ media: "print" });
  await page.goto("/sede/andamento");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const button of await page.locator("main .bottone").all()) await expect(button).toBeHidden();
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  const bar = page.locator("figure rect").first();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await bar.evaluate((rect) => getComputedStyle(rect).fill)).not.toBe(ground);
});
