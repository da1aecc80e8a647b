import ICAL from "ical.js";
import { aDisponibilita, anAppuntamento, postaPer } from "../fixtures/agenda";
import { aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aSede } from "../fixtures/sede";
import { beginSession } from "../fixtures/session";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.agenda.${key}`, values);
// The demo's today is Monday 23 November 2026.
const MARTEDI = "2026-11-24";

async function aSedeAtWork() {
  const sede = await aSede();
  const esperto = await aPersona("Esperta", { sede: { codice: sede, esperto: true } });
  const datore = await aDatoreDi(sede, "Signora");
  return { sede, esperto, datore };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an esperta writes down when she receives, ${how}`, async ({ enter }) => {
    const { sede, esperto } = await aSedeAtWork();
    const page = await enter(esperto, { javaScriptEnabled });
    await page.goto("/sede/agenda/orari");
    await expect(page.getByText(p("orari.nessuno"), { exact: true })).toBeVisible();
    await page.getByRole("link", { name: p("orari.aggiungiSettimana") }).click();
    await page.getByLabel(p("orari.giorno"), { exact: true }).selectOption("2");
    await page.getByLabel(p("orari.dalle")).fill("13:00");
    await page.getByLabel(p("orari.alle"), { exact: true }).fill("09:00");
    await page.getByRole("button", { name: p("orari.aggiungi") }).click();
    await expect(page.getByRole("alert").getByText(p("errori.ore"))).toBeVisible();
    await expect(page.getByRole("alert").getByText(p("errori.modi"))).toBeVisible();
    await expect(page.getByLabel(p("orari.dalle"))).toHaveValue("13:00");
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.getByLabel(p("orari.dalle")).fill("09:00");
    await page.getByLabel(p("orari.alle"), { exact: true }).fill("13:00");
    await page.getByLabel(parole("appuntamenti.modi.telefono")).check();
    await page.getByRole("button", { name: p("orari.aggiungi") }).click();
    await expect(page.getByText(p("fatti.aperta"))).toBeVisible();
    await expect(page.getByText("martedì, 9:00–13:00", { exact: true })).toBeVisible();

    await page.getByRole("link", { name: p("orari.aggiungiGiorno") }).click();
    await page.getByLabel(p("orari.data"), { exact: true }).fill(MARTEDI);
    await page.getByLabel(p("orari.dalle")).fill("12:00");
    await page.getByLabel(p("orari.alle"), { exact: true }).fill("15:00");
    await page.getByLabel(parole("appuntamenti.modi.video")).check();
    await page.getByRole("button", { name: p("orari.aggiungi") }).click();
    await expect(page.getByText(p("rifiuti.sovrapposta"))).toBeVisible();
    await expect(page.getByLabel(parole("appuntamenti.modi.video"))).toBeChecked();
    await page.getByLabel(p("orari.dalle")).fill("13:00");
    await page.getByRole("button", { name: p("orari.aggiungi") }).click();
    await expect(page.getByText("martedì 24 novembre 2026, 13:00–15:00", { exact: true })).toBeVisible();
    await expectNoOverflow(page);

    await page.getByRole("link", { name: p("orari.cambiaDi", { quando: "martedì, 9:00–13:00" }) }).click();
    await page.getByLabel(p("orari.ultimo"), { exact: true }).fill("2026-12-31");
    await page.getByRole("button", { name: p("orari.fineBottone") }).click();
    await expect(page.getByText(p("fatti.terminata"))).toBeVisible();
    const rows =
      await ownerSql()`select giorno, al::text from disponibilita where sede_codice = ${sede} order by al`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { giorno: 2, al: MARTEDI },
      { giorno: 2, al: "2026-12-31" },
    ]);
  });

  test(`who has an appuntamento that an assenza hits is shown first, then told, ${how}`, async ({
    enter,
  }) => {
    const { sede, esperto, datore } = await aSedeAtWork();
    const renzo = await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } });
    await aDisponibilita(sede, esperto);
    const numero = await anAppuntamento({ sede, esperto, datore }, "2026-11-24T08:00:00Z");
    const page = await enter(renzo, { javaScriptEnabled });
    await page.goto("/sede/agenda/assenze");
    await page.getByLabel(p("assenze.chi")).selectOption({ label: p("assenze.tutti") });
    await page.getByLabel(p("assenze.dal"), { exact: true }).fill(MARTEDI);
    await page.getByLabel(p("assenze.motivo")).fill("Lavori in corso");
    await page.getByRole("button", { name: p("assenze.aggiungi"), exact: true }).click();
    await expect(page.getByRole("heading", { name: p("colpiti.titolo", { n: 1 }) })).toBeVisible();
    await expect(page.getByText(numero)).toBeVisible();
    // The next Tuesday, and none on the day of the assenza.
    await expect(page.getByText("martedì 1° dicembre 2026, 9:00")).toBeVisible();
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    expect(await postaPer(datore, "appuntamento_da_spostare")).toBe(0);

    // Somebody books while it is being read: it is shown again.
    const altro = await aDatoreDi(sede, "Tardiva");
    const nuovo = await anAppuntamento({ sede, esperto, datore: altro }, "2026-11-24T09:00:00Z");
    await page.getByRole("button", { name: p("colpiti.conferma") }).click();
    await expect(page.getByText(p("colpiti.cambiato"))).toBeVisible();
    await expect(page.getByText(nuovo)).toBeVisible();
    await page.getByRole("button", { name: p("colpiti.conferma") }).click();
    await expect(page.getByText(p("fatti.avvisati"))).toBeVisible();
    await expect(page.getByText("Lavori in corso")).toBeVisible();
    for (const persona of [datore, altro]) {
      expect(await postaPer(persona, "appuntamento_da_spostare")).toBe(1);
    }

    await page.goto(`/sede/agenda?data=${MARTEDI}&vista=giorno`);
    await expect(page.getByText(p("voci.chiusura"))).toBeVisible();
    await expect(page.getByText(p("voci.daSpostare")).filter({ visible: true })).toHaveCount(2);
    await expect(page.getByText(p("voci.libero"), { exact: true })).toHaveCount(0);
    await page.goto("/sede/agenda/assenze");
    await page.getByRole("button", { name: /^Togli l'assenza di / }).click();
    await expect(page.getByText(p("fatti.tornato"))).toBeVisible();
    await expect(page.getByText(p("assenze.nessuna"))).toBeVisible();
    // A mistake, as it turns out: both stand as they did, and are told.
    await expect(page.getByText(p("fatti.restano"))).toBeVisible();
    for (const persona of [datore, altro]) expect(await postaPer(persona, "appuntamento_resta")).toBe(1);
    await page.goto(`/sede/agenda?data=${MARTEDI}&vista=giorno`);
    await expect(page.getByText(numero).filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByText(p("voci.daSpostare"))).toHaveCount(0);
  });
}

