import { nomeOf, readArchivio, soggettoOf } from "../fixtures/archivio";
import { parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, test } from "../fixtures/test";

const mie = readArchivio("deleghe").filter(
  ({ delegato, stato }) => delegato === "I00001" && stato === "attiva",
);
const DELEGANTE = mie[7]?.datore ?? "";

for (const javaScriptEnabled of [true, false]) {
  test(`an intermediario finds a delegante and acts for them ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    logIn,
  }) => {
    const page = await logIn("carla", { javaScriptEnabled });
    const list = page.getByRole("rowheader");
    await page.goto("/cassetto");
    await expect(page).toHaveURL("/deleganti");
    await expect(page.getByText(`${mie.length} deleghe attive.`)).toBeVisible();
    expect(mie).toHaveLength(40);
    await expect(list).toHaveCount(40);
    const shown = await list.evaluateAll((items) => items.map((item) => item.textContent ?? ""));
    for (const { datore = "" } of mie) {
      expect(
        shown.some((text) => text.includes(datore)),
        datore,
      ).toBe(true);
    }
    const dario = personaOf("dario").codiceFiscale;
    expect(shown.some((text) => text.includes(dario) || text.includes("Greco Dario"))).toBe(false);
    await expectNoOverflow(page);

    const { cognome = "", nome = "" } = soggettoOf(DELEGANTE);
    await search(cognome.toUpperCase());
    expect(await list.count()).toBeLessThan(40);
    await search(`${nome} ${cognome}`);
    await expect(list.filter({ hasText: DELEGANTE })).toHaveCount(1);
    await search(DELEGANTE.toLowerCase());
    await expect(list).toHaveCount(1);
    await search(dario);
    await expect(page.getByText(parole("deleganti.nessunoTrovato"))).toBeVisible();
    await page.getByRole("link", { name: parole("deleganti.azzera") }).click();
    await expect(list).toHaveCount(40);

    await list.filter({ hasText: DELEGANTE }).getByRole("link").click();
    const banner = page.getByRole("complementary");
    await expect(banner).toContainText(
      `Agisci per ${nomeOf(DELEGANTE)}, come intermediario (Studio Moretti).`,
    );
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      parole("panoramica.titoloAltri", { nome: nomeOf(DELEGANTE) }),
    );
    await expect(page.getByRole("link", { name: /^(Accessi|Chi ha aperto)/ })).toHaveCount(0);
    await page
      .getByRole("link", { name: /^(Pagamenti)$/ })
      .first()
      .click();
    await expect(banner).toContainText(nomeOf(DELEGANTE));
    await expectNoOverflow(page);
    await banner.getByRole("link", { name: parole("banner.cambia") }).click();
    // With JavaScript the same link opens the dialog (cambia-cassetto.spec.ts).
    if (javaScriptEnabled) return expect(page.getByRole("dialog")).toBeVisible();
    await expect(page).toHaveURL(/\/deleganti\?da=/);
    await list.first().getByRole("link").click();
    await expect(page, "the same page of the other drawer").toHaveURL(/\/pagamenti$/);

    async function search(text: string) {
      await page.getByLabel(parole("deleganti.cerca")).fill(text);
      await page.getByRole("button", { name: parole("deleganti.filtra") }).click();
      await expect(page.getByLabel(parole("deleganti.cerca"))).toHaveValue(text);
    }
  });
}

test("an intermediario works through ten drawers, always knowing whose it is", async ({
  asIntermediario: page,
}) => {
  test.slow();
  await page.goto("/deleganti");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.goto(`${page.url()}/pagamenti`);
  for (const { datore = "" } of mie.slice(10, 20)) {
    const before = page.url();
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(parole("cambia.cerca")).fill(datore);
    await dialog.getByRole("link", { name: datore }).click();
    await expect(page).not.toHaveURL(before);
    await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}\/pagamenti$/);
    await expect(page.getByRole("complementary")).toContainText(nomeOf(datore));
  }
});

test("a soggetto delegato sees for whom they act, and only that one", async ({ asDelegato: page }) => {
  await page.goto("/cassetto");
  await expect(page).toHaveURL("/deleganti");
  await expect(page.getByText("Una delega attiva.")).toBeVisible();
  await expect(page.getByLabel(parole("deleganti.cerca")), "nothing to search for among one").toHaveCount(0);
  await page.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("complementary")).toContainText("Agisci per Anna Rossi, come suo delegato.");
});
