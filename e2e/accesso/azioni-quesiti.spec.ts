import { aDelega, aPersona, aStudio, type Gente, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import { beginBozza, sendQuesito } from "../fixtures/quesiti";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form by which somebody writes to the sede, taken from the page of the datore and sent by whoever may not:
// nothing changes, neither in that drawer nor in their own.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

type Form = { page: string; text: string; fields: [string, string][] };

test("no form of the quesiti does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const { drawer, datore, estranei, codici } = await aWorld(ask);
  estranei.push(["an operatore", await cookie("elena")], ["nobody", ""]);
  const protocollo = await sendQuesito(ask, datore, drawer, "Già inviato");
  const bozza = await beginBozza(ask, datore, drawer, "Appena cominciato");
  const qui = `${drawer}/comunicazioni`;
  const forms: Form[] = [
    {
      page: `${qui}/nuova`,
      text: 'name="argomento"',
      fields: [
        ["rapporto", "posizione"],
        ["argomento", "avviso_inesatto"],
      ],
    },
    {
      page: bozza,
      text: 'name="argomento"',
      fields: [
        ["rapporto", "posizione"],
        ["argomento", "avviso_inesatto"],
      ],
    },
    {
      page: `${bozza}/testo`,
      text: 'name="testo"',
      fields: [
        ["oggetto", "Cambiato"],
        ["testo", "Cambiato"],
      ],
    },
    { page: `${bozza}/riepilogo`, text: 'name="bozza"', fields: [] },
    { page: qui, text: 'name="bozza"', fields: [] },
    { page: `${qui}/${protocollo}`, text: 'name="testo"', fields: [["testo", "Da un altro"]] },
    {
      page: `${qui}/${protocollo}`,
      text: 'name="testo"',
      fields: [
        ["testo", "Da un altro"],
        ["verso", "allegati"],
      ],
    },
    { page: `${qui}/${protocollo}/chiudi`, text: 'name="quesito"', fields: [] },
  ];
  const before = await everythingOf(drawer);
  for (const { page, text, fields } of forms) {
    const form = formWith((await ask(page, { cookie: datore })).text, text);
    const sent = await multipart([...hiddenFields(form), ...fields]);
    for (const [who, jar] of estranei) {
      const answer = await ask(page, { method: "POST", cookie: jar, ...sent });
      expect(answer.status, `${page} by ${who}`).toBeLessThan(500);
      expect(await everythingOf(drawer), `${page} by ${who}: ${answer.status}`).toEqual(before);
    }
  }
  const [altrove] = await ownerSql()`select count(*)::int as quante from bozze
    where utente_id in (select id from utenti where codice_fiscale = any(${codici}))`;
  expect(altrove?.quante, "nor has any of them begun one of their own by it").toBe(0);
  for (const [who, jar] of estranei.filter(([name]) => name !== "a delegato who reads")) {
    for (const page of [qui, `${qui}/${protocollo}`, `${qui}/${protocollo}/ricevuta.pdf`]) {
      const { status, text } = await ask(page, { cookie: jar });
      expect([303, 307, 403, 404], `${page} for ${who}`).toContain(status);
      expect(text).not.toContain("Già inviato");
    }
  }
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

/** A datore, and everybody around them who must not write for them. */
async function aWorld(ask: Ask) {
  const enter = (gente: Gente) => beginSession(ask, gente);
  const studio = await aStudio();
  const madre = await aPersona("Madre", { datore: true });
  const figlio = await aPersona("Figlio", { delegato: true });
  const drawer = `/cassetto/${await aDelega(madre, { persona: figlio }, { ambito: "consultazione" })}`;
  const ex = await aPersona("Revocato", { delegato: true });
  await aDelega(madre, { persona: ex }, { ambito: "operazioni", stato: "revocata" });
  const vicina = await aPersona("Vicina", { datore: true });
  const altro = await aPersona("Altro", { studio: { codice: studio } });
  const estranei: [who: string, cookie: string][] = [
    ["a delegato who reads", await enter(figlio)],
    ["a delegato revoked", await enter(ex)],
    ["another datore", await enter(vicina)],
    ["another studio", await enter(altro)],
  ];
  const codici = [figlio, ex, vicina, altro].map(({ codiceFiscale }) => codiceFiscale);
  return { drawer, datore: await enter(madre), estranei, codici };
}

/** What the forms could change of a drawer. */
async function everythingOf(drawer: string) {
  const posizione = drawer.split("/").at(-1) ?? "";
  const [row] = await ownerSql()`select
    (select md5(string_agg(b::text, '' order by id)) from bozze b where posizione_id = ${posizione}) as bozze,
    (select count(*)::int from quesiti where posizione_id = ${posizione}) as quesiti,
    (select string_agg(stato, '' order by id) from quesiti where posizione_id = ${posizione}) as stati,
    (select count(*)::int from messaggi where posizione_id = ${posizione}) as messaggi`;
  return { ...row } as Record<string, unknown>;
}
