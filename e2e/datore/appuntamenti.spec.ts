import type { Page } from "@playwright/test";
import { aDelega, aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import {
  anAgenda,
  anotherDatore,
  HOLD,
  letExpire,
  NUMERO,
  orari,
  receive,
  toOrari,
  vivi,
} from "../fixtures/prenotazioni";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.prenota.${key}`, values);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  const look = async (page: Page) => {
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
  };

  test(`an appuntamento is booked once, and moved, ${how}`, async ({ enter }) => {
    test.slow();
    const { datore, pagina } = await anAgenda(`Prenota${javaScriptEnabled ? "si" : "no"}`);
    const page = await enter(datore, { javaScriptEnabled });
    await page.goto(`${pagina}/nuovo`);
    await look(page);
    await page.getByRole("link", { name: /attesa di definizione/ }).click();
    await expect(page.getByText(p("come.nessuno"))).toHaveCount(1);
    await look(page);
    await page.getByRole("link", { name: new RegExp(`^${parole("appuntamenti.modi.in_persona")}`) }).click();
    await expect(page.getByRole("heading", { name: p("quando.primi") })).toBeVisible();
    await look(page);
    // Another month, then a day of it.
    const mese = page.getByLabel(p("quando.mese"), { exact: true });
    await mese.selectOption("2026-12");
    await button(page, p("quando.mostra")).click();
    await page.waitForURL(/mese=2026-12/);
    await page.locator("#giorno-titolo").waitFor();
    await page
      .getByRole("link", { name: /^(lun|mar|mer|gio|ven)\S+ 3 dicembre/ })
      .first()
      .click();
    await expect(page.locator("#giorno-titolo")).toHaveText("giovedì 3 dicembre 2026");
    await look(page);
    await page
      .locator("#giorno")
      .getByRole("button", { name: /ore 9:30/ })
      .click();
    await page.waitForURL(HOLD);
    const held = page.url();
    await expect(page.getByText(/^Orario tenuto per te fino alle/)).toBeVisible();
    await look(page);

    // The note goes along to the files and back.
    await page.getByLabel(p("conferma.nota")).fill("Porto la ricevuta");
    await button(page, p("conferma.aggiungiAllegati")).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("allegati.titolo"));
    await look(page);
    await page.locator("input[type=file]").setInputFiles({
      name: "ricevuta.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("questo non è un PDF"),
    });
    await button(page, parole("allegati.avanti")).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await page.goto(held);
    await expect(page.getByLabel(p("conferma.nota"))).toHaveValue("Porto la ricevuta");

    const conferma = button(page, p("conferma.conferma"));
    if (javaScriptEnabled) await conferma.dblclick();
    else await conferma.click();
    await page.waitForURL(NUMERO);
    const booked = new URL(page.url()).pathname;
    expect(await vivi(datore.posizione)).toMatchObject([
      { stato: "confermato", nota: "Porto la ricevuta", inizio_at: new Date("2026-12-03T08:30:00Z") },
    ]);
    // Back, or the held page in a second tab: the same appuntamento; and its reason has one now.
    await page.goto(held);
    await expect(page).toHaveURL(new RegExp(`${booked}\\?fatto=confermato`));
    await page.reload();
    await page.goto(`${pagina}/nuovo`);
    await expect(page.getByText("Hai già un appuntamento: giovedì 3 dicembre 2026, 9:30.")).toBeVisible();
    await page.goto(`${pagina}/nuovo/come?${new URL(held).searchParams}`);
    await expect(page.getByRole("alert").first()).toHaveText(parole("appuntamenti.rifiuti.gia_prenotato"));

    await page.goto(`${booked}/sposta`);
    await look(page);
    await orari(page).first().click();
    await page.waitForURL(/\/sposta\/[0-9a-f-]{36}$/);
    const moved = page.url();
    await look(page);
    await button(page, parole("appuntamenti.sposta.sposta")).click();
    await page.waitForURL(/fatto=spostato/);
    expect(new URL(page.url()).pathname).toBe(booked);
    await page.goto(moved);
    await expect(page).toHaveURL(/fatto=spostato/);
    const [preso, ...altri] = await vivi(datore.posizione);
    expect(altri).toEqual([]);
    expect(preso).toMatchObject({ stato: "confermato", spostamenti: 1 });
    expect(preso?.inizio_at.getTime()).toBeLessThan(Date.parse("2026-12-03T08:30:00Z"));
    await page.goto(`${booked}/sposta/00000000-0000-4000-8000-000000000000`);
    await expect(page).toHaveURL(/\/sposta\?esito=scaduto/);
  });

  test(`a hold that runs out, a time somebody else took, and one that is let go, ${how}`, async ({
    enter,
  }) => {
    test.slow();
    const agenda = await anAgenda(`Scade${javaScriptEnabled ? "si" : "no"}`);
    const { datore, pagina } = agenda;
    const altra = await anotherDatore(agenda, `Svelta${javaScriptEnabled ? "si" : "no"}`);
    const page = await enter(datore, { javaScriptEnabled });
    const svelta = await enter(altra, { javaScriptEnabled });
    await toOrari(page, pagina, "telefono");
    await toOrari(svelta, altra.pagina, "telefono");
    await orari(svelta).first().click();
    await svelta.waitForURL(HOLD);
    await orari(page).first().click();
    await expect(page.getByRole("alert").first()).toHaveText(parole("appuntamenti.rifiuti.occupato"));
    await look(page);

    await orari(page).first().click();
    await page.waitForURL(HOLD);
    // By phone a number is needed.
    await button(page, p("conferma.conferma")).click();
    await expect(page.getByText(parole("appuntamenti.rifiuti.senza_telefono")).first()).toBeVisible();
    await page.getByLabel(p("conferma.telefono")).fill("12");
    await button(page, p("conferma.conferma")).click();
    await expect(page.getByText(p("errori.telefono")).first()).toBeVisible();
    await look(page);
    await page.getByLabel(p("conferma.telefono")).fill("06 1234567");
    await page.getByLabel(p("conferma.nota")).fill("Parlate piano");
    await letExpire(datore.posizione);
    await button(page, p("conferma.conferma")).click();
    await expect(page.getByText(p("scaduta.testoConNota"))).toBeVisible();
    await look(page);
    await page.getByRole("link", { name: p("scaduta.scegli") }).click();
    await orari(page).nth(1).click();
    await page.waitForURL(HOLD);
    await expect(page.getByLabel(p("conferma.nota"))).toHaveValue("Parlate piano");

    // Their own hold is shown as theirs, until it is let go.
    await page.goto(`${pagina}/nuovo`);
    await page.getByRole("link", { name: p("perche.continua") }).click();
    await button(page, p("conferma.cambia")).click();
    await page.waitForURL(/\/quando\?/);
    expect(await vivi(datore.posizione)).toHaveLength(0);
    await orari(page).first().click();
    await page.waitForURL(HOLD);
    const query = new URL(page.url()).searchParams;
    await page.goto(`${pagina}/nuovo/quando?${query}`);
    await expect(page.getByText(/^Un orario è tenuto per te fino alle/)).toBeVisible();
    await expect(page.getByRole("button", { name: /Tenuto per te$/ }).first()).toBeVisible();
    await look(page);
    await button(page, p("quando.lascia")).click();
    await expect(page.getByText(p("fatti.rinunciato"))).toBeVisible();
    expect(await vivi(datore.posizione)).toHaveLength(0);
  });

  test(`where nothing is free one waits, and takes what is offered, ${how}`, async ({ enter }) => {
    test.slow();
    const { datore, pagina, sede, esperta } = await anAgenda(`Aspetta${javaScriptEnabled ? "si" : "no"}`);
    const page = await enter(datore, { javaScriptEnabled });
    await toOrari(page, pagina, "video");
    await expect(page.getByRole("heading", { name: p("quando.nessuno") })).toBeVisible();
    await expect(page.getByRole("link", { name: /^(In Sede|Per telefono), dal/ })).toHaveCount(2);
    await look(page);
    await page.getByRole("checkbox", { name: parole("appuntamenti.modi.video") }).uncheck();
    await button(page, parole("appuntamenti.attese.iscriviti")).click();
    await expect(page.getByText(parole("appuntamenti.attese.errori.modi")).first()).toBeVisible();
    await page.getByRole("checkbox", { name: parole("appuntamenti.modi.video") }).check();
    await button(page, parole("appuntamenti.attese.iscriviti")).click();
    await expect(page.getByText(p("fatti.in_attesa"))).toBeVisible();
    await look(page);
    await page.getByText(parole("appuntamenti.attese.esci"), { exact: true }).click();
    await button(page, parole("appuntamenti.attese.esciConferma")).click();
    await expect(page.getByText(p("fatti.uscito"))).toBeVisible();

    await toOrari(page, pagina, "video");
    await button(page, parole("appuntamenti.attese.iscriviti")).click();
    await expect(page.getByText(p("fatti.in_attesa"))).toBeVisible();
    // The agenda has more time: who waits is offered it at once.
    await receive(sede, esperta.id, ["video"]);
    await expect.poll(async () => (await vivi(datore.posizione)).length).toBe(1);
    await page.goto(pagina);
    await look(page);
    await page.getByRole("link", { name: /^Guarda e conferma/ }).click();
    await expect(page.getByText(p("conferma.offerta"))).toBeVisible();
    await look(page);
    // It is theirs until another time takes its place.
    await button(page, p("conferma.cambia")).click();
    await page.waitForURL(/\/quando\?/);
    await expect(page.getByText(p("quando.offertoTesto"))).toBeVisible();
    await expect(page.getByRole("button", { name: /Tenuto per te$/ }).first()).toBeVisible();
    await look(page);
    await page
      .getByRole("button", { name: /, ore /, disabled: false })
      .filter({ hasNotText: parole("appuntamenti.prenota.quando.mio") })
      .first()
      .click();
    await page.waitForURL(HOLD);
    expect(await vivi(datore.posizione)).toHaveLength(1);
    await button(page, p("conferma.conferma")).click();
    await page.waitForURL(NUMERO);
    expect(await vivi(datore.posizione)).toMatchObject([{ stato: "confermato", modo: "video" }]);
    await page.goto(pagina);
    await expect(page.getByText(parole("appuntamenti.attese.titolo"))).toHaveCount(0);
  });
}

test("who let an offer run out is told, until they take note of it", async ({ enter }) => {
  const { datore, pagina, sede } = await anAgenda("Lascia");
  await ownerSql()`
    insert into attese (posizione_id, id, utente_id, profilo, chi, motivo_codice, rapporto, sedi, modi, stato, appuntamento_id)
    select ${datore.posizione}, gen_random_uuid(), u.id, 'datore', ${datore.nome}, 'rapporto_sospeso', r.codice,
      array[${sede}], array['video'], 'scaduta', gen_random_uuid()
    from utenti u join rapporti r on r.posizione_id = ${datore.posizione}
    where u.codice_fiscale = ${datore.codiceFiscale}`;
  const page = await enter(datore);
  const titolo = page.getByRole("heading", { name: parole("appuntamenti.attese.scadute.titolo") });
  await page.goto(pagina);
  await expect(titolo).toBeVisible();
  await expectNoOverflow(page);
  await expectNoViolations(page);
  await page.getByRole("link", { name: /^Scegli un altro orario: / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(p("come.titolo"));
  await page.goto(`${pagina}/nuovo`);
  await expect(titolo).toBeVisible();
  await page.getByRole("button", { name: /^Ho capito: / }).click();
  await expect(page.getByText(p("fatti.uscito"))).toBeVisible();
  await expect(titolo).toHaveCount(0);
});

test("who looks on is told that they cannot book, and who has no reason where to ask", async ({ enter }) => {
  const { datore, pagina } = await anAgenda("Soloconsulta");
  const delegato = await aPersona("Guardona", { delegato: true });
  await aDelega(datore, { persona: delegato }, { ambito: "consultazione" });
  const page = await enter(delegato);
  await page.goto(`${pagina}/nuovo`);
  await expect(page.getByText(parole("appuntamenti.rifiuti.non_consentito"))).toBeVisible();
  await expect(page.getByRole("link", { name: /attesa di definizione/ })).toHaveCount(0);

  await ownerSql()`update rapporti set stato = 'attivo' where posizione_id = ${datore.posizione}`;
  const suo = await enter(datore);
  await suo.goto(`${pagina}/nuovo`);
  await expect(suo.getByText(p("perche.nessuno"), { exact: true })).toBeVisible();
  await expectNoViolations(suo);
  await suo.getByRole("link", { name: p("perche.scrivi") }).click();
  await expect(suo).toHaveURL(/\/comunicazioni\/nuova$/);
});
