import type { Page } from "@playwright/test";
import { anAppuntamento, anIncontro, attachTo, statoOf } from "../fixtures/appuntamenti";
import { aPersona, ownerSql } from "../fixtures/gente";
import { multipart } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aSede } from "../fixtures/sede";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.giornata.${key}`, values);
/** Today is 23 November 2026: at noon, as the day began, three days later. */
const at = (istante: string, minuti = 20) => {
  const inizio = new Date(istante);
  const fine = new Date(inizio.getTime() + minuti * 60_000);
  const impegno = `[${inizio.toISOString()},${fine.toISOString()})`;
  return { inizio_at: inizio, fine_at: fine, impegno };
};
const MEZZOGIORNO = at("2026-11-23T11:00:00Z");
const MEZZANOTTE = at("2026-11-22T23:00:00Z");
const GIOVEDI = at("2026-11-26T09:00:00Z");

async function concludes(page: Page, atto: string, nota: string): Promise<void> {
  await page.getByLabel(atto).check();
  await page.getByLabel(p("concludi.nota"), { exact: true }).fill(nota);
  await page.getByRole("button", { name: p("concludi.bottone") }).click();
}

/** What was done has the focus, and Tab leads to what comes after it. */
async function expectToGoOnFrom(page: Page, fatto: string): Promise<void> {
  const message = page.getByText(fatto);
  await expect(message).toBeFocused();
  await expect(message).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  const follows = (element: Element) =>
    Boolean(element.compareDocumentPosition(document.activeElement as Element) & 4) &&
    document.activeElement !== document.body;
  expect(await message.evaluate(follows)).toBe(true);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an officer's day, from who arrives to who does not come, ${how}`, async ({ enter }) => {
    test.slow();
    const incontri = await anIncontro("Signora");
    const { datore, esperto, drawer } = incontri;
    const oggi = await anAppuntamento(incontri, { ...MEZZOGIORNO, nota: "Porto le ricevute." });
    await attachTo(datore.posizione, oggi.id);
    const mai = await anAppuntamento(incontri, {
      ...{ ...MEZZANOTTE, motivo_codice: "pagamento_doppio", modo: "telefono", telefono: "06 7654321" },
    });
    const poi = await anAppuntamento(incontri, { ...GIOVEDI, motivo_codice: "trimestre_non_pagato" });
    const via = await anAppuntamento(incontri, {
      ...at("2026-11-26T10:00:00Z"),
      motivo_codice: "trimestre_pagato_in_parte",
      modo: "telefono",
      telefono: "06 12345678",
    });
    const page = await enter(esperto, { javaScriptEnabled });
    await page.goto("/sede/appuntamenti");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("lunedì 23 novembre 2026");
    await expect(page.locator("main ol > li")).toHaveCount(2);
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    const riga = page.locator("main ol > li").filter({ hasText: oggi.numero });
    await riga
      .getByRole("button", { name: p("segnaDi", { atto: p("atti.arrivato"), chi: datore.nome }) })
      .click();
    await expect(page.getByText(p("fatti.arrivato"))).toBeVisible();
    await expect(riga).toContainText(p("momenti.arrivato"));
    if (javaScriptEnabled) await expectToGoOnFrom(page, p("fatti.arrivato"));
    await riga
      .getByRole("button", { name: p("segnaDi", { atto: p("atti.iniziato"), chi: datore.nome }) })
      .click();
    await expect(riga).toContainText(p("momenti.in_corso"));
    await riga
      .getByRole("link", { name: p("segnaDi", { atto: p("concludi.titolo"), chi: datore.nome }) })
      .click();

    await expect(page).toHaveURL(new RegExp(`/sede/appuntamenti/${oggi.numero}#concludi$`));
    await expect(page.getByText("Porto le ricevute.")).toBeVisible();
    await expect(page.getByRole("link", { name: "ricevute.pdf" })).toBeVisible();
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    // Marked by mistake: back to what it was before, and marked again.
    const correct = (momento: string) =>
      page.getByRole("button", { name: p("correggi.bottone", { momento: p(`momenti.${momento}`) }) }).click();
    await correct("in_corso");
    await expect(page.getByText(p("fatti.corretto"))).toBeVisible();
    if (javaScriptEnabled) await expectToGoOnFrom(page, p("fatti.corretto"));
    await correct("arrivato");
    await expect(page.getByRole("button", { name: p("atti.arrivato") })).toBeVisible();
    if (javaScriptEnabled) await expectToGoOnFrom(page, p("fatti.corretto"));
    await page.getByRole("button", { name: p("atti.iniziato") }).click();
    await expect(page.getByRole("button", { name: p("atti.iniziato") })).toHaveCount(0);
    await page.getByRole("button", { name: p("concludi.bottone") }).click();
    await expect(page.getByText(p("errori.esito")).first()).toBeVisible();
    await concludes(page, p("atti.tenuto"), "Abbiamo corretto le ore.");
    await expect(page.getByText(p("fatti.tenuto"))).toBeVisible();
    await expect(page.getByText("Abbiamo corretto le ore.")).toBeVisible();
    await expect(page.getByRole("button", { name: p("concludi.bottone") })).toHaveCount(0);
    expect(await statoOf(oggi.id)).toBe("tenuto");

    await page.goto(`/sede/appuntamenti/${mai.numero}`);
    // By phone nobody arrives.
    await expect(page.getByRole("button", { name: "Ha risposto" })).toBeVisible();
    await concludes(page, "Non ha risposto", "");
    await expect(page.getByText("Segnato: non ha risposto.")).toBeVisible();
    await page.reload();
    if (javaScriptEnabled) await expectToGoOnFrom(page, "Segnato: non ha risposto.");

    await page.goto("/sede/appuntamenti?data=2026-11-25");
    await page.getByRole("link", { name: p("dopoDi", { data: "giovedì 26 novembre 2026" }) }).click();
    await page.locator("main ol > li").filter({ hasText: poi.numero }).getByRole("link").first().click();
    // Nobody arrives on another day.
    await expect(page.getByRole("button", { name: p("atti.arrivato") })).toHaveCount(0);
    await concludes(page, p("atti.definito"), "");
    await expect(page.getByText(p("errori.notaDefinito")).first()).toBeVisible();
    await concludes(page, p("atti.definito"), "Il pagamento è arrivato.");
    await expect(page.getByText(p("fatti.definito"))).toBeVisible();
    expect(await statoOf(poi.id)).toBe("chiuso_e_definito");

    await page.goto(`/sede/appuntamenti/${via.numero}`);
    await expect(page.getByRole("link", { name: "06 12345678" })).toHaveAttribute("href", "tel:0612345678");
    await page
      .locator("summary")
      .filter({ hasText: p("cambia.annulla") })
      .click();
    await page.getByLabel(p("cambia.motivo")).fill("L'esperta è malata");
    await page.getByRole("button", { name: p("cambia.annullaBottone") }).click();
    await expect(page.getByText(p("fatti.annullato"))).toBeVisible();
    expect(await statoOf(via.id)).toBe("annullato");
    await page.goto("/sede/appuntamenti?data=2026-11-26");
    await expect(page.locator("main ol > li")).toHaveCount(1);
    await page.getByLabel(p("stato"), { exact: true }).selectOption("annullato");
    await page.getByRole("button", { name: p("mostra"), exact: true }).click();
    await expect(page.locator("main ol > li")).toContainText(via.numero);

    // What the sede wrote is read by who asked, and so is that it looked.
    const suo = await enter(datore, { javaScriptEnabled });
    await suo.goto(`${drawer}/appuntamenti/${oggi.numero}`);
    await expect(suo.getByText("Abbiamo corretto le ore.")).toBeVisible();
    await suo.goto(`${drawer}/accessi`);
    await expect(suo.getByText(`Appuntamento ${oggi.numero}`).first()).toBeVisible();
    await expect(suo.getByText(esperto.nome).first()).toBeVisible();
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a call by video gets its link, and who asked finds it, ${how}`, async ({ enter }) => {
    const incontri = await anIncontro("Signora");
    const { datore, esperto, drawer } = incontri;
    const { numero } = await anAppuntamento(incontri, { ...GIOVEDI, modo: "video" });
    const suo = await enter(datore, { javaScriptEnabled });
    await suo.goto(`${drawer}/appuntamenti/${numero}`);
    await expect(suo.getByText(parole("appuntamenti.dettaglio.video.manca"))).toBeVisible();

    const page = await enter(esperto, { javaScriptEnabled });
    await page.goto("/sede/appuntamenti?data=2026-11-26");
    const riga = page.locator("main ol > li").filter({ hasText: numero });
    await expect(riga).toContainText(p("collegamento.manca"));
    await riga.getByRole("link").first().click();
    const field = page.getByLabel(p("collegamento.indirizzo"), { exact: true });
    await field.fill("video.example/stanza");
    await page.getByRole("button", { name: p("collegamento.bottone") }).click();
    await expect(page.getByText(p("errori.collegamento")).first()).toBeVisible();
    await expect(field).toHaveValue("video.example/stanza");
    if (javaScriptEnabled) await expectNoViolations(page);
    const stanza = `https://sede.video.example/stanza/${"1234567890".repeat(12)}`;
    await field.fill(stanza);
    await page.getByRole("button", { name: p("collegamento.bottone") }).click();
    await expect(page.getByText(p("fatti.collegamento"))).toBeVisible();
    if (javaScriptEnabled) await expectToGoOnFrom(page, p("fatti.collegamento"));
    await expect(page.getByRole("link", { name: stanza })).toHaveAttribute("href", stanza);
    await expect(page.getByText(parole("appuntamenti.eventi.collegamento"))).toBeVisible();
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.goto("/sede/appuntamenti?data=2026-11-26");
    await expect(riga).not.toContainText(p("collegamento.manca"));

    // On the first page already, and named by where it leads.
    for (const address of [drawer, `${drawer}/appuntamenti`, `${drawer}/appuntamenti/${numero}`]) {
      await suo.goto(address);
      const entra = suo.getByRole("link", { name: parole("appuntamenti.dettaglio.video.entra") });
      await expect(entra).toHaveAttribute("href", stanza);
      await expect(entra).toHaveAttribute("rel", "noreferrer");
      await expect(suo.getByText("Si apre su sede.video.example")).toBeVisible();
      await expectNoOverflow(suo);
      if (javaScriptEnabled) await expectNoViolations(suo);
    }
    await suo.emulateMedia({ media: "print" });
    await expect(suo.getByText(stanza)).toBeVisible();
    await expectNoOverflow(suo);
  });
}

