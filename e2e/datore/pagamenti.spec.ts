import type { Page } from "@playwright/test";
import {
  type Contributo,
  contributiOf,
  euro,
  giorno,
  nomeOf,
  rapportiOf,
  righeOf,
  totaliOf,
} from "../fixtures/archivio";
import { aPersona } from "../fixtures/gente";
import { type Chiave, parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

for (const chiave of ["anna", "dario", "hans"] as const) {
  test(`the payments of ${chiave} are to the cent what the archive amounts to`, async ({
    logIn,
    cassetto,
  }) => {
    const page = await logIn(chiave);
    const { codiceFiscale } = personaOf(chiave);
    await page.goto(`${await cassetto(chiave)}/pagamenti`);
    await expectTotals(page, chiave);
    expect(await rowsOf(page)).toEqual(righeOf(codiceFiscale).map((riga) => rowFor(riga, chiave)));

    const open = contributiOf(codiceFiscale).filter(({ residuo }) => residuo > 0);
    const due = page.getByRole("region", { name: parole("pagamenti.daPagare") });
    for (const { trimestre, anno, residuo, avviso } of open) {
      const entry = due
        .getByRole((await isWide(page)) ? "row" : "listitem")
        .filter({ hasText: `${trimestre}° trimestre ${anno}` });
      await expect(entry).toContainText(euro(residuo));
      await expect(entry).toContainText(avviso.replace(/(\d{4})(?=\d)/g, "$1 "));
    }
    if (open.length === 0) await expect(due).toContainText(parole("pagamenti.niente"));
    await expectNoOverflow(page);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`a datore asks to be reminded of due dates, and then not any more, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
  }) => {
    test.skip(ownerSettings() === null, "the owner's database is not to be had: nobody can be made");
    const page = await enter(await aPersona("Smemorato", { datore: true }), { javaScriptEnabled });
    await page.goto("/cassetto");
    await page.goto(`${new URL(page.url()).pathname}/pagamenti`);
    const box = page.getByLabel(parole("pagamenti.promemoria.etichetta"));
    await expect(box).not.toBeChecked();
    for (const fatto of ["attivo", "spento"] as const) {
      await box.setChecked(fatto === "attivo");
      await page.getByRole("button", { name: parole("pagamenti.promemoria.salva") }).click();
      await expect(page.getByText(parole(`pagamenti.promemoria.fatti.${fatto}`))).toBeVisible();
      await page.reload();
      await expect(box).toBeChecked({ checked: fatto === "attivo" });
    }
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
  });
}

test("years by quarters say each state in words", async ({ asDatore: page, cassetto }) => {
  await page.goto(`${await cassetto("anna")}/pagamenti`);
  const years = page.getByRole("table", { name: parole("pagamenti.spiegazione") });
  if (!(await isWide(page))) return expect(years).toBeHidden();
  const cells = years.getByRole("row").filter({ hasText: /^2024/ }).getByRole("cell");
  await expect(cells.nth(0)).toContainText(parole("pagamenti.celle.pagato"));
  await expect(cells.nth(2)).toContainText(parole("pagamenti.celle.sospeso"));
  await expect(cells.nth(3)).toContainText(parole("pagamenti.celle.pagato_in_parte"));
  const current = years.getByRole("row").filter({ hasText: /^2026/ }).getByRole("cell");
  await expect(current.nth(1)).toContainText(parole("pagamenti.celle.scaduto"));
  await expect(current.nth(3)).toContainText("Entro 11/01");
});

test("the payments of one rapporto are those of no other", async ({ asDatore: page, cassetto }) => {
  const [attivo, cessato] = rapportiOf(personaOf("anna").codiceFiscale);
  await page.goto(`${await cassetto("anna")}/rapporti/${attivo?.codice}/pagamenti`);
  const mine = righeOf(personaOf("anna").codiceFiscale).filter(({ rapporto }) => rapporto === attivo?.codice);
  expect((await rowsOf(page)).length).toBe(mine.length);
  await expect(page.getByRole("main")).not.toContainText(nomeOf(cessato?.lavoratore ?? ""));
  await page.goto(`${await cassetto("anna")}/rapporti/${cessato?.codice}/pagamenti`);
  await expect(page.getByText(parole("pagamenti.vuoto"))).toBeVisible();
});

async function expectTotals(page: Page, chiave: Chiave) {
  const { pagati, scaduti, inScadenza } = totaliOf(personaOf(chiave).codiceFiscale);
  for (const [key, importo] of Object.entries({ pagati, scaduti, inScadenza })) {
    const name = parole(`pagamenti.${key}`);
    const total = page
      .locator("dl > div")
      .filter({ has: page.getByRole("term").getByText(name, { exact: true }) });
    await expect(total.getByRole("definition"), name).toHaveText(euro(importo));
  }
}

/** The rows of "Tutti i pagamenti", each as its cells; those with a year alone left out. */
async function rowsOf(page: Page): Promise<string[][]> {
  const region = page.getByRole("region", { name: parole("pagamenti.tutti"), exact: true });
  const rows = await region
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")));
  return rows.filter((cells) => cells.length > 1);
}

function rowFor(riga: Contributo, chiave: Chiave): string[] {
  const mine = rapportiOf(personaOf(chiave).codiceFiscale);
  const lavoratore = mine.find(({ codice }) => codice === riga.rapporto)?.lavoratore ?? "";
  const extra = riga.eccedenza > 0 ? parole("pagamenti.eccedenza", { importo: euro(riga.eccedenza) }) : "";
  return [
    `${riga.trimestre}° trimestre ${riga.anno}`,
    ...(mine.length > 1 ? [nomeOf(lavoratore)] : []),
    parole(`pagamenti.stati.${riga.stato}`),
    riga.ultimoVersamento ? giorno(riga.ultimoVersamento) : "–",
    euro(riga.importo),
    euro(riga.pagato) + extra,
    // What is still to be paid has its link where it is told to pay it.
    riga.residuo > 0 ? "" : parole("quesiti.chiedi.breve"),
  ];
}

const isWide = async (page: Page) => (page.viewportSize()?.width ?? 0) >= 992;
