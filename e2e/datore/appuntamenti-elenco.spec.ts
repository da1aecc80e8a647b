import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { anAppuntamento, anIncontro, attachTo, lookAt, statoOf } from "../fixtures/appuntamenti";
import { aDelega, aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.${key}`, values);
const link = (page: Page, key: string) => page.getByRole("main").getByRole("link", { name: p(key) });
const button = (page: Page, key: string) => page.getByRole("button", { name: p(key), exact: true });
const CHIUSO = { chiuso_at: new Date("2026-11-02T09:00:00Z") };

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an appuntamento is found, read, taken along and cancelled, ${how}`, async ({ enter }) => {
    test.slow();
    const incontro = await anIncontro("Lanzillotta");
    const { datore, drawer, esperto, telefono } = incontro;
    const page = await enter(datore, { javaScriptEnabled });
    const look = () => lookAt(page, datore, javaScriptEnabled);
    await page.goto(`${drawer}/appuntamenti`);
    await expect(page.getByText(p("elenco.nessuno"))).toBeVisible();
    await expect(link(page, "elenco.prendi")).toHaveAttribute("href", `${drawer}/appuntamenti/nuovo`);
    await look();

    const nota = "Porto mia figlia.";
    const { id, numero, inizio } = await anAppuntamento(incontro, { fra: 25, nota });
    await attachTo(datore.posizione, id);
    await anAppuntamento(incontro, {
      modo: "telefono",
      telefono: "06 111222",
      motivo_codice: "pagamento_doppio",
    });
    const notaSede = "Tutto a posto: non resta niente da fare.";
    const tenuto = await anAppuntamento(incontro, {
      stato: "tenuto",
      fra: -400,
      nota_sede: notaSede,
      ...CHIUSO,
    });
    const annullato = { stato: "annullato", annullato_da: "sede", fra: -300, ...CHIUSO };
    const { numero: numeroAnnullato } = await anAppuntamento(incontro, annullato);

    await page.goto(drawer);
    await expect(page.getByRole("heading", { name: p("elenco.prossimo") })).toBeVisible();
    await look();
    await page.getByRole("link", { name: /^C'è un altro appuntamento/ }).click();
    await expect(page.getByRole("heading", { name: p("elenco.altriVerranno") })).toBeVisible();
    await expect(page.getByRole("heading", { name: p("elenco.passati") })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Numero" })).toHaveCount(3);
    await look();

    await page.getByText(p("elenco.filtro.titolo")).click();
    await page.getByLabel(p("elenco.filtro.stato")).selectOption("annullato");
    await button(page, "elenco.filtro.filtra").click();
    await expect(page.getByText(p("elenco.numero", { numero: numeroAnnullato }))).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Numero" })).toHaveCount(1);
    await look();
    await page.getByLabel(p("elenco.filtro.chi")).selectOption("altri");
    await button(page, "elenco.filtro.filtra").click();
    await expect(page.getByText(p("elenco.nessunoTrovato"))).toBeVisible();
    await look();
    await link(page, "elenco.filtro.azzera").click();

    await page.goto(`${drawer}/appuntamenti/${tenuto.numero}`);
    await expect(page.getByText(notaSede)).toBeVisible();
    await expect(link(page, "annulla.apri")).toHaveCount(0);
    await look();

    await page.goto(`${drawer}/appuntamenti`);
    await page.getByRole("link", { name: new RegExp(`^${p("elenco.apri")}`) }).click();
    await expect(page).toHaveURL(`${drawer}/appuntamenti/${numero}`);
    for (const text of ["Via dell'Orso 12", esperto.nome, nota, "ricevute.pdf"]) {
      await expect(page.getByText(text).first()).toBeVisible();
    }
    await expect(page.getByRole("link", { name: p("dettaglio.chiamaSede", { telefono }) })).toHaveAttribute(
      "href",
      "tel:065551234",
    );
    await expect(page.getByText(/«Il tuo appuntamento è confermato»/)).toBeVisible();
    await look();
    await expectSheet(page);
    const file = await page.request.get((await page.getByText("ricevute.pdf").getAttribute("href")) ?? "");
    expect((await file.body()).toString()).toBe("%PDF-1.4 prova");
    const evento = await icsAt(page, "dettaglio.calendario");
    expect(evento).toMatchObject({ uid: `${id}@localhost`, status: "CONFIRMED", sequence: "0" });
    expect(evento.start).toEqual(inizio);
    expect(evento.ics.toLowerCase()).not.toMatch(/lanzillotta|prova|figlia/);
    const pdf = await page.request.get((await link(page, "dettaglio.pdf").getAttribute("href")) ?? "");
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);

    await link(page, "annulla.apri").click();
    await look();
    await page.getByRole("link", { name: p("annulla.tieni") }).click();
    await expect(page).toHaveURL(`${drawer}/appuntamenti/${numero}`);
    await link(page, "annulla.apri").click();
    await page.getByLabel(p("annulla.motivo")).fill("Ho trovato la ricevuta");
    await button(page, "annulla.conferma").click();
    await expect(page.getByText(p("dettaglio.fatti.annullato"))).toBeVisible();
    await expect(page.getByText("«Ho trovato la ricevuta»")).toBeVisible();
    expect(await statoOf(id)).toBe("annullato");
    await look();
    const dopo = await page.request.get(`${drawer}/appuntamenti/${numero}/calendario.ics`);
    expect(eventOf(await dopo.text())).toMatchObject({
      uid: `${id}@localhost`,
      status: "CANCELLED",
      sequence: "1",
    });
    await page.goto(`${drawer}/appuntamenti/${numero}/annulla`);
    await expect(page.getByText(p("rifiuti.gia_chiuso"))).toBeVisible();
    await expect(button(page, "annulla.conferma")).toHaveCount(0);
  });
}

test("a day before and later it is the phone that cancels, whatever page was left open", async ({
  enter,
}) => {
  const incontro = await anIncontro("Tardivi");
  const { datore, drawer, telefono } = incontro;
  const { id, numero } = await anAppuntamento(incontro, { fra: 24.1 });
  const page = await enter(datore);
  await page.goto(`${drawer}/appuntamenti/${numero}/annulla`);
  await expect(button(page, "annulla.conferma")).toBeVisible();
  await ownerSql()`update appuntamenti set inizio_at = inizio_at - interval '10 minutes',
    impegno = tstzrange(inizio_at - interval '10 minutes', fine_at) where id = ${id}`;
  await button(page, "annulla.conferma").click();
  await expect(page.getByText(p("rifiuti.troppo_tardi")).first()).toBeVisible();
  expect(await statoOf(id)).toBe("confermato");
  for (const address of [numero, `${numero}/annulla`]) {
    await page.goto(`${drawer}/appuntamenti/${address}`);
    await expect(page.getByRole("link", { name: telefono, exact: true })).toBeVisible();
    await expect(button(page, "annulla.conferma")).toHaveCount(0);
    await expect(link(page, "annulla.apri")).toHaveCount(0);
    await lookAt(page, datore, true);
  }
});

test("one whose hour the sede gave up may still be cancelled or moved on the same day", async ({ enter }) => {
  const incontro = await anIncontro("Spostabili");
  const { datore, drawer } = incontro;
  const { id, numero } = await anAppuntamento(incontro, { fra: 2, da_spostare_at: new Date() });
  const page = await enter(datore);
  await page.goto(`${drawer}/appuntamenti`);
  await expect(page.getByText(p("elenco.daSpostareTesto"))).toBeVisible();
  await page.goto(`${drawer}/appuntamenti/${numero}`);
  await expect(page.getByRole("link", { name: p("dettaglio.daSpostare.azione") })).toHaveAttribute(
    "href",
    `${drawer}/appuntamenti/${numero}/sposta`,
  );
  await lookAt(page, datore, true);
  await link(page, "annulla.apri").click();
  await button(page, "annulla.conferma").click();
  await expect(page.getByText(p("dettaglio.fatti.annullato"))).toBeVisible();
  expect(await statoOf(id)).toBe("annullato");
});

test("a delegato who only reads sees it; one with operazioni cancels it", async ({ enter }) => {
  const incontro = await anIncontro("Delegante");
  const { datore, drawer } = incontro;
  const { id, numero } = await anAppuntamento(incontro, { fra: 50 });
  const lettore = await aPersona("Lettore", { delegato: true });
  await aDelega(datore, { persona: lettore }, { ambito: "consultazione" });

  const page = await enter(lettore);
  for (const address of ["", `/${numero}`, `/${numero}/annulla`]) {
    await page.goto(`${drawer}/appuntamenti${address}`);
    await expect(page.getByText(p("elenco.soloConsultazione"))).toBeVisible();
    for (const key of ["elenco.prendi", "annulla.apri"]) await expect(link(page, key)).toHaveCount(0);
    await expect(button(page, "annulla.conferma")).toHaveCount(0);
    await lookAt(page, datore, true);
  }
  await ownerSql()`update deleghe set ambito = 'operazioni' where posizione_id = ${datore.posizione}`;
  await page.reload();
  await button(page, "annulla.conferma").click();
  await expect(page.getByText(p("dettaglio.fatti.annullato"))).toBeVisible();
  expect(await statoOf(id)).toBe("annullato");
});

test("a sede that opened the drawer cancels at any time", async ({ enter }) => {
  const incontro = await anIncontro("Ufficiale");
  const { datore, drawer, esperto } = incontro;
  const { id, numero } = await anAppuntamento(incontro, { fra: 3 });
  const page = await enter(esperto);
  await page.goto("/sede/posizioni");
  await page.getByLabel(parole("sede.posizioni.cerca")).fill(datore.codiceFiscale);
  await page.getByLabel(parole("sede.posizioni.motivo")).fill("Telefonata del datore");
  await page.getByRole("button", { name: parole("sede.posizioni.bottone"), exact: true }).click();
  await page.getByRole("button", { name: parole("sede.posizioni.apriDi", { chi: datore.nome }) }).click();
  await page.waitForURL(drawer);
  await page.getByRole("link", { name: new RegExp(`^${p("elenco.apri")}`) }).click();
  await lookAt(page, datore, true);
  await link(page, "annulla.apri").click();
  await page.getByLabel(p("annulla.motivo")).fill("Ha telefonato");
  await button(page, "annulla.conferma").click();
  await expect(page.getByText(p("dettaglio.fatti.annullato"))).toBeVisible();
  const [row] = await ownerSql()`select stato, annullato_da, numero from appuntamenti where id = ${id}`;
  expect(row).toMatchObject({ stato: "annullato", annullato_da: "sede", numero });
});

/** On paper: one sheet, with when and where, without buttons and history. */
async function expectSheet(page: Page) {
  await page.emulateMedia({ media: "print" });
  for (const item of await page.locator("main .bottone").all()) await expect(item).toBeHidden();
  await expect(page.getByRole("heading", { name: p("eventi.titolo") })).toBeHidden();
  await expect(page.getByText("Via dell'Orso 12")).toBeVisible();
  const sheets = await page.pdf({ format: "A4" });
  expect(sheets.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
}

async function icsAt(page: Page, key: string) {
  const answer = await page.request.get((await link(page, key).getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  return eventOf(await answer.text());
}

/** As somebody else's program reads it. */
function eventOf(ics: string) {
  const event = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent("vevent");
  if (!event) throw new Error("no event");
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return {
    ics,
    uid: value("uid"),
    status: value("status"),
    sequence: value("sequence"),
    start: new ICAL.Event(event).startDate.toJSDate(),
  };
}