test("the day can be printed, and says so when there is nobody", async ({ enter }) => {
  const incontri = await anIncontro("Signora");
  const { numero } = await anAppuntamento(incontri, MEZZOGIORNO);
  const page = await enter(incontri.esperto);
  await page.emulateMedia({ media: "print" });
  await page.goto("/sede/appuntamenti");
  await expect(page.getByText(numero)).toBeVisible();
  for (const button of await page.locator("main .bottone").all()) await expect(button).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.goto("/sede/appuntamenti?data=2026-11-29");
  await expect(page.getByText(p("nessunoFiltrato", { data: "domenica 29 novembre 2026" }))).toBeVisible();
  await page.getByRole("link", { name: p("prenota.bottone") }).click();
  await expect(page).toHaveURL("/sede/posizioni");
});

test("no form of the day does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const incontri = await anIncontro("Signora");
  const { id, numero } = await anAppuntamento(incontri, { ...MEZZOGIORNO, arrivato_at: new Date() });
  const altra = await aSede();
  const vicino = await aDatoreDi(altra, "Vicino");
  const gina = await aPersona("Gina", { sede: { codice: altra, esperto: true } });
  const olga = await beginSession(ask, incontri.esperto);
  const estranei = [
    ["nobody", ""],
    ["who booked", await beginSession(ask, incontri.datore)],
    ["another datore", await beginSession(ask, vicino)],
    ["an esperta of another sede", await beginSession(ask, gina)],
    ["an amministratore", await cookie("nora")],
  ] as const;
  const pagina = `/sede/appuntamenti/${numero}`;
  const forms: [page: string, text: string, fields: [string, string][]][] = [
    ["/sede/appuntamenti", 'value="iniziato"', [["atto", "iniziato"]]],
    [pagina, 'value="iniziato"', [["atto", "iniziato"]]],
    [pagina, 'value="arrivato"', []],
    [
      pagina,
      'name="nota"',
      [
        ["esito", "tenuto"],
        ["nota", "Rubato"],
      ],
    ],
    [pagina, 'name="motivo"', [["motivo", "Perché sì"]]],
  ];
  const everything = async () =>
    (
      await ownerSql()`select a::text, (select count(*)::int from eventi_appuntamento e where e.appuntamento_id = a.id) as eventi
        from appuntamenti a where id = ${id}`
    )[0];
  const before = await everything();
  for (const [page, text, fields] of forms) {
    const { text: html } = await ask(page, { cookie: olga });
    const sent = await multipart([...hiddenFields(formWith(html, text)), ...fields]);
    for (const [who, jar] of estranei) {
      const answer = await ask(page, { method: "POST", cookie: jar, ...sent });
      expect(answer.status, `${page} (${text}) by ${who}`).toBeLessThan(500);
      expect(await everything(), `${page} (${text}) by ${who}`).toEqual(before);
    }
  }
  // Sent by who may, the last of them does what it says: they were the right ones.
  const [page, text, fields] = forms[4] as (typeof forms)[number];
  const { text: html } = await ask(page, { cookie: olga });
  const sent = await multipart([...hiddenFields(formWith(html, text)), ...fields]);
  await ask(page, { method: "POST", cookie: olga, ...sent });
  expect(await statoOf(id)).toBe("annullato");
});

