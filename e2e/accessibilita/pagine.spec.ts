import type { Page } from "@playwright/test";
import { type Chiave, parole } from "../fixtures/persone";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";

test.describe.configure({ mode: "parallel" });

/** Every page of every profile. P is the drawer of whoever is named after the colon, else one's own. */
const PUBBLICHE = ["/", "/accesso", "/accesso?motivo=scaduta", "/informazioni", "/accessibilita", "/privacy"];
const CASSETTO = ["P", "P/anagrafica", "P/rapporti", "P/pagamenti"];
const RAPPORTO = ["P/rapporti/7002600001", "P/rapporti/7002600001/pagamenti", "P/rapporti/7002600002"];
const DELEGHE = ["P/deleghe", "P/deleghe/nuova", "P/deleghe/nuova?tipo=personale"].concat(
  "P/deleghe/nuova?tipo=professionale&cerca=studio",
  "P/deleghe/nuova?tipo=professionale&intermediario=I00001",
);
const QUESITI = ["P/comunicazioni", "P/comunicazioni?cerca=zzz&stato=chiuso", "P/comunicazioni/nuova"];
const APPUNTAMENTI = [
  "P/appuntamenti",
  "P/appuntamenti?stato=annullato&chi=altri",
  "P/appuntamenti?stato=tenuto",
];
const PERCHE = "motivo=trimestre_non_pagato&rapporto=7002600001&anno=2026&trimestre=2&progressivo=1";
const PRENOTA = [
  "P/appuntamenti/nuovo",
  `P/appuntamenti/nuovo/come?${PERCHE}`,
  `P/appuntamenti/nuovo/quando?modo=in_persona&${PERCHE}`,
  `P/appuntamenti/nuovo/quando?modo=in_persona&sede=100001&esito=occupato&${PERCHE}`,
];
const AGENDA = ["/sede/agenda?esperto=tutti", "/sede/agenda?vista=giorno", "/sede/agenda/orari"].concat(
  "/sede/agenda/orari?nuovo=settimana",
  "/sede/agenda/orari?nuovo=giorno",
  "/sede/agenda/assenze",
);
const PAGINE: Record<string, { of?: Chiave; pages: string[] }> = {
  nessuno: { pages: PUBBLICHE },
  anna: {
    pages: [
      ...CASSETTO,
      ...RAPPORTO,
      "P/rapporti?cerca=zzz",
      "P/accessi",
      "/profilo",
      "/profilo/pin",
      "/",
    ].concat(DELEGHE, QUESITI, APPUNTAMENTI, PRENOTA),
  },
  bruno: {
    of: "anna",
    pages: [
      "/deleganti",
      ...CASSETTO,
      ...RAPPORTO,
      "P/delega",
      "P/comunicazioni",
      "P/appuntamenti",
      "/profilo",
      "/profilo/deleghe",
      "/profilo/pin",
    ],
  },
  carla: {
    pages: [
      "/deleganti",
      "/deleganti?cerca=zzz",
      "P",
      "P/rapporti",
      "P/pagamenti",
      "P/anagrafica",
      "P/delega",
      "P/comunicazioni",
      "P/appuntamenti",
    ].concat(["/deleganti?filtro=scaduto&ordine=scadenza", "/deleganti/proposte", "/deleganti/studio"]),
  },
  elena: {
    pages: [
      "/sede/comunicazioni",
      "/sede/comunicazioni?vista=sede&stato=chiuso",
      "/sede/comunicazioni?vista=pareri",
      "/sede/comunicazioni/100000.2026.0000073",
      "/sede/posizioni",
      "/sede/appuntamenti",
      "/sede/appuntamenti?esperto=tutti&stato=annullato&data=2026-11-24",
      "/profilo",
      "/profilo/pin",
    ].concat(AGENDA, "/sede/agenda/calendario"),
  },
  furio: {
    pages: [
      "/sede/andamento",
      "/sede/andamento/appuntamenti",
      "/sede/modelli",
      "/profilo",
      "/profilo/pin",
    ].concat(AGENDA),
  },
  hans: { pages: CASSETTO },
  ida: { pages: [...CASSETTO, "P/accessi"] },
  leo: { pages: ["/profilo"] },
  nora: {
    pages: [
      "/amministrazione/archivi",
      "/amministrazione/tutele",
      "/amministrazione/argomenti",
      "/amministrazione/argomenti/avviso_inesatto",
      "/amministrazione/motivi",
      "/amministrazione/motivi/quesito_negativo",
      "/amministrazione/posta",
      "/amministrazione/utenti",
      "/amministrazione/utenti?filtro=intermediari",
      "/amministrazione/utenti/nuovo",
      "/amministrazione/registro",
      "/profilo",
      "/profilo/pin",
    ],
  },
};

