import { numeroDellaSede } from "../fixtures/appuntamenti";
import { markersOf } from "../fixtures/archivio";
import { aTutela, idDiUtente } from "../fixtures/gente";
import { type Answer, DOCUMENT, locationOf } from "../fixtures/http";
import { azioniInTabella, azioniOnDisk } from "../fixtures/moduli";
import { type Chiave, personaOf } from "../fixtures/persone";
import { prenotazioniDiAnna } from "../fixtures/prenotazioni";
import type { QuesitoDiAnna } from "../fixtures/quesiti";
import { routesOnDisk } from "../fixtures/rotte";
import { expect, test } from "../fixtures/test";

/**
 * Who gets what at every address there is. P is the drawer of anna, R one of her rapporti. A number is the
 * status of the answer; a word is where a redirect leads; `proprio` is the own drawer.
 */
const TABELLA = `
indirizzo                            nessuno   anna      dario     bruno      carla      elena    furio    nora     ida
/                                    200       200       200       200        200        200      200      200      200
/accesso                             200       200       200       200        200        200      200      200      200
/informazioni                        200       200       200       200        200        200      200      200      200
/accessibilita                       200       200       200       200        200        200      200      200      200
/privacy                             200       200       200       200        200        200      200      200      200
/non-consentito                      403       403       403       403        403        403      403      403      403
/api/salute                          200       200       200       200        200        200      200      200      200
/api/sessione                        401       200       200       200        200        200      200      200      200
/esci                                405       405       405       405        405        405      405      405      405
/profilo                             accesso   200       200       200        200        200      200      200      200
/profilo/pin                         accesso   200       200       200        200        200      200      200      200
/profilo/scelta                      accesso   405       405       405        405        405      405      405      405
/profilo/deleghe                     accesso   200       200       200        200        200      200      200      200
/cassetto                            accesso   proprio   proprio   deleganti  deleganti  sede     sede     archivi  proprio
/cassetto/[posizione]                accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/anagrafica     accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/rapporti       accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/rapporti/[codice] accesso 200      404       200        404        404      404      403      404
/cassetto/[posizione]/rapporti/[codice]/pagamenti accesso 200 404  200        404        404      404      403      404
/cassetto/[posizione]/pagamenti      accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/pagamenti.csv  accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/scadenze.ics   accesso   200       404       200        404        404      404      403      404
/cassetto/[posizione]/accessi        accesso   200       404       403        403        403      403      403      404
/cassetto/[posizione]/deleghe        accesso   200       404       403        403        403      403      403      404
/cassetto/[posizione]/deleghe/nuova  accesso   200       404       403        403        403      403      403      404
/cassetto/[posizione]/deleghe/[delega] accesso 200       404       403        403        403      403      403      404
/cassetto/[posizione]/delega         accesso   403       403       200        404        403      403      403      403
/cassetto/[posizione]/comunicazioni accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/nuova accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/nuova/[bozza] accesso 200 404 404 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/nuova/[bozza]/testo accesso 200 404 404 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/nuova/[bozza]/allegati accesso 200 404 404 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/nuova/[bozza]/riepilogo accesso 200 404 404 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/[protocollo] accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/[protocollo]/chiudi accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/[protocollo]/ricevuta accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/comunicazioni/[protocollo]/ricevuta.pdf accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/appuntamenti accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero] accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero]/annulla accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero]/calendario.ics accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero]/promemoria.pdf accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/nuovo accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/nuovo/come accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/nuovo/quando accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/nuovo/[prenotazione] accesso 200 404 404 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/nuovo/[prenotazione]/allegati accesso 200 404 404 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero]/sposta accesso 200 404 200 404 404 404 403 404
/cassetto/[posizione]/appuntamenti/[numero]/sposta/[prenotazione] accesso 200 404 sposta 404 404 404 403 404
/cassetto/[posizione]/allegati/[id] accesso 200 404 200 404 403 403 403 404
/cassetto/[posizione]/allegati/[id]/anteprima/[pagina] accesso 200 404 200 404 403 403 403 404
/deleganti                           accesso   403       403       200        200        403      403      403      403
/deleganti/cerca                     405       405       405       405        405        405      405      405      405
/deleganti/elenco.csv                accesso   403       403       200        200        403      403      403      403
/deleganti/proposte                  accesso   403       403       403        200        403      403      403      403
/deleganti/studio                    accesso   403       403       403        200        403      403      403      403
/sede                                accesso   403       403       403        403        sede     sede     403      403
/sede/comunicazioni                  accesso   403       403       403        403        200      200      403      403
/sede/comunicazioni/[protocollo]     accesso   403       403       403        403        200      200      403      403
/sede/comunicazioni/[protocollo]/allegati accesso 403    403       403        403        quesito  quesito  403      403
/sede/allegati/[id]                  accesso   403       403       403        403        200      200      403      403
/sede/allegati/[id]/anteprima/[pagina] accesso 403       403       403        403        200      200      403      403
/sede/agenda                         accesso   403       403       403        403        200      200      403      403
/sede/agenda/orari                   accesso   403       403       403        403        200      200      403      403
/sede/agenda/assenze                 accesso   403       403       403        403        200      200      403      403
/sede/agenda/calendario              accesso   403       403       403        403        200      404      403      403
/calendario/[segreto]                404       404       404       404        404        404      404      404      404
/sede/posizioni                      accesso   403       403       403        403        200      200      403      403
/sede/andamento                      accesso   403       403       403        403        403      200      403      403
/sede/appuntamenti                   accesso   403       403       403        403        200      200      403      403
/sede/appuntamenti/[numero]          accesso   403       403       403        403        200      200      403      403
/sede/andamento/appuntamenti         accesso   403       403       403        403        403      200      403      403
/amministrazione/motivi              accesso   403       403       403        403        403      403      200      403
/amministrazione/motivi/[motivo]     accesso   403       403       403        403        403      403      200      403
/sede/modelli                        accesso   403       403       403        403        403      200      403      403
/amministrazione/tutele              accesso   403       403       403        403        403      403      200      403
/amministrazione/tutele/[tutela]     accesso   403       403       403        403        403      403      200      403
/amministrazione/archivi             accesso   403       403       403        403        403      403      200      403
/amministrazione/argomenti           accesso   403       403       403        403        403      403      200      403
/amministrazione/argomenti/[argomento] accesso  403       403       403        403        403      403      200      403
/amministrazione/utenti              accesso   403       403       403        403        403      403      200      403
/amministrazione/utenti/nuovo        accesso   403       403       403        403        403      403      200      403
/amministrazione/utenti/[utente]     accesso   403       403       403        403        403      403      200      403
/amministrazione/registro            accesso   403       403       403        403        403      403      200      403
/amministrazione/posta               accesso   403       403       403        403        403      403      200      403
/ricerca                             405       405       405       405        405        405      405      405      405
/misura/pagamenti                    404       404       404       404        404        404      404      404      404
/misura/vuota                        404       404       404       404        404        404      404      404      404
`;

