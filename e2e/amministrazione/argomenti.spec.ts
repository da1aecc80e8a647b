import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an amministratore adds an argomento, gives it another term, and offers it no more, ${how}`, async ({
    logIn,
  }, { project }) => {
    const page = await logIn("nora", { javaScriptEnabled });
    const nome = `Prova ${project.name} ${javaScriptEnabled ? "prima" : "seconda"} ${Date.now()}`;
    await page.goto("/amministrazione/argomenti");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("argomenti.titolo"));
    if (javaScriptEnabled) await expectNoViolations(page);

    await page.getByRole("button", { name: parole("argomenti.crea") }).click();
    await expect(page.getByText(parole("argomenti.errori.categoria")).first()).toBeVisible();
    await page.getByLabel(parole("argomenti.categoria")).selectOption("rapporti");
    await page.getByLabel(parole("argomenti.nome"), { exact: true }).fill(nome);
    await page.getByLabel(parole("argomenti.termine"), { exact: true }).fill("181");
    await page.getByRole("button", { name: parole("argomenti.crea") }).click();
    await expect(page.getByText(parole("argomenti.errori.termine")).first()).toBeVisible();
    await expect(page.getByLabel(parole("argomenti.nome"), { exact: true })).toHaveValue(nome);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(parole("argomenti.termine"), { exact: true }).fill("180");
    await page.getByRole("button", { name: parole("argomenti.crea") }).click();
    await expect(page.getByText(parole("argomenti.fatti.creato"))).toBeVisible();

    const riga = page.getByRole("listitem").filter({ hasText: nome });
    await expect(riga).toContainText("180 giorni");
    await expect(riga).toContainText(parole("argomenti.offerto"));
    await riga.getByRole("link", { name: parole("argomenti.cambiaDi", { nome }) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(nome);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(parole("argomenti.termine"), { exact: true }).fill("1");
    await page.getByLabel(parole("argomenti.attivoNo"), { exact: false }).last().check();
    await page.getByRole("button", { name: parole("argomenti.salva") }).click();
    await expect(page.getByText(parole("argomenti.fatti.cambiato"))).toBeVisible();
    await expect(riga).toContainText("1 giorno");
    await expect(riga).toContainText(parole("argomenti.nonOfferto"));
    await expectNoOverflow(page);
  });
}

test("an argomento that is none is not found", async ({ asAmministratore: page, faults }) => {
  faults.expectStatus(404);
  expect((await page.goto("/amministrazione/argomenti/inventato"))?.status()).toBe(404);
});
