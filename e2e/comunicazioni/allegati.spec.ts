import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ALTRI_FORMATI, aJpeg, aNoisyJpeg, aPdf, aPdfOf, aTiffOf } from "../fixtures/file-ostili";
import { aBozza, aPersona, ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const file = (name: string, buffer: Buffer, mimeType = "application/octet-stream") => ({
  name,
  mimeType,
  buffer,
});
const rifiuto = (reason: string, nome: string) => parole(`allegati.rifiuti.${reason}`, { nome });

const scelta = (page: Page) => page.getByLabel(parole("allegati.scegli"));
const carica = (page: Page) => page.getByRole("button", { name: parole("allegati.carica") }).click();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`files are added to a bozza, refused one by one, opened and taken away, ${how}`, async ({ enter }) => {
    test.slow();
    const anna = await aPersona("Allega", { datore: true });
    const page = await enter(anna, { javaScriptEnabled });
    await page.goto(await aBozza(anna));
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);

    await carica(page);
    await expect(page.getByText(parole("allegati.errori.nessuno")).first()).toBeVisible();

    await scelta(page).setInputFiles([
      file("Ricevuta di luglio.pdf", aPdf(), "application/pdf"),
      file("pagina.jpg", ALTRI_FORMATI.html ?? Buffer.alloc(0), "text/html"),
      file("vuoto.pdf", Buffer.alloc(0), "application/pdf"),
    ]);
    await carica(page);
    const summary = page.getByRole("alert").filter({ hasText: parole("allegati.errori.alcuni") });
    await expect(summary).toContainText(rifiuto("formato_non_ammesso", "pagina.jpg"));
    await expect(summary).toContainText(rifiuto("vuoto", "vuoto.pdf"));
    // A link only once the antivirus was asked, which may be later.
    await expect(page.getByRole("main").getByText("Ricevuta di luglio.pdf", { exact: true })).toBeVisible();
    if (javaScriptEnabled) {
      await expect(summary).toBeFocused();
      await expectNoViolations(page);
    }
    await expectNoOverflow(page);

    const tiff = file("scansione.tif", aTiffOf(2), "image/tiff");
    await scelta(page).setInputFiles([file("foto.jpg", await aJpeg(), "image/jpeg"), tiff]);
    await carica(page);
    await expect(page.getByText(parole("allegati.fatti.caricato"))).toBeVisible();
    await expect(scelta(page)).toHaveCount(0);
    await expect(page.getByText(parole("allegati.completi", { massimo: 3 }))).toBeVisible();

    await expect.poll(() => apribile(page, "foto.jpg"), { timeout: 15_000 }).toBe(true);
    await page.getByLabel(parole("allegati.guardaQuale", { nome: "foto.jpg" })).click();
    const picture = page.getByRole("img", { name: /foto\.jpg/ });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);

    await page.getByRole("button", { name: parole("allegati.togliQuale", { nome: "foto.jpg" }) }).click();
    await expect(page.getByText(parole("allegati.fatti.tolto"))).toBeVisible();
    await expect(page.getByRole("link", { name: "foto.jpg" })).toHaveCount(0);

    await scelta(page).setInputFiles([file("altra.jpg", await aJpeg(), "image/jpeg")]);
    await page.getByRole("button", { name: parole("allegati.avanti"), exact: true }).click();
    await expect(page).toHaveURL(/\/riepilogo$/);
    await expect(page.getByRole("main")).toContainText("altra.jpg");
    await expect(page.getByRole("main")).toContainText("Le ore non sono quelle.");
  });
}

/** A file has a link once the antivirus has been asked; without one here, it is passed on. */
async function apribile(page: Page, nome: string): Promise<boolean> {
  await page.reload();
  return (await page.getByRole("link", { name: nome }).count()) > 0;
}

test("with JavaScript photos are made smaller until they fit, and what cannot fit is said before sending", async ({
  enter,
}) => {
  test.slow();
  const anna = await aPersona("Fotografa", { datore: true });
  const page = await enter(anna);
  await page.goto(await aBozza(anna));
  const photo = await aNoisyJpeg(2_800, 2_100);
  expect(photo.length).toBeGreaterThan(3 * 1024 * 1024);
  await scelta(page).setInputFiles([
    file("IMG_0001.JPG", photo, "image/jpeg"),
    file("grande.pdf", aPdfOf(3 * 1024 * 1024 + 1), "application/pdf"),
  ]);
  await expect(page.getByText(parole("allegati.ridotta"))).toBeVisible();
  await expect(page.getByText(rifiuto("troppo_grande", "grande.pdf"))).toBeVisible();
  await expectNoOverflow(page);
  await expectNoViolations(page);
  await carica(page);
  await expect(page.getByText(parole("allegati.fatti.caricato"))).toBeVisible();
  await expect(page.getByText("IMG_0001.jpg")).toBeVisible();
});

