import { aPersona } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`sede.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`many quesiti are given to a colleague at once, all or none, ${how}`, async ({ enter }) => {
    const sede = await aSede();
    const datore = await aDatoreDi(sede, "Signora");
    const [olga, ugo] = [
      await aPersona("Olga", { sede: { codice: sede } }),
      await aPersona("Ugo", { sede: { codice: sede } }),
    ];
    for (const [oggetto, termine] of [
      ["Terzo", "2026-12-21"],
      ["Primo", "2026-11-20"],
      ["Secondo", "2026-11-24"],
    ] as const) {
      await aQuesito(sede, datore, oggetto, { termine });
    }
    const page = await enter(olga, { javaScriptEnabled });
    await page.goto("/sede");
    await expect(page).toHaveURL("/sede/comunicazioni");
    await expect(page.getByRole("rowheader").getByRole("link")).toHaveText(["Primo", "Secondo", "Terzo"]);
    await expect(page.getByRole("row").nth(1)).toContainText("Scaduto da un giorno");
    await expect(page.getByRole("row").nth(2)).toContainText("Un giorno");
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);

    await page.getByRole("button", { name: p("coda.assegnaBottone"), exact: true }).click();
    await expect(page.getByText(p("errori.collega")).first()).toBeVisible();
    const boxes = page.getByRole("checkbox");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByLabel(p("coda.assegnaA"), { exact: true }).selectOption({ label: ugo.nome });
    await page.getByLabel(p("coda.motivo"), { exact: true }).fill("Se ne occupa lui");
    await page.getByRole("button", { name: p("coda.assegnaBottone"), exact: true }).click();
    await expect(page.getByText(p("fatti.assegnati"))).toBeVisible();
    await expect(page.getByRole("rowheader").getByRole("link")).toHaveText(["Terzo"]);

    const other = await enter(ugo, { javaScriptEnabled });
    await other.goto("/sede/comunicazioni?vista=miei");
    await expect(other.getByRole("rowheader").getByRole("link")).toHaveText(["Primo", "Secondo"]);
    // What nobody has read is said in words: in the row, in the list's name, in the menu.
    const row = other.getByRole("row").filter({ hasText: "Un messaggio da leggere" });
    const named = (name: string) => other.getByRole("link", { name }).filter({ visible: true });
    await expect(row).toHaveCount(2);
    await expect(named("2 con novità")).toHaveCount(1);
    await expect(named("2 quesiti con novità")).toHaveCount(1);
    await other.getByRole("rowheader").getByRole("link").first().click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Primo");
    await other.goto("/sede/comunicazioni?vista=miei");
    for (const place of [row, named("Uno con novità"), named("un quesito con novità")])
      await expect(place).toHaveCount(1);
    await other.getByRole("link", { name: p("coda.viste.scaduti") }).click();
    await expect(other.getByRole("rowheader").getByRole("link")).toHaveText(["Primo"]);
    await other.goto("/sede/comunicazioni?vista=sede");
    await other.getByLabel(p("coda.cerca")).fill("second");
    await other.getByRole("button", { name: p("coda.filtra"), exact: true }).click();
    await expect(other.getByRole("rowheader").getByRole("link")).toHaveText(["Secondo"]);
    await other.getByLabel(p("coda.cerca")).fill("zzz");
    await other.getByRole("button", { name: p("coda.filtra"), exact: true }).click();
    await expect(other.getByText(p("coda.vuotaFiltrata"))).toBeVisible();
    if (javaScriptEnabled) await expectNoViolations(other);
  });
}

test("the queue by keys alone: they move, mark, open, explain themselves, and can be switched off", async ({
  enter,
}) => {
  const sede = await aSede();
  const datore = await aDatoreDi(sede, "Signora");
  const olga = await aPersona("Olga", { sede: { codice: sede } });
  await aQuesito(sede, datore, "Primo", { termine: "2026-12-01" });
  const { pagina } = await aQuesito(sede, datore, "Secondo", { termine: "2026-12-02" });
  const page = await enter(olga);
  await page.goto("/sede/comunicazioni");
  const [primo, secondo] = [
    page.getByRole("link", { name: "Primo" }),
    page.getByRole("link", { name: "Secondo" }),
  ];
  await expect(page.locator("html")).toHaveJSProperty("lang", "it");

  await expect(async () => {
    await page.keyboard.press("j");
    await expect(primo.or(secondo).and(page.locator(":focus"))).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press("k");
  await expect(primo).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.keyboard.press("j");
  await expect(secondo).toBeFocused();
  await page.keyboard.press("j");
  await expect(secondo, "there is none after the last").toBeFocused();

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: p("coda.tasti.titolo") });
  await expect(dialog).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // While somebody writes the letters are theirs.
  await page.getByLabel(p("coda.cerca")).focus();
  await page.keyboard.type("jx?o");
  await expect(page.getByLabel(p("coda.cerca"))).toHaveValue("jx?o");
  await expect(dialog).toBeHidden();

  await secondo.focus();
  await page.keyboard.press("?");
  await dialog.getByLabel(p("coda.tasti.attivi")).uncheck();
  await page.keyboard.press("Escape");
  await primo.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await expect(primo, "switched off they do nothing").toBeFocused();
  await expect(dialog).toBeHidden();
  await page.reload();
  await primo.focus();
  await page.keyboard.press("j");
  await expect(primo, "nor after the page was left").toBeFocused();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(async () => {
    await primo.focus();
    await page.keyboard.press("j");
    await expect(secondo).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(pagina);
  await page.goBack();
  await expect(async () => {
    await secondo.focus();
    await page.keyboard.press("p");
    await expect(page).toHaveURL(`${pagina}?fatto=preso`, { timeout: 2_000 });
  }).toPass();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a quesito is taken from its row, and who comes second reads who was first, ${how}`, async ({
    enter,
  }) => {
    const sede = await aSede();
    const datore = await aDatoreDi(sede, "Signora");
    const { pagina } = await aQuesito(sede, datore, "Primo", { termine: "2026-12-01" });
    const [olga, ugo] = [
      await enter(await aPersona("Olga", { sede: { codice: sede } }), { javaScriptEnabled }),
      await enter(await aPersona("Ugo", { sede: { codice: sede } }), { javaScriptEnabled }),
    ];
    const take = (page: typeof olga) => page.getByRole("button", { name: `${p("coda.prendi")}: Primo` });
    for (const page of [olga, ugo]) await page.goto("/sede/comunicazioni");
    await expectNoOverflow(olga);
    if (javaScriptEnabled) await expectNoViolations(olga);
    await take(olga).click();
    await expect(olga).toHaveURL(`${pagina}?fatto=preso`);
    await take(ugo).click();
    await expect(ugo).toHaveURL(`${pagina}?fatto=gia_preso`);
    await expect(ugo.getByText(/Olga/).first()).toBeVisible();
    await ugo.goto("/sede/comunicazioni?vista=sede");
    await expect(take(ugo)).toHaveCount(0);
  });
}