test("the agenda is leafed through by week and day, an esperta's own first", async ({ enter, faults }) => {
  const { sede, esperto, datore } = await aSedeAtWork();
  const collega = await aPersona("Collega", { sede: { codice: sede, esperto: true } });
  await aDisponibilita(sede, esperto);
  await aDisponibilita(sede, collega, { giorno: 3 });
  const numero = await anAppuntamento({ sede, esperto, datore }, "2026-11-24T09:00:00Z");
  const page = await enter(esperto);
  await page.goto("/sede/agenda");
  const martedi = page.getByRole("region", { name: "martedì" });
  await expect(martedi.getByRole("listitem")).toHaveText([/9:00–10:00/, /10:00–10:20/, /10:20–13:00/]);
  await expect(martedi.getByRole("link")).toHaveAttribute("href", `/sede/appuntamenti/${numero}`);
  await expect(page.getByRole("region", { name: "mercoledì" }).getByRole("listitem")).toHaveCount(0);
  await page
    .locator("summary")
    .filter({ hasText: p("tabella") })
    .click();
  const row = page.getByRole("row", { name: numero });
  await expect(row.getByRole("rowheader")).toHaveText("10:00–10:20");
  await expectNoViolations(page);
  await expectNoOverflow(page);

  await page.getByLabel(p("filtro.esperto")).selectOption({ label: p("filtro.tutti") });
  await page.getByRole("button", { name: p("filtro.mostra") }).click();
  const mercoledi = page.getByRole("region", { name: "mercoledì" });
  await expect(mercoledi.getByText(collega.nome)).toBeVisible();
  await page.getByRole("link", { name: p("passi.dopo.settimana") }).click();
  await expect(page.getByText("Dal 30 novembre 2026 al 6 dicembre 2026")).toBeVisible();
  await expect(martedi.getByRole("listitem")).toHaveText([/9:00–13:00/]);
  await page.getByRole("link", { name: p("passi.oggi"), exact: true }).click();
  await expect(page.getByText("Dal 23 novembre 2026 al 29 novembre 2026")).toBeVisible();
  await page.goto("/sede/agenda?vista=giorno&data=2026-12-08");
  await expect(page.getByText("Immacolata Concezione")).toBeVisible();
  // Who is no esperto reads, and changes nothing.
  const olga = await enter(await aPersona("Olga", { sede: { codice: sede } }));
  await olga.goto("/sede/agenda/orari");
  await expect(
    olga
      .getByText("martedì, 9:00–13:00", { exact: true })
      .or(olga.getByText("mercoledì, 9:00–13:00", { exact: true })),
  ).toBeVisible();
  await expect(olga.getByRole("link", { name: p("orari.cambia"), exact: true })).toHaveCount(0);
  await olga.goto("/sede/agenda/assenze");
  await expect(olga.getByRole("button", { name: p("assenze.aggiungi"), exact: true })).toHaveCount(0);
  faults.expectStatus(404);
  expect((await olga.goto("/sede/agenda/calendario"))?.status()).toBe(404);
});

