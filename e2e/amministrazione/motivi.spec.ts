import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";

const p = (key: string, values = {}) => parole(`appuntamenti.motivi.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an amministratore adds a reason, gives it another duration, and offers it no more, ${how}`, async ({
    logIn,
  }, { project }) => {
    const page = await logIn("nora", { javaScriptEnabled });
    const nome = `Prova ${project.name} ${javaScriptEnabled ? "prima" : "seconda"} ${Date.now()}`;
    await page.goto("/amministrazione/motivi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(p("titolo"));
    await expect(page.getByText(p("avvertenza"))).toBeVisible();
    if (javaScriptEnabled) await expectNoViolations(page);

    await page.getByLabel(p("nome"), { exact: true }).fill(nome);
    await page.getByLabel(p("durata"), { exact: true }).fill("181");
    await page.getByLabel(p("categoria"), { exact: true }).selectOption("rapporti");
    await page.getByRole("button", { name: p("crea") }).click();
    await expect(page.getByText(p("errori.durata")).first()).toBeVisible();
    await expect(page.getByLabel(p("nome"), { exact: true })).toHaveValue(nome);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(p("durata"), { exact: true }).fill("180");
    await page.getByRole("button", { name: p("crea") }).click();
    await expect(page.getByText(p("fatti.creato"))).toBeVisible();

    const riga = page.getByRole("listitem").filter({ hasText: nome });
    await expect(riga).toContainText("180 minuti");
    await riga.getByRole("link", { name: p("cambiaDi", { nome }) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(nome);
    await expect(page.getByLabel(p("categoria"), { exact: true })).toHaveValue("rapporti");
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(p("durata"), { exact: true }).fill("45");
    await page
      .getByRole("group", { name: p("attivo") })
      .getByLabel(p("attivoNo"))
      .check();
    await page.getByRole("button", { name: p("salva") }).click();
    await expect(page.getByText(p("fatti.cambiato"))).toBeVisible();
    await expect(riga).toContainText("45 minuti");
    await expect(riga).toContainText(p("nonOfferto"));
    await expectNoOverflow(page);
  });
}

test("a reason that is none is not found", async ({ asAmministratore: page, faults }) => {
  faults.expectStatus(404);
  expect((await page.goto("/amministrazione/motivi/inventato"))?.status()).toBe(404);
});
