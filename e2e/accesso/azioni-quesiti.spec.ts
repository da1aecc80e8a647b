import { aStudioCheLegge, estraneiDi, legge } from "../fixtures/estranei";
import { aPdf } from "../fixtures/file-ostili";
import { aDelega, aPersona, aStudio, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import { azioniOf, type Modulo, provaModuli, provaPerScript, type Visitor } from "../fixtures/moduli";
import { beginBozza, sendQuesito } from "../fixtures/quesiti";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form by which somebody writes to the sede, taken from the page of the datore and sent by whoever may not:
// nothing changes, neither in that drawer nor in their own.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

test("no form of the quesiti does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const { drawer, studio, titolare, datore, estranei, codici } = await aWorld(ask);
  estranei.push(
    await aStudioCheLegge(studio, titolare),
    ["an operatore", await cookie("elena")],
    ["nobody", ""],
  );
  const protocollo = await sendQuesito(ask, datore, drawer, "Già inviato");
  const bozza = await beginBozza(ask, datore, drawer, "Appena cominciato");
  const qui = `${drawer}/comunicazioni`;
  const argomento: [string, string][] = [
    ["rapporto", "posizione"],
    ["argomento", "avviso_inesatto"],
  ];
  const testo: [string, string][] = [
    ["oggetto", "Cambiato"],
    ["testo", "Cambiato"],
  ];
  const file = new File([new Uint8Array(aPdf())], "a.pdf");
  const replica: [string, string] = ["testo", "Da un altro"];
  const forms: Omit<Modulo, "of" | "estranei">[] = [
    { page: `${qui}/nuova`, text: 'name="argomento"', fields: argomento },
    { page: bozza, text: 'name="argomento"', fields: argomento },
    { page: `${bozza}/testo`, text: 'name="testo"', fields: testo },
    { page: `${bozza}/allegati`, text: 'name="file"', fields: [], files: { file } },
    { page: `${bozza}/allegati`, text: 'name="allegato"', fields: [] },
    { page: `${bozza}/riepilogo`, text: 'name="bozza"', fields: [] },
    { page: qui, text: 'name="bozza"', fields: [] },
    { page: `${qui}/${protocollo}`, text: 'name="testo"', fields: [replica, ["verso", "allegati"]] },
    { page: `${qui}/${protocollo}`, text: 'name="testo"', fields: [replica] },
    { page: `${qui}/${protocollo}/chiudi`, text: 'name="quesito"', fields: [] },
  ];
  const moduli = forms.map((form) => ({ ...form, of: datore, estranei }));
  const azioni = await provaModuli(ask, moduli, () => everythingOf(drawer));
  await nothingIsSaved(ask, drawer, datore, estranei);
  expect([...azioni, "quesiti salvaTestoAction"].sort()).toEqual(azioniOf("quesiti"));
  const [altrove] = await ownerSql()`select count(*)::int as quante from bozze
    where utente_id in (select id from utenti where codice_fiscale = any(${codici}))`;
  expect(altrove?.quante, "nor has any of them begun one of their own by it").toBe(0);
  for (const [who, jar] of estranei.filter((visitor) => !legge(visitor))) {
    for (const page of [qui, `${qui}/${protocollo}`, `${qui}/${protocollo}/ricevuta.pdf`]) {
      const { status, text } = await ask(page, { cookie: jar });
      expect([303, 307, 403, 404], `${page} for ${who}`).toContain(status);
      expect(text).not.toContain("Già inviato");
    }
  }
});

/** What a page keeps while somebody types. */
async function nothingIsSaved(ask: Ask, drawer: string, of: string, estranei: Visitor[]) {
  const page = `${await beginBozza(ask, of, drawer, "Si salva da sola")}/testo`;
  const bozza = page.split("/").at(-2) ?? "";
  const fields = { posizione: drawer.split("/").at(-1) ?? "", bozza, oggetto: "Da sola", testo: "Salvato." };
  const modulo = { page, fields, of, estranei };
  await provaPerScript(ask, "quesiti salvaTestoAction", modulo, () => everythingOf(drawer));
}

test("a studio that may act sends a quesito, and one that may only read does not", async ({ ask }) => {
  const { drawer, titolare } = await aWorld(ask);
  const protocollo = await sendQuesito(ask, titolare, drawer, "Dallo studio");
  expect(protocollo).toMatch(/^\d{6}\./);
  expect((await ask(`${drawer}/comunicazioni/${protocollo}`, { cookie: titolare })).text).toContain(
    "Dallo studio",
  );
  await ownerSql()`update deleghe set ambito = 'consultazione' where tipo = 'professionale'
    and posizione_id = ${drawer.split("/").at(-1) ?? ""}`;
  expect((await ask(`${drawer}/comunicazioni`, { cookie: titolare })).status).toBe(200);
  const { text } = await ask(`${drawer}/comunicazioni/nuova`, { cookie: titolare });
  expect(text).not.toContain('name="argomento"');
});

test("twenty submits at once of one bozza lead to one receipt", async ({ ask }) => {
  const { drawer, datore } = await aWorld(ask);
  const page = `${await beginBozza(ask, datore, drawer, "Una sola volta")}/riepilogo`;
  const form = formWith((await ask(page, { cookie: datore })).text, 'name="bozza"');
  const sent = await multipart(hiddenFields(form));
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(page, { method: "POST", cookie: datore, ...sent })),
  );
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
  expect(answers[0]?.headers.location).toContain("/ricevuta");
  expect((await everythingOf(drawer)).quesiti).toBe(1);
});

/** A datore, a studio that may write for them, and everybody around them who must not. */
async function aWorld(ask: Ask) {
  const studio = await aStudio();
  const madre = await aPersona("Madre", { datore: true });
  const drawer = `/cassetto/${await aDelega(madre, { studio }, { ambito: "operazioni" })}`;
  const { estranei, codici } = await estraneiDi(ask, madre, studio);
  const titolare = await aPersona("Titolare", { studio: { codice: studio } });
  return {
    ...{ drawer, studio, estranei, codici },
    datore: await beginSession(ask, madre),
    titolare: await beginSession(ask, titolare),
  };
}

/** What the forms could change of a drawer. */
async function everythingOf(drawer: string) {
  const posizione = drawer.split("/").at(-1) ?? "";
  const [row] = await ownerSql()`select
    (select md5(string_agg(b::text, '' order by id)) from bozze b where posizione_id = ${posizione}) as bozze,
    (select count(*)::int from quesiti where posizione_id = ${posizione}) as quesiti,
    (select string_agg(stato, '' order by id) from quesiti where posizione_id = ${posizione}) as stati,
    (select md5(string_agg(a::text, '' order by id)) from allegati a where posizione_id = ${posizione}) as allegati,
    (select count(*)::int from messaggi where posizione_id = ${posizione}) as messaggi`;
  return { ...row } as Record<string, unknown>;
}