test("the responsabile reads what became of the sede's time, and nobody else does", async ({
  enter,
  faults,
}) => {
  const incontri = await anIncontro("Signora");
  const { sede, esperto } = incontri;
  await ownerSql()`insert into disponibilita (sede_codice, esperto, giorno, dalle, alle, dal, modi)
    values (${sede}, ${esperto.id}, 2, '09:00', '13:00', '2026-01-01', array['in_persona'])`;
  await anAppuntamento(incontri, { ...at("2026-11-24T09:00:00Z", 60) });
  await anAppuntamento(incontri, { ...at("2026-11-17T09:00:00Z", 60), stato: "tenuto" });
  await anAppuntamento(incontri, { ...at("2026-11-17T10:00:00Z", 60), stato: "non_presentato" });
  const officer = await enter(esperto);
  faults.expectStatus(403);
  expect((await officer.goto("/sede/andamento/appuntamenti"))?.status()).toBe(403);
  const renzo = await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } });
  const page = await enter(renzo);
  await page.goto("/sede/andamento");
  await page.getByRole("link", { name: parole("sede.andamento.appuntamenti") }).click();
  const week = (testo: string) => page.getByRole("row").filter({ hasText: testo }).getByRole("cell");
  await expect(week("23/11 – 29/11/2026")).toHaveText(["4 h", "1 h", "25 %", "0 h", "1", "0"]);
  await expect(week("16/11 – 22/11/2026")).toHaveText(["4 h", "2 h", "50 %", "1 h", "2", "1"]);
  // Nobody receives on the day of the Immacolata, which is a Tuesday.
  await expect(week("07/12 – 13/12/2026").first()).toHaveText("0 h");
  await expectNoOverflow(page);
  await expectNoViolations(page);
  await page.getByLabel(parole("appuntamenti.capacita.perQuale")).selectOption("pagamento_doppio");
  await page.getByRole("button", { name: parole("appuntamenti.capacita.mostra"), exact: true }).click();
  await expect(page).toHaveURL(/motivo=pagamento_doppio/);
  await expect(page.getByText(parole("appuntamenti.capacita.nessunLibero"))).toHaveCount(2);
});