const DOVE: Record<string, RegExp> = {
  accesso: /^\/accesso\?da=/,
  proprio: /^\/cassetto\/[0-9a-f-]{36}$/,
  deleganti: /^\/deleganti$/,
  profilo: /^\/profilo$/,
  sede: /^\/sede\/comunicazioni$/,
  quesito: /^\/sede\/comunicazioni\/[0-9.]+$/,
  sposta: /\/appuntamenti\/[0-9A-F-]{9}\/sposta\?esito=scaduto$/,
  archivi: /^\/amministrazione\/archivi$/,
};

/** The ways in which a page's data can be asked for; each once went round a gate somewhere. */
const FORME: Record<string, { headers: Record<string, string>; suffix?: string }> = {
  "a browser": { headers: DOCUMENT },
  "the router": { headers: { rsc: "1" } },
  "the router, ahead of a click": { headers: { rsc: "1", "next-router-prefetch": "1" } },
  "a forged internal request": {
    headers: { ...DOCUMENT, "x-middleware-subrequest": "middleware:middleware:middleware" },
  },
  "an address that ends in .rsc": { headers: DOCUMENT, suffix: ".rsc" },
};

const RAPPORTO = "7002600001";
/** What anna may ask for an appuntamento about. */
const PERCHE = "motivo=trimestre_non_pagato&rapporto=7002600001&anno=2026&trimestre=2&progressivo=1";
/** A quesito of the demo's sede, of another drawer than P: whoever of the sede reads it opens that one. */
const QUESITO = "100000.2026.0000073";
const [head = [], ...rows] = TABELLA.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const visitors = head.slice(1);

test("every address on disk has a row in the table, and every row an address", () => {
  expect(rows.map(([pattern]) => pattern).sort()).toEqual(routesOnDisk().sort());
  expect(files, "that hand out files").toHaveLength(10);
  for (const row of rows) expect(row, `row of ${row[0]}`).toHaveLength(head.length);
});

test("every action on disk stands in the matrix that sends it, and every one there is on disk", () => {
  expect([...new Set(azioniInTabella())].sort()).toEqual(azioniOnDisk().sort());
});

for (const [pattern = "", ...expected] of rows) {
  test(`${pattern} is open to those whom the table lets in`, async ({
    ask,
    cookie,
    cassetto,
    delega,
    quesito,
  }) => {
    const address = await addressOf(pattern, await cassetto("anna"), await delega(), await quesito());
    for (const [index, visitor] of visitors.entries()) {
      const answer = await ask(address, { cookie: await cookie(whoIs(visitor)), headers: DOCUMENT });
      expectAnswer(answer, expected[index] ?? "", `${address} for ${visitor}`);
    }
  });
}