/** The page is one document, whatever its width: it is opened once. */
const FINESTRE = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
/** A desktop at 400 %, too. */
const STRETTA = { width: 320, height: 256 };

for (const [visitor, { of, pages }] of Object.entries(PAGINE)) {
  for (const address of pages) {
    test(`${address} can be read by everybody when ${visitor} opens it`, async ({
      page: guest,
      logIn,
      cassetto,
    }) => {
      const page = visitor === "nessuno" ? guest : await logIn(visitor as Chiave);
      const base = address.startsWith("P") ? await drawerOf(page, visitor, of, cassetto) : "";
      const answer = await page.goto(address.replace(/^P/, base));
      expect(answer?.status()).toBe(200);
      await expect(page).toHaveTitle(/Cassetto del lavoro domestico/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const size of FINESTRE) {
        await page.setViewportSize(size);
        await expectNoOverflow(page);
        await expectNoViolations(page);
      }
      await page.setViewportSize(STRETTA);
      await expectNoOverflow(page);
    });
  }
}

test("a page that is closed or does not exist says so to everybody", async ({ asDatore: page, faults }) => {
  faults.expectStatus(403, 404);
  for (const [address, status] of [
    ["/deleganti", 403],
    ["/cassetto/x", 404],
    ["/nessuna-pagina", 404],
  ] as const) {
    expect((await page.goto(address))?.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      parole(status === 403 ? "errori.nonConsentito.titolo" : "errori.nonTrovato.titolo"),
    );
    await expect(page.locator("html")).toHaveAttribute("lang", "it");
    await expectNoOverflow(page);
    await expectNoViolations(page);
  }
});

test("a page that is closed or does not exist says so without JavaScript too", async ({ logIn, faults }) => {
  faults.expectStatus(403, 404);
  const page = await logIn("anna", { javaScriptEnabled: false });
  await page.goto("/deleganti");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonConsentito.titolo"));
  await expect(page.getByRole("link", { name: parole("errori.cambiaProfilo") })).toBeVisible();
  await page.goto("/cassetto/x");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("errori.nonTrovato.titolo"));
  await page.getByRole("link", { name: parole("errori.inizio") }).click();
  await expect(page).toHaveURL("/");
});

const PRINCIPALI = [
  "/",
  "/accesso",
  "/informazioni",
  "P",
  "P/anagrafica",
  "P/rapporti",
  "P/rapporti/7002600001",
  "P/pagamenti",
  "P/accessi",
  "P/deleghe",
  "P/deleghe/nuova?tipo=personale",
  "P/comunicazioni",
  "P/comunicazioni/nuova",
  "P/appuntamenti",
  ...PRENOTA,
  "/profilo",
];

test("with letters twice as large everything still fits", async ({ asDatore: page, cassetto }) => {
  const base = await cassetto("anna");
  for (const address of PRINCIPALI) {
    await page.goto(address.replace(/^P/, base));
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoOverflow(page);
  }
});

test("on paper there are the figures, without menus and buttons", async ({ asDatore: page, cassetto }) => {
  const base = await cassetto("anna");
  await page.emulateMedia({ media: "print" });
  for (const address of ["", "/pagamenti", "/rapporti", "/rapporti/7002600001"]) {
    await page.goto(base + address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("contentinfo")).toBeHidden();
    for (const menu of await page.locator("nav").all()) await expect(menu).toBeHidden();
    for (const button of await page.locator("main .bottone").all()) await expect(button).toBeHidden();
  }
});

async function drawerOf(
  page: Page,
  visitor: string,
  of: Chiave | undefined,
  cassetto: (chiave: Chiave) => Promise<string>,
): Promise<string> {
  if (visitor === "carla") {
    await page.goto("/deleganti");
    return (await page.getByRole("rowheader").getByRole("link").first().getAttribute("href")) ?? "";
  }
  return cassetto(of ?? (visitor as Chiave));
}