test("what nobody marked on the days before stands on top until somebody says what became of it", async ({
  enter,
}) => {
  const incontri = await anIncontro("Dimenticata");
  const { id } = await anAppuntamento(incontri, at("2026-11-20T09:00:00Z"));
  const vecchio = await anAppuntamento(incontri, {
    ...{ ...at("2026-11-10T09:00:00Z"), motivo_codice: "pagamento_doppio" },
  });
  const page = await enter(incontri.esperto);
  await page.goto("/sede/appuntamenti");
  await expect(page.getByRole("heading", { name: "Un appuntamento passato da segnare" })).toBeVisible();
  await expectNoViolations(page);
  await expectNoOverflow(page);
  await expect(page.getByRole("link", { name: "martedì 10 novembre 2026" })).toHaveCount(0);
  expect(await statoOf(vecchio.id)).toBe("confermato");
  await page.getByRole("link", { name: /^venerdì 20 novembre 2026, 10:00, / }).click();
  await concludes(page, p("atti.tenuto"), "Tutto a posto.");
  await expect(page.getByText(p("fatti.tenuto"))).toBeVisible();
  expect(await statoOf(id)).toBe("tenuto");
  await page.goto("/sede/appuntamenti");
  await expect(page.getByRole("heading", { name: "Un appuntamento passato da segnare" })).toHaveCount(0);
});