for (const [pattern = "", ...expected] of rows.filter(([pattern]) => pattern?.includes("[posizione]"))) {
  test(`${pattern} tells strangers nothing, however they ask`, async ({
    ask,
    cookie,
    cassetto,
    delega,
    quesito,
  }) => {
    const address = await addressOf(pattern, await cassetto("anna"), await delega(), await quesito());
    const markers = markersOf(personaOf("anna").codiceFiscale).filter((marker) => !address.includes(marker));
    const entitled = visitors.find((_, index) => expected[index] === "200") ?? "";
    const served = await ask(address, { cookie: await cookie(whoIs(entitled)) });
    // The words of a PDF are not to be found in its bytes; the calendar of an appuntamento names nobody.
    const telling =
      served.text.startsWith("%PDF") ||
      address.endsWith("/calendario.ics") ||
      markers.some((marker) => served.text.includes(marker));
    expect(telling, "who may see it is served").toBe(true);
    const strangers = visitors.filter((_, index) => expected[index] !== "200");
    for (const visitor of strangers) {
      for (const [form, { headers, suffix = "" }] of Object.entries(FORME)) {
        const answer = await ask(address + suffix, { cookie: await cookie(whoIs(visitor)), headers });
        const found = markers.filter((marker) => answer.text.includes(marker));
        expect(found, `${address}, asked by ${visitor} as ${form}: ${answer.status}`).toEqual([]);
        expect(answer.status, `${address}, asked by ${visitor} as ${form}`).toBeLessThan(500);
      }
    }
  });
}

/** The addresses that hand out files: no pages, and what is under /api tells nothing of anybody. */
const served = routesOnDisk(/^(?!\/api\/).*\/route\.ts$/);
const files = rows.filter(
  ([pattern = "", ...expected]) => served.includes(pattern) && expected.includes("200"),
);
for (const [pattern = "", ...expected] of files) {
  test(`${pattern} is handed to no page of another site`, async ({
    ask,
    cookie,
    cassetto,
    delega,
    quesito,
  }) => {
    const address = await addressOf(pattern, await cassetto("anna"), await delega(), await quesito());
    const own = await cookie(whoIs(visitors[expected.indexOf("200")] ?? ""));
    for (const site of ["cross-site", "same-site", "same-origin", "none"]) {
      const answer = await ask(address, { cookie: own, headers: { ...DOCUMENT, "sec-fetch-site": site } });
      expect(answer.status, `${address} from ${site}`).toBe(site.endsWith("-site") ? 403 : 200);
      if (answer.status === 200) expect(answer.headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });
}

function expectAnswer(answer: Answer, expected: string, what: string) {
  const { status } = answer;
  if (/^\d+$/.test(expected)) return expect(status, what).toBe(Number(expected));
  expect([303, 307], what).toContain(status);
  expect(locationOf(answer), what).toMatch(DOVE[expected] ?? /^$/);
}

const whoIs = (visitor: string) => (visitor === "nessuno" ? null : (visitor as Chiave));

async function addressOf(pattern: string, cassetto: string, delega: string, quesito: QuesitoDiAnna) {
  const { tenuta, mossa, numero } = await prenotazioniDiAnna();
  return pattern
    .replace("/cassetto/[posizione]", cassetto)
    .replace("/sede/comunicazioni/[protocollo]", `/sede/comunicazioni/${QUESITO}`)
    .replace("/sede/appuntamenti/[numero]", `/sede/appuntamenti/${await numeroDellaSede()}`)
    .replace("[codice]", RAPPORTO)
    .replace("[delega]", delega)
    .replace("[tutela]", pattern.includes("[tutela]") ? await aTutela() : "")
    .replace(
      "[utente]",
      pattern.includes("[utente]") ? await idDiUtente(personaOf("anna").codiceFiscale) : "",
    )
    .replace("[argomento]", "avviso_inesatto")
    .replace("[segreto]", "x".repeat(32))
    .replace("[motivo]", "quesito_negativo")
    .replace("[protocollo]", quesito.protocollo)
    .replace("[bozza]", quesito.bozza)
    .replace("[id]", quesito.allegato)
    .replace("[pagina]", "1")
    .replace("nuovo/come", `nuovo/come?${PERCHE}`)
    .replace("nuovo/quando", `nuovo/quando?modo=in_persona&${PERCHE}`)
    .replace("nuovo/[prenotazione]", `nuovo/${tenuta}`)
    .replace("[prenotazione]", mossa)
    .replace("[numero]", numero);
}
