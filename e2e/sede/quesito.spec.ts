import type { Page } from "@playwright/test";
import { aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede, letLeave } from "../fixtures/sede";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`sede.${key}`, values);
const press = (page: Page, key: string) => page.getByRole("button", { name: p(key), exact: true }).click();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an officer takes a quesito, answers, stops the answer, sends it and closes, ${how}`, async ({
    enter,
  }) => {
    test.slow();
    const sede = await aSede();
    const datore = await aDatoreDi(sede, "Signora");
    const [olga, ugo] = [
      await aPersona("Olga", { sede: { codice: sede } }),
      await aPersona("Ugo", { sede: { codice: sede } }),
    ];
    const responsabile = await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } });
    const { id, pagina } = await aQuesito(sede, datore, "Importo che non torna");

    const capo = await enter(responsabile, { javaScriptEnabled });
    await capo.goto("/sede/modelli");
    await capo.getByLabel(p("modelli.nome")).fill("Ricalcolo");
    await press(capo, "modelli.crea");
    await expect(capo.getByText(p("errori.testoModello")).first()).toBeVisible();
    await capo.getByLabel(p("modelli.testo")).fill("L'avviso è ricalcolato.");
    await press(capo, "modelli.crea");
    await expect(capo.getByText(p("modelli.fatti.creato"))).toBeVisible();

    // Two who have the same page before them: one takes it, the other is told by whom.
    const page = await enter(olga, { javaScriptEnabled });
    const other = await enter(ugo, { javaScriptEnabled });
    await page.goto(pagina);
    await other.goto(pagina);
    await expect(page.getByText("l'importo dell'avviso non torna")).toBeVisible();
    await expect(page.getByRole("complementary").last()).toContainText(datore.codiceFiscale);
    await expect(page.getByRole("button", { name: p("quesito.rispondi.invia"), exact: true })).toHaveCount(0);
    await press(page, "quesito.incarico.prendi");
    await expect(page.getByText(p("fatti.preso"))).toBeVisible();
    await press(other, "quesito.incarico.prendi");
    await expect(other.getByText(p("fatti.gia_preso", { chi: olga.nome }))).toBeVisible();
    await expect(other.getByText(p("quesito.incarico.altri", { chi: olga.nome }))).toBeVisible();
    await expect(other.getByRole("button", { name: p("quesito.rispondi.invia"), exact: true })).toHaveCount(
      0,
    );
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);

    // Incomplete it is refused with what was typed; the modello comes after it.
    const testo = page.getByLabel(p("quesito.rispondi.testo"), { exact: true });
    await testo.fill("Buongiorno.");
    await press(page, "quesito.rispondi.invia");
    await expect(page.getByText(p("errori.tipo")).first()).toBeVisible();
    await expect(testo).toHaveValue("Buongiorno.");
    await page
      .getByLabel(p("quesito.rispondi.modello"), { exact: true })
      .selectOption({ label: "Ricalcolo" });
    await press(page, "quesito.rispondi.usaModello");
    await expect(testo).toHaveValue("Buongiorno.\n\nL'avviso è ricalcolato.");
    await press(page, "quesito.rispondi.salva");
    await expect(page.getByText(p("fatti.salvata"))).toBeVisible();
    await testo.fill("Buongiorno.\n\nL'avviso è ricalcolato: eccolo.");
    await press(page, "quesito.rispondi.salva");
    await expect.poll(() => keptOf(id), "kept a second time").toContain("eccolo");
    await expect(testo).toHaveValue("Buongiorno.\n\nL'avviso è ricalcolato: eccolo.");
    await page.goto(pagina);
    await expect(testo).toHaveValue("Buongiorno.\n\nL'avviso è ricalcolato: eccolo.");
    // Thrown away it is gone, also what was typed since; what is typed then is another one.
    await testo.fill("Tutto da rifare.");
    await page
      .locator("summary")
      .filter({ hasText: p("quesito.rispondi.elimina") })
      .click();
    await press(page, "quesito.rispondi.eliminaConferma");
    await expect(page.getByText(p("fatti.eliminata"))).toBeVisible();
    await expect(testo).toHaveValue("");
    expect(await keptOf(id)).toBeUndefined();
    await expect(page.getByRole("button", { name: p("quesito.rispondi.eliminaConferma") })).toHaveCount(0);
    await testo.fill("Buongiorno.\n\nL'avviso è ricalcolato: eccolo.");
    await choose(page, "risposta");
    await press(page, "quesito.rispondi.invia");

    // For a minute it can be stopped.
    await expect(page.getByRole("heading", { name: p("quesito.partenza.titolo") })).toBeVisible();
    if (javaScriptEnabled) {
      await expect(page.getByText(/Restano \d+ secondi/).first()).toBeVisible();
      await expectNoViolations(page);
    }
    await other.reload();
    await expect(other.getByRole("heading", { name: p("quesito.partenza.titoloAltri") })).toBeVisible();
    await expect(other.getByRole("button", { name: p("quesito.partenza.ferma") })).toHaveCount(0);
    await press(page, "quesito.partenza.ferma");
    await expect(page.getByText(p("fatti.fermata"))).toBeVisible();
    await expect(testo).toHaveValue("Buongiorno.\n\nL'avviso è ricalcolato: eccolo.");
    await choose(page, "richiesta");
    await press(page, "quesito.rispondi.invia");
    await expect(page.getByRole("heading", { name: p("quesito.partenza.titolo") })).toBeVisible();
    await letLeave(id);
    await page.goto(pagina);
    await expect(page.getByRole("listitem").filter({ hasText: p("quesito.azioni.richiesta") })).toBeVisible();
    await expect(page.getByText(p("orologio.fermoTesto")), "the clock stands still").toBeVisible();
    await expect(page.getByText(p("quesito.nonLetto"))).toBeVisible();

    await testo.fill("È tutto a posto.");
    await choose(page, "positivo");
    await press(page, "quesito.rispondi.invia");
    await expect(page.getByRole("heading", { name: p("quesito.partenza.titolo") })).toBeVisible();
    await letLeave(id);
    await page.goto(pagina);
    await expect(page.getByText(p("quesito.incarico.chiuso"))).toBeVisible();
    await expect(page.getByRole("button", { name: p("quesito.rispondi.invia"), exact: true })).toHaveCount(0);
    if (javaScriptEnabled) await expectNoViolations(page);
  });

  test(`a note, a parere of another sede's esperto, a colleague and another sede, ${how}`, async ({
    enter,
    faults,
  }) => {
    test.slow();
    const provincia = `Q${javaScriptEnabled ? 1 : 0}`;
    const [sede, altra] = [await aSede(provincia), await aSede(provincia)];
    const datore = await aDatoreDi(sede, "Signora");
    const olga = await aPersona("Olga", { sede: { codice: sede } });
    const ugo = await aPersona("Ugo", { sede: { codice: sede } });
    const eva = await aPersona(`Eva${altra}`, { sede: { codice: altra, esperto: true } });
    const { id, protocollo, pagina } = await aQuesito(sede, datore, "Da capire");
    const page = await enter(olga, { javaScriptEnabled });
    await page.goto(pagina);
    await press(page, "quesito.incarico.prendi");
    await expect(page.getByText(p("fatti.preso"))).toBeVisible();

    await openDetails(page, "quesito.interno.nuovaNota");
    await press(page, "quesito.interno.salvaNota");
    await expect(page.getByText(p("errori.nota")).first()).toBeVisible();
    await page.getByLabel(p("quesito.interno.notaTesto")).fill("Attenzione alle ore");
    await press(page, "quesito.interno.salvaNota");
    await expect(page.getByText("Attenzione alle ore")).toBeVisible();

    const esperta = await enter(eva, { javaScriptEnabled });
    faults.expectStatus(404);
    expect((await esperta.goto(pagina))?.status(), "who was not asked").toBe(404);
    await openDetails(page, "quesito.interno.chiediParere");
    await page
      .getByLabel(p("quesito.interno.esperto"))
      .selectOption({ label: `${eva.nome}, Agenzia ${altra}` });
    await page.getByLabel(p("quesito.interno.domanda")).fill("Le ore valgono?");
    await press(page, "quesito.interno.chiedi");
    await expect(page.getByText(p("fatti.parere_chiesto"))).toBeVisible();

    await esperta.goto("/sede/comunicazioni");
    await esperta.getByRole("link", { name: p("coda.viste.pareri") }).click();
    await esperta.goto((await esperta.getByRole("rowheader").getByRole("link").getAttribute("href")) ?? "");
    await expect(
      esperta.getByText("Attenzione alle ore"),
      "what is inside is for the esperto too",
    ).toBeVisible();
    await expect(
      esperta.getByText(p("quesito.incarico.altraSede", { sede: `Agenzia ${sede}` })),
    ).toBeVisible();
    await expect(esperta.getByRole("button", { name: p("quesito.incarico.prendi") })).toHaveCount(0);
    await expect(esperta.getByText("l'importo dell'avviso non torna")).toBeVisible();
    await expect(esperta.getByText(datore.codiceFiscale), "the thread, not the drawer").toHaveCount(0);
    if (javaScriptEnabled) await expectNoViolations(esperta);
    await expectNoOverflow(esperta);
    await esperta.getByLabel(p("quesito.interno.parereTesto"), { exact: true }).fill("Valgono.");
    await press(esperta, "quesito.interno.dai");
    await expect(esperta.getByText(p("fatti.parere_reso"))).toBeVisible();
    expect((await esperta.goto(pagina))?.status(), "after the parere").toBe(404);

    await page.goto(pagina);
    await expect(page.getByText("Valgono.")).toBeVisible();
    await openDetails(page, "quesito.assegna.titolo");
    await page.getByLabel(p("quesito.assegna.a"), { exact: true }).selectOption({ label: ugo.nome });
    await page.getByLabel(p("quesito.assegna.motivo"), { exact: true }).fill("no");
    await press(page, "quesito.assegna.conferma");
    await expect(page.getByText(p("errori.motivo")).first()).toBeVisible();
    await page.getByLabel(p("quesito.assegna.motivo"), { exact: true }).fill("Sono assente");
    await press(page, "quesito.assegna.conferma");
    await expect(page.getByText(p("fatti.assegnato"))).toBeVisible();
    await expect(page.getByText(p("quesito.incarico.altri", { chi: ugo.nome }))).toBeVisible();

    const other = await enter(ugo, { javaScriptEnabled });
    await other.goto(pagina);
    // Looking for another sede keeps what is written, and sends nothing, not even by Enter.
    const risposta = other.getByLabel(p("quesito.rispondi.testo"), { exact: true });
    await risposta.fill("Scritto prima di cercare.");
    await openDetails(other, "quesito.trasferisci.titolo");
    await other.getByLabel(p("quesito.trasferisci.cerca")).fill(altra);
    await other.getByLabel(p("quesito.trasferisci.cerca")).press("Enter");
    await expect(other.getByLabel(`Agenzia ${altra} (${provincia})`)).toBeVisible();
    await expect(risposta).toHaveValue("Scritto prima di cercare.");
    expect(await keptOf(id)).toBe("Scritto prima di cercare.");
    await risposta.fill("Scritto e cercato ancora.");
    await other.getByLabel(p("quesito.trasferisci.cerca")).fill(provincia);
    await press(other, "quesito.trasferisci.cercaBottone");
    await expect(other).toHaveURL(new RegExp(`cercaSede=${provincia}`));
    expect(await keptOf(id)).toBe("Scritto e cercato ancora.");
    await expect(risposta).toHaveValue("Scritto e cercato ancora.");
    if (javaScriptEnabled) {
      await risposta.fill("Si salva da sé.");
      await expect(other.getByText(parole("quesiti.testo.salvato"))).toBeVisible();
      expect(await keptOf(id)).toBe("Si salva da sé.");
    }
    await other.getByLabel(`Agenzia ${altra} (${provincia})`).check();
    await other.getByLabel(p("quesito.trasferisci.motivo")).fill("Lavora da loro");
    await press(other, "quesito.trasferisci.conferma");
    await expect(other.getByText(p("fatti.trasferito"))).toBeVisible();
    expect((await other.goto(pagina))?.status(), "it is the other sede's now").toBe(404);
    await esperta.goto(`/sede/comunicazioni?cerca=${protocollo}`);
    await expect(esperta.getByRole("rowheader")).toHaveCount(1);
    await esperta.goto((await esperta.getByRole("rowheader").getByRole("link").getAttribute("href")) ?? "");
    await expect(esperta.getByText(p("quesito.eventoMotivo", { motivo: "Lavora da loro" }))).toBeVisible();
  });
}

const keptOf = async (quesitoId: string) =>
  (await ownerSql()`select testo from bozze where quesito_id = ${quesitoId}`)[0]?.testo as string | undefined;

const choose = (page: Page, tipo: string) =>
  page.getByRole("radio", { name: new RegExp(`^${p(`quesito.rispondi.tipi.${tipo}`)}`) }).check();

/** What is folded away opens; after a refusal it may be open already. */
async function openDetails(page: Page, key: string) {
  const details = page
    .locator("details")
    .filter({ hasText: p(key) })
    .last();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}
