import { aPersona } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`sede.posizioni.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an officer finds a posizione with a reason, reads its drawer, and the datore sees both, ${how}`, async ({
    enter,
    faults,
  }) => {
    test.slow();
    const sede = await aSede();
    const cognome = `Cercata${javaScriptEnabled ? "si" : "no"}`;
    const datore = await aDatoreDi(sede, cognome);
    const olga = await aPersona("Olga", { sede: { codice: sede } });
    const quesito = await aQuesito(sede, datore, "Da guardare");
    const page = await enter(olga, { javaScriptEnabled });
    await page.goto("/sede/posizioni");
    const cerca = () => page.getByRole("button", { name: p("bottone"), exact: true }).click();
    await page.getByLabel(p("cerca")).fill(datore.codiceFiscale);
    await page.getByLabel(p("motivo")).fill("boh");
    await cerca();
    await expect(page.getByText(parole("sede.errori.motivo")).first()).toBeVisible();
    await expect(page.getByLabel(p("cerca"))).toHaveValue(datore.codiceFiscale);
    await page.getByLabel(p("motivo")).fill("Telefonata del datore");
    await cerca();
    await expect(page.getByRole("heading", { name: `${cognome} Prova` })).toBeVisible();
    expect(page.url(), "nothing of it stands in the address").toMatch(/\/sede\/posizioni$/);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);

    // The reason stays for the next search; of another sede's people nothing is found.
    await expect(page.getByLabel(p("motivo"))).toHaveValue("Telefonata del datore");
    await page.getByLabel(p("cerca")).fill("RSSNNA44E57X500W");
    await cerca();
    await expect(page.getByText("Nessuna posizione della tua Sede")).toBeVisible();
    faults.expectStatus(404, 403);
    expect((await page.goto(`/cassetto/${datore.posizione}`))?.status(), "found is not opened").toBe(404);

    await page.goto("/sede/posizioni");
    await page.getByLabel(p("cerca")).fill(cognome);
    await page.getByLabel(p("motivo")).fill("Verifica dei versamenti");
    await cerca();
    await page
      .getByRole("button", { name: p("apriDi", { chi: datore.nome }) })
      .first()
      .click();
    await expect(page).toHaveURL(`/cassetto/${datore.posizione}`);
    for (const part of ["", "/rapporti", "/pagamenti", "/anagrafica"]) {
      await page.goto(`/cassetto/${datore.posizione}${part}`);
      await expect(page.getByRole("complementary")).toContainText("Consultazione d'ufficio");
      await expect(page.getByRole("complementary")).toContainText(datore.nome);
      await expect(page.locator("main form[method=post], main form[action='']"), part).toHaveCount(0);
      const closed = page.locator(
        'a:is([href*="/comunicazioni"], [href*="/delegh"], [href$="/delega"], [href$="/accessi"])',
      );
      await expect(closed.and(page.locator('[href^="/cassetto"]')), `links of ${part}`).toHaveCount(0);
      await expectNoOverflow(page);
      if (javaScriptEnabled) await expectNoViolations(page);
    }
    // What is open there is worked on at the sede, in its words.
    await page.goto(`/cassetto/${datore.posizione}`);
    const aperti = page.getByRole("region", { name: parole("quesiti.inCorso.titoloSede") });
    await expect(aperti).toContainText(parole("sede.stati.inviato"));
    await expect(aperti.getByRole("link")).toHaveAttribute("href", quesito.pagina);
    for (const part of ["/comunicazioni", "/deleghe", "/deleghe/nuova", "/delega", "/accessi"]) {
      expect([403, 404], part).toContain((await page.goto(`/cassetto/${datore.posizione}${part}`))?.status());
    }
    for (const file of ["pagamenti.csv", "scadenze.ics"]) {
      const answer = await page.request.get(`/cassetto/${datore.posizione}/${file}`);
      expect(answer.status(), file).toBe(200);
    }

    const own = await enter(datore, { javaScriptEnabled });
    await own.goto(`/cassetto/${datore.posizione}/accessi`);
    const register = own.getByRole("table");
    await expect(register).toContainText("Motivo: Telefonata del datore");
    await expect(register).toContainText("Motivo: Verifica dei versamenti");
    const opening = own.getByRole("row").filter({ hasText: parole("accessi.cose.apertura") });
    await expect(opening).toContainText(olga.nome);
    await expect(opening).toContainText("Motivo: Verifica dei versamenti");
    await expect(own.getByRole("row").filter({ hasText: parole("accessi.cose.pagamenti") })).toHaveCount(3);
    await expect(own.getByRole("row").filter({ hasText: parole("accessi.cose.ricerca") })).not.toHaveCount(0);
  });
}
