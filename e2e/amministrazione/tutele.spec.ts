import { aDelega, aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`deleghe.tutele.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  test(`a tutela entered by mistake is found, ended with a reason, and shuts at once, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
    logIn,
    faults,
  }) => {
    test.slow();
    const anziana = await aPersona("Anziana", { datore: true });
    const estranea = await aPersona("Estranea", { delegato: true });
    const drawer = await aDelega(anziana, { persona: estranea }, { titolo: "tutore" });
    const other = await enter(estranea, { javaScriptEnabled });
    await other.goto(`/cassetto/${drawer}/pagamenti`);
    await expect(other.getByRole("complementary")).toContainText(parole("banner.come.tutore"));

    const page = await logIn("nora", { javaScriptEnabled });
    await page.goto("/amministrazione/tutele");
    await page.getByLabel(p("cerca")).fill("nessuno");
    await page.getByRole("button", { name: p("trova"), exact: true }).click();
    await expect(page.getByText(p("nessunaTrovata"))).toBeVisible();
    await page.getByLabel(p("cerca")).fill(estranea.codiceFiscale.toLowerCase());
    await page.getByRole("button", { name: p("trova"), exact: true }).click();
    expect(page.url(), "no codice fiscale stands in an address").not.toContain(
      estranea.codiceFiscale.toLowerCase(),
    );
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    const chi = { chi: estranea.nome, datore: anziana.nome };
    await page.getByRole("link", { name: p("chiudiDi", chi) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(p("chiPerChi", chi));
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByRole("button", { name: p("chiudiBottone") }).click();
    await expect(page.getByText(parole("deleghe.errori.motivoTutela")).first()).toBeVisible();
    await page.getByLabel(p("perche")).fill("Codice fiscale sbagliato");
    await page.getByRole("button", { name: p("chiudiBottone") }).click();
    await expect(page.getByText(parole("deleghe.fatti.tutela_chiusa"))).toBeVisible();

    faults.expectStatus(404);
    await other.reload();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));
    const datore = await enter(anziana, { javaScriptEnabled });
    const [delega] = await ownerSql()`select id from deleghe where posizione_id = ${drawer}`;
    await datore.goto(`/cassetto/${drawer}/deleghe/${delega?.id}`);
    await expect(datore.getByText(parole("deleghe.eventi.chiusa_da_istituto"))).toBeVisible();
    await expect(datore.getByText("Codice fiscale sbagliato")).toBeVisible();
  });
}