test("a week is printed across the page, without menus and buttons", async ({ enter }) => {
  const { sede, esperto, datore } = await aSedeAtWork();
  await aDisponibilita(sede, esperto);
  await anAppuntamento({ sede, esperto, datore }, "2026-11-24T08:00:00Z");
  const page = await enter(esperto);
  await page.goto("/sede/agenda");
  await page.emulateMedia({ media: "print" });
  for (const part of await page.locator("main nav, main form, main summary").all())
    await expect(part).toBeHidden();
  await expect(page.getByRole("region", { name: "martedì" })).toBeVisible();
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheet).toMatch(/MediaBox \[0 0 84[12][.\d]* 59[456]/);
  await page.goto("/sede/agenda?vista=giorno");
  expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).not.toMatch(/MediaBox \[0 0 84/);
});

test("an esperta's calendar opens by its secret address, shown once, until it is renewed", async ({
  enter,
  ask,
}) => {
  const { sede, esperto, datore } = await aSedeAtWork();
  const numero = await anAppuntamento({ sede, esperto, datore }, "2027-01-12T08:00:00Z");
  const page = await enter(esperto, { javaScriptEnabled: false });
  await page.goto("/sede/agenda/calendario");
  await page.getByRole("button", { name: p("calendario.crea") }).click();
  const indirizzo = await page.getByLabel(p("calendario.indirizzo")).inputValue();
  const webcal = await page.getByRole("link", { name: p("calendario.apri") }).getAttribute("href");
  expect(webcal).toBe(indirizzo.replace(/^https?/, "webcal"));
  expect(indirizzo).toMatch(/\/calendario\/[\w-]{32}$/);
  await page.goto("/sede/agenda/calendario");
  await expect(page.getByLabel(p("calendario.indirizzo"))).toHaveCount(0);

  const percorso = new URL(indirizzo).pathname;
  const answer = await ask(percorso);
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  const [event] = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents("vevent");
  expect(String(event?.getFirstPropertyValue("summary"))).toContain(numero);
  expect(answer.text).not.toContain("Signora");
  const tag = String(answer.headers.etag);
  expect((await ask(percorso, { method: "HEAD" })).status).toBe(200);
  expect((await ask(percorso, { headers: { "If-None-Match": tag } })).status).toBe(304);
  await ownerSql()`update appuntamenti set stato = 'annullato', annullato_da = 'sede', sequenza = 1 where numero = ${numero}`;
  const after = await ask(percorso, { headers: { "If-None-Match": tag } });
  expect(after.status).toBe(200);
  expect(after.text).toContain("STATUS:CANCELLED");
  expect(after.text).toContain("SEQUENCE:1");

  await page.getByRole("button", { name: p("calendario.rinnova") }).click();
  const nuovo = new URL(await page.getByLabel(p("calendario.indirizzo")).inputValue()).pathname;
  expect([(await ask(percorso)).status, (await ask(nuovo)).status]).toEqual([404, 200]);
  await page.goto("/sede/agenda/calendario");
  await page.getByRole("button", { name: p("calendario.elimina") }).click();
  await expect(page.getByText(p("fatti.eliminato"))).toBeVisible();
  const [uno, due] = [await ask(nuovo), await ask(`/calendario/${"x".repeat(32)}`)];
  expect([uno.status, uno.text]).toEqual([404, due.text]);
  expect((await ask("/calendario/breve", { cookie: await beginSession(ask, esperto) })).status).toBe(404);
});
