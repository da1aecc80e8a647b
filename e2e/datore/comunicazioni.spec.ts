import type { Page } from "@playwright/test";
import { aDelega, aPersona, type Gente } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { answerAsSede, closeAsSede, sendQuesito } from "../fixtures/quesiti";
import { beginSession } from "../fixtures/session";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const button = (page: Page, key: string) => page.getByRole("button", { name: parole(key), exact: true });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a question goes to the sede, an answer comes back, and all of it stays, ${how}`, async ({
    enter,
  }) => {
    test.slow();
    const madre = await aPersona("Quercetani", { datore: true });
    const page = await enter(madre, { javaScriptEnabled });
    const look = () => lookAt(page, madre, javaScriptEnabled);
    await page.goto("/cassetto");
    const drawer = new URL(page.url()).pathname;
    await page.goto(`${drawer}/comunicazioni`);
    await expect(page.getByText(parole("quesiti.nessuno"))).toBeVisible();
    await look();

    await page.getByRole("link", { name: parole("quesiti.scrivi") }).click();
    await button(page, "quesiti.nuova.continua").click();
    await expect(page.getByText(parole("quesiti.errori.argomento")).first()).toBeVisible();
    await page.getByRole("radio", { name: /Variazione di un dato anagrafico/ }).check();
    await look();
    await button(page, "quesiti.nuova.continua").click();
    await page.waitForURL(/\/testo$/);
    const steps = page.url().replace(/\/testo$/, "");
    await button(page, "quesiti.testo.avanti").click();
    await expect(page.getByText(parole("quesiti.errori.oggetto")).first()).toBeVisible();
    await page.getByLabel(parole("quesiti.testo.oggetto")).fill("Cambio d'indirizzo");
    await page.getByLabel(parole("quesiti.testo.testo"), { exact: true }).fill("Ho cambiato casa.\n\nGrazie");
    if (javaScriptEnabled) {
      await expect(page.getByText(parole("quesiti.testo.salvato"), { exact: true })).toBeVisible();
      await page.reload();
      await expect(page.getByLabel(parole("quesiti.testo.oggetto"))).toHaveValue("Cambio d'indirizzo");
    }
    await look();
    await button(page, "quesiti.testo.dopo").click();
    await expect(page.getByText(parole("quesiti.fatti.salvata"))).toBeVisible();
    await look();

    const altrove = await enter(madre, { javaScriptEnabled });
    await altrove.goto(`${drawer}/comunicazioni`);
    await altrove.getByRole("link", { name: /^Riprendi: Cambio/ }).click();
    await expect(altrove.getByLabel(parole("quesiti.testo.testo"), { exact: true })).toHaveValue(
      "Ho cambiato casa.\n\nGrazie",
    );
    await button(altrove, "quesiti.testo.avanti").click();
    await altrove.waitForURL(/\/allegati$/);
    await button(altrove, "allegati.avanti").click();
    await altrove.waitForURL(/\/riepilogo$/);

    await page.goto(`${steps}/riepilogo`);
    await expect(page.getByText(parole("quesiti.riepilogo.sedeSpiegaPosizione"))).toBeVisible();
    await expect(page.getByText("23 dicembre 2026")).toBeVisible();
    await look();
    if (javaScriptEnabled) await button(page, "quesiti.riepilogo.invia").dblclick();
    else await button(page, "quesiti.riepilogo.invia").click();
    await page.waitForURL(/\/ricevuta\?/);
    const protocollo = /comunicazioni\/([0-9.]+)\//.exec(page.url())?.[1] ?? "";
    await expect(page.getByText(protocollo, { exact: true })).toBeVisible();
    await look();
    const pdf = await page.request.get(`${drawer}/comunicazioni/${protocollo}/ricevuta.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    // Back, or a step left open in another tab: the same receipt.
    await page.goto(`${steps}/riepilogo`);
    await expect(page).toHaveURL(new RegExp(`${protocollo}/ricevuta`));

    await answerAsSede(protocollo, "Quale indirizzo?\n<b>Ci scriva</b>", "richiesta");
    await page.goto(drawer);
    const voce = page.getByRole("navigation").getByRole("link", { name: /una risposta da leggere/ });
    await expect(voce.filter({ visible: true })).toHaveCount(1);
    await look();
    await page.getByRole("main").getByRole("link", { name: "Cambio d'indirizzo" }).click();
    await expect(page.getByText("<b>Ci scriva</b>"), "text is shown as text").toBeVisible();
    await expect(page.getByText(parole("quesiti.conversazione.nuovo"), { exact: true })).toBeVisible();
    await expect(page.getByText(`${parole("quesiti.orologio.fermo")}.`)).toBeVisible();
    await expect(voce).toHaveCount(0);
    await look();
    await button(page, "quesiti.rispondi.invia").click();
    await expect(page.getByText(parole("quesiti.errori.testo")).first()).toBeVisible();
    const risposta = page.getByLabel(parole("quesiti.rispondi.testo"), { exact: true });
    await risposta.fill("Via Nuova 1");
    await button(page, "quesiti.rispondi.allegati").click();
    await page.waitForURL(/\/allegati$/);
    await altrove.goto(`${drawer}/comunicazioni/${protocollo}`);
    const cominciata = altrove.getByLabel(parole("quesiti.rispondi.testo"), { exact: true });
    await expect(cominciata, "what was begun is there on another device too").toHaveValue("Via Nuova 1");
    await button(page, "allegati.avanti").click();
    await page.waitForURL(/\/riepilogo$/);
    await expect(page.getByText("Via Nuova 1")).toBeVisible();
    await look();
    await button(page, "quesiti.riepilogo.invia").click();
    await page.waitForURL(/\/ricevuta\?messaggio=/);
    await page.getByRole("link", { name: parole("quesiti.ricevuta.conversazione") }).click();
    await expect(page.getByText("Via Nuova 1")).toBeVisible();
    await expect(page.getByText(parole("quesiti.eventi.integrato"))).toBeVisible();

    await page.getByRole("link", { name: parole("quesiti.chiudi.apri") }).click();
    await look();
    await button(page, "quesiti.chiudi.conferma").click();
    await expect(page.getByText(parole("quesiti.fatti.chiuso"))).toBeVisible();
    await risposta.fill("Ancora una cosa");
    await button(page, "quesiti.rispondi.invia").click();
    await page.waitForURL(/\/ricevuta\?messaggio=/);
    await page.goto(`${drawer}/comunicazioni/${protocollo}`);
    await expect(page.getByText(parole("quesiti.eventi.riaperto"))).toBeVisible();

    await page.goto(`${drawer}/comunicazioni`);
    await page.getByLabel(parole("quesiti.filtro.cerca")).fill("indirizzi");
    await button(page, "quesiti.filtro.filtra").click();
    await expect(page.getByRole("link", { name: "Cambio d'indirizzo" })).toBeVisible();
    await page.getByLabel(parole("quesiti.filtro.cerca")).fill("pensione");
    await button(page, "quesiti.filtro.filtra").click();
    await expect(page.getByText(parole("quesiti.nessunoTrovato"))).toBeVisible();
    await look();
  });
}