test("without JavaScript too much is answered in words, below the door's limit and above it", async ({
  enter,
  faults,
}) => {
  test.slow();
  const anna = await aPersona("Pesante", { datore: true });
  const page = await enter(anna, { javaScriptEnabled: false });
  const address = await aBozza(anna);
  await page.goto(address);
  await scelta(page).setInputFiles([file("di-piu.pdf", aPdfOf(3 * 1024 * 1024 + 1), "application/pdf")]);
  await carica(page);
  await expect(page.getByRole("alert")).toContainText(rifiuto("troppo_grande", "di-piu.pdf"));

  faults.expectStatus(413);
  await scelta(page).setInputFiles([file("libro.pdf", aPdfOf(5 * 1024 * 1024), "application/pdf")]);
  await carica(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("errori.troppoGrande.titolo"));
  await page.goto(address);
  await scelta(page).setInputFiles([file("giusto.pdf", aPdfOf(3 * 1024 * 1024), "application/pdf")]);
  await carica(page);
  await expect(page.getByText(parole("allegati.fatti.caricato"))).toBeVisible();
});

test("an officer adds a file to an answer; one of another sede does not even find the page", async ({
  enter,
  faults,
}) => {
  test.slow();
  const owner = ownerSql();
  const anna = await aPersona("Chiede", { datore: true });
  const page = await enter(anna, { javaScriptEnabled: false });
  await page.goto((await aBozza(anna)).replace(/allegati$/, "riepilogo"));
  await page.getByRole("button", { name: parole("quesiti.riepilogo.invia") }).click();
  await expect(page.getByText(/\d{6}\.\d{4}\.\d{7}/).first()).toBeVisible();
  const [quesito] = await owner`select q.* from quesiti q join posizioni p on p.id = q.posizione_id
    where p.codice_fiscale = ${anna.codiceFiscale}`;

  const [sua, altra] = [await aPersona("Operatrice"), await aPersona("Lontana")];
  for (const { codiceFiscale } of [sua, altra]) {
    await owner`insert into profili (utente_id, tipo, sede_codice)
      select id, 'operatore', (select codice from sedi
        where (codice = ${quesito?.sede_codice}) = ${codiceFiscale === sua.codiceFiscale} limit 1)
      from utenti where codice_fiscale = ${codiceFiscale}`;
  }
  const address = `/sede/comunicazioni/${quesito?.protocollo}/allegati`;
  const officer = await enter(sua);
  await officer.goto(address);
  await expect(officer, "nothing is being written yet").toHaveURL(/\/\d{6}\.\d{4}\.\d{7}$/);
  await owner`insert into bozze (posizione_id, id, utente_id, lato, quesito_id, azione, testo)
    select ${quesito?.posizione_id}, ${randomUUID()}, id, 'sede', ${quesito?.id}, 'risposta', 'Ecco il prospetto.'
    from utenti where codice_fiscale = ${sua.codiceFiscale}`;
  await officer.goto(address);
  await expectNoViolations(officer);
  await scelta(officer).setInputFiles([file("prospetto.pdf", aPdf(), "application/pdf")]);
  await carica(officer);
  await expect(officer.getByText(parole("allegati.fatti.caricato"))).toBeVisible();
  await expectNoOverflow(officer);
  await officer
    .getByRole("button", { name: parole("allegati.togliQuale", { nome: "prospetto.pdf" }) })
    .click();
  await expect(officer.getByText(parole("allegati.fatti.tolto"))).toBeVisible();
  await scelta(officer).setInputFiles([file("prospetto.pdf", aPdf(), "application/pdf")]);
  await officer.getByRole("button", { name: parole("allegati.fineSede") }).click();
  await expect(officer).toHaveURL(/\/\d{6}\.\d{4}\.\d{7}$/);
  const kept = await owner`select a.nome from allegati a join bozze b on b.id = a.bozza_id
    where b.quesito_id = ${quesito?.id}`;
  expect(kept).toEqual([{ nome: "prospetto.pdf" }]);

  faults.expectStatus(404);
  const stranger = await enter(altra);
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));
});
