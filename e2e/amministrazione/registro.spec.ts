import { aPersona } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aSede } from "../fixtures/sede";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { inventCodiceFiscale, ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`registro.${key}`, values);
const ps = (key: string, values = {}) => parole(`sede.posizioni.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  test(`the register says who of a sede opened a drawer and why, and whose only of who is asked about, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
    logIn,
  }) => {
    test.slow();
    const sede = await aSede();
    const lettere = inventCodiceFiscale().slice(0, 6).toLowerCase();
    const datore = await aDatoreDi(sede, `Guardata${lettere}`);
    const operatrice = await aPersona(`Curiosa${lettere}`, { sede: { codice: sede } });
    const motivo = `Verifica ${lettere}`;
    const officer = await enter(operatrice, { javaScriptEnabled });
    await officer.goto("/sede/posizioni");
    await officer.getByLabel(ps("cerca")).fill(datore.codiceFiscale);
    await officer.getByLabel(ps("motivo")).fill(motivo);
    await officer.getByRole("button", { name: ps("bottone"), exact: true }).click();
    await officer.getByRole("button", { name: ps("apri") }).click();
    await expect(officer).toHaveURL(new RegExp(`/cassetto/${datore.posizione}$`));

    const page = await logIn("nora", { javaScriptEnabled });
    const check = async () => {
      await expectNoOverflow(page);
      if (javaScriptEnabled) await expectNoViolations(page);
      expect(page.url()).not.toMatch(new RegExp(`${operatrice.codiceFiscale}|${datore.codiceFiscale}`, "i"));
    };
    await page.goto("/amministrazione/registro");
    const suoi = page.getByRole("row").filter({ hasText: motivo });
    await expect(suoi.first()).toContainText(operatrice.nome);
    await expect(page.getByText(datore.nome)).toHaveCount(0);
    await check();

    await page.getByLabel(p("cerca")).fill("nessuno");
    await page.getByRole("button", { name: p("trova"), exact: true }).click();
    await expect(page.getByText(p("nessunoDi"))).toBeVisible();
    await page.getByLabel(p("cerca")).fill(operatrice.codiceFiscale.toLowerCase());
    await page.getByRole("button", { name: p("trova"), exact: true }).click();
    // Found, opened, looked at.
    await expect(suoi).toHaveCount(3);
    for (const riga of await suoi.all()) await expect(riga).toContainText(datore.nome);
    await check();
    await page.getByRole("link", { name: p("azzera") }).click();
    await expect(page.getByText(datore.nome)).toHaveCount(0);
  });
}
