import { aPersona } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { anAgenda, vivi } from "../fixtures/prenotazioni";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.prenota.${key}`, values);
/** What an officer reads where it is not what the citizen does. */
const ufficio = (key: string) => parole(`appuntamenti.sportello.${key}`);
const ps = (key: string, values = {}) => parole(`sede.posizioni.${key}`, values);

for (const javaScriptEnabled of [true, false]) {
  test(`a sede books for who is on the phone, from the drawer it opened, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
  }) => {
    test.slow();
    const { datore, pagina, sede } = await anAgenda(`Chiamante${javaScriptEnabled ? "si" : "no"}`);
    const olga = await aPersona("Olga", { sede: { codice: sede } });
    const page = await enter(olga, { javaScriptEnabled });
    const look = async () => {
      await expectNoOverflow(page);
      if (javaScriptEnabled) await expectNoViolations(page);
    };
    await page.goto("/sede/posizioni");
    await page.getByLabel(ps("cerca")).fill(datore.codiceFiscale);
    await page.getByLabel(ps("motivo")).fill("Chiama per un appuntamento");
    await page.getByRole("button", { name: ps("bottone"), exact: true }).click();
    await page
      .getByRole("button", { name: ps("apriDi", { chi: datore.nome }) })
      .first()
      .click();
    await expect(page).toHaveURL(`/cassetto/${datore.posizione}`);
    await page.goto(`${pagina}/nuovo`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ufficio("perche.titolo"));
    await look();
    await page.getByRole("link", { name: /attesa di definizione/ }).click();
    await page.getByRole("link", { name: /^Per telefono/ }).click();
    await look();
    await page.locator("main button[name=orario]").first().click();
    await page.waitForURL(/\/nuovo\/[0-9a-f-]{36}/);
    await expect(page.getByRole("button", { name: p("conferma.aggiungiAllegati") })).toHaveCount(0);
    await look();
    await page.getByLabel(ufficio("conferma.telefono")).fill("06 1234567");
    await page.getByRole("button", { name: p("conferma.conferma"), exact: true }).click();
    await page.waitForURL(/\/appuntamenti\/[0-9A-F]{4}-[0-9A-F]{4}\?fatto=confermato/);
    expect(await vivi(datore.posizione)).toMatchObject([
      { stato: "confermato", profilo: "operatore", telefono: "06 1234567" },
    ]);

    // Nothing of it waits: a sede takes no place on the waiting list.
    await page.goto(`${pagina}/nuovo`);
    await expect(page.getByText(/^C'è già un appuntamento/)).toBeVisible();
    const suo = await enter(datore, { javaScriptEnabled });
    await suo.goto(pagina);
    await expect(suo.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(suo.getByRole("main")).toContainText(parole("appuntamenti.modi.telefono"));
  });
}