test("a new question can be written and sent by keyboard alone", async ({ enter }) => {
  test.slow();
  const page = await enter(await aPersona("Tastiera", { datore: true }));
  await page.goto("/cassetto");
  await page.goto(`${new URL(page.url()).pathname}/comunicazioni/nuova`);
  await tabTo(page, 'input[name="argomento"]');
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/testo$/);
  await tabTo(page, "#oggetto");
  await page.keyboard.type("Avviso inesatto");
  await tabTo(page, "#testo");
  await page.keyboard.type("Le ore non tornano.");
  await expect(page.getByText(parole("quesiti.testo.salvato"), { exact: true })).toBeVisible();
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/allegati$/);
  await tabTo(page, 'main button[value="avanti"]');
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/riepilogo$/);
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/ricevuta\?/);
});

test("a delegato who only reads sees the thread and is told why not to write", async ({ enter, ask }) => {
  const madre = await aPersona("Madre", { datore: true });
  const figlio = await aPersona("Figlio", { delegato: true });
  const drawer = `/cassetto/${await aDelega(madre, { persona: figlio }, { ambito: "consultazione" })}`;
  const protocollo = await sendQuesito(ask, await beginSession(ask, madre), drawer, "Solo da leggere");
  const page = await enter(figlio);
  for (const address of ["", "/nuova"]) {
    await page.goto(`${drawer}/comunicazioni${address}`);
    await expect(page.getByText(parole("quesiti.soloConsultazione"))).toBeVisible();
    await lookAt(page, madre, true);
  }
  await page.goto(`${drawer}/comunicazioni/${protocollo}`);
  await expect(page.getByRole("heading", { name: madre.nome })).toBeVisible();
  await expect(page.getByText(parole("quesiti.rispondi.solaLettura"))).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto(`${drawer}`);
  await expect(page.getByRole("link", { name: "Solo da leggere" })).toBeVisible();
});

test("what was closed too long ago stays to be read, and leads to a new question", async ({ enter, ask }) => {
  const madre = await aPersona("Madre", { datore: true });
  const page = await enter(madre);
  await page.goto("/cassetto");
  const drawer = new URL(page.url()).pathname;
  const protocollo = await sendQuesito(ask, await beginSession(ask, madre), drawer, "Finito da tempo");
  await closeAsSede(protocollo, 31);
  await page.goto(`${drawer}/comunicazioni/${protocollo}`);
  await expect(page.getByRole("heading", { name: parole("quesiti.rispondi.tardi") })).toBeVisible();
  await lookAt(page, madre, true);
  await page.getByRole("link", { name: parole("quesiti.rispondi.nuovo") }).click();
  await expect(page.getByRole("radio", { name: /Variazione di un dato anagrafico/ })).toBeChecked();
  await page.goto(drawer);
  await expect(page.getByRole("heading", { name: parole("quesiti.inCorso.titolo") })).toHaveCount(0);
});

test("from what is not in order the question begins with what it is about", async ({ asDatore: page }) => {
  await page.goto("/cassetto");
  await page.getByRole("link", { name: /^Chiedi alla Sede: Secondo trimestre 2026/ }).click();
  await expect(page.getByRole("radio", { name: /Maria Cojocaru/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: /Contributi versati e non risultanti/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /2° trimestre 2026/ })).toBeChecked();
  await page.goto("/cassetto");
  await page.goto(`${page.url()}/pagamenti`);
  await page
    .getByRole("link", { name: /^Chiedi alla Sede: 2° trimestre 2026/ })
    .filter({ visible: true })
    .click();
  await expect(page.getByRole("radio", { name: /Importo o dati/ })).toBeChecked();
});

/** Anybody can read the page, and neither its address nor its title names anybody. */
async function lookAt(page: Page, { nome, codiceFiscale }: Gente, axe: boolean) {
  await expectNoOverflow(page);
  if (axe) await expectNoViolations(page);
  const cognome = nome.split(" ")[1] ?? "";
  const open = `${decodeURIComponent(page.url())} ${await page.title()}`.toLowerCase();
  for (const personal of [cognome, codiceFiscale]) expect(open).not.toContain(personal.toLowerCase());
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, selector: string) {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((where) => document.activeElement?.matches(where), selector)) return;
  }
  throw new Error(`no way to ${selector}`);
}
