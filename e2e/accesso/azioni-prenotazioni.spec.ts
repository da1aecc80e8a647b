import { aDelega, aPersona, aStudio, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import { anAgenda, anotherDatore, vivi } from "../fixtures/prenotazioni";
import { submit } from "../fixtures/quesiti";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form by which an appuntamento is booked, moved or waited for, taken from the page of the datore and sent by
// whoever may not: nothing changes, neither in that drawer nor in their own.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

type Form = { page: string; text: string; fields: [string, string][] };

test("no form of a booking does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const { pagina, posizione, datore, estranei } = await aWorld(ask);
  estranei.push(["an operatore of another sede", await cookie("elena")], ["nobody", ""]);
  const quando = `${pagina}/nuovo/quando?${await percheOf(posizione)}`;
  const orario = await orarioOf(ask, datore, `${quando}&modo=in_persona`);
  await submit(ask, datore, `${quando}&modo=video`, 'name="attesa"', [
    ...(await tutte(posizione)),
    ["modo_video", "si"],
  ]);
  const tenuta = await submit(ask, datore, `${quando}&modo=in_persona`, 'name="orario"', [
    ["orario", orario],
  ]);
  const forms: Form[] = [
    { page: `${quando}&modo=in_persona`, text: 'name="orario"', fields: [["orario", orario]] },
    { page: `${quando}&modo=in_persona`, text: "Lascialo libero", fields: [] },
    ...["conferma", "allegati", "orario", "rinuncia"].map((verso) => ({
      page: tenuta,
      text: 'name="nota"',
      fields: [
        ["verso", verso],
        ["nota", "Da un altro"],
      ] as [string, string][],
    })),
    { page: `${tenuta.split("?")[0]}/allegati`, text: 'name="parte"', fields: [["verso", "avanti"]] },
    { page: `${pagina}/nuovo`, text: "Esci dalla lista", fields: [] },
  ];
  await nothingChanges(ask, posizione, datore, estranei, forms);

  const preso = await submit(ask, datore, tenuta, 'name="nota"', [["verso", "conferma"]]);
  expect(preso).toMatch(/fatto=confermato$/);
  const sposta = `${preso.split("?")[0]}/sposta`;
  const altro = await orarioOf(ask, datore, sposta);
  const mossa = await submit(ask, datore, sposta, 'name="orario"', [["orario", altro]]);
  await nothingChanges(ask, posizione, datore, estranei, [
    { page: sposta, text: 'name="orario"', fields: [["orario", altro]] },
    ...["conferma", "orario"].map((verso) => ({
      page: mossa,
      text: 'name="prenotazione"',
      fields: [["verso", verso]] as [string, string][],
    })),
  ]);
  await submit(ask, datore, mossa, 'name="prenotazione"', [["verso", "conferma"]]);
  expect(await vivi(posizione)).toMatchObject([{ stato: "confermato", spostamenti: 1 }]);
});

test("twenty confirmations at once lead to one appuntamento, twenty choices to one hold", async ({ ask }) => {
  const { pagina, posizione, datore } = await aWorld(ask);
  const page = `${pagina}/nuovo/quando?${await percheOf(posizione)}&modo=in_persona`;
  const orario = await orarioOf(ask, datore, page);
  const twenty = async (where: string, text: string, fields: [string, string][]) => {
    const form = formWith((await ask(where, { cookie: datore })).text, text);
    const sent = await multipart([...hiddenFields(form), ...fields]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(where, { method: "POST", cookie: datore, ...sent })),
    );
    return new Set(answers.map(({ headers }) => headers.location));
  };
  const [tenuta = "", ...altrove] = [...(await twenty(page, 'name="orario"', [["orario", orario]]))];
  expect(altrove).toEqual([]);
  expect(await vivi(posizione)).toMatchObject([{ stato: "in_prenotazione" }]);
  const prese = await twenty(tenuta, 'name="nota"', [["verso", "conferma"]]);
  expect(prese.size).toBe(1);
  expect([...prese][0]).toMatch(/\/appuntamenti\/[0-9A-F-]{9}\?fatto=confermato$/);
  expect(await vivi(posizione)).toMatchObject([{ stato: "confermato" }]);
});

test("a reason or a time that no page offers is refused of a form too", async ({ ask }) => {
  const { pagina, posizione, datore } = await aWorld(ask);
  const page = `${pagina}/nuovo/quando?${await percheOf(posizione)}&modo=in_persona`;
  const orario = await orarioOf(ask, datore, page);
  const [sede, inizio, esperti] = orario.split("/");
  const forged: [string, string][][] = [
    [
      ["orario", orario],
      ["motivo", "pagamento_doppio"],
    ],
    [["orario", `${sede}/${Number(inizio) + 7}/${esperti}`]],
  ];
  for (const fields of forged) {
    const verso = await submit(ask, datore, page, 'name="orario"', fields);
    expect(verso).toMatch(/[?&]esito=(non_trovata|occupato)/);
  }
  expect(await vivi(posizione)).toEqual([]);
});

/** A datore with something to book, and everybody around them who must not book for them. */
async function aWorld(ask: Ask) {
  const agenda = await anAgenda("Madre");
  const { datore, pagina } = agenda;
  const figlio = await aPersona("Figlio", { delegato: true });
  await aDelega(datore, { persona: figlio }, { ambito: "consultazione" });
  const ex = await aPersona("Revocato", { delegato: true });
  await aDelega(datore, { persona: ex }, { ambito: "operazioni", stato: "revocata" });
  const vicina = await anotherDatore(agenda, "Vicina");
  const altro = await aPersona("Altro", { studio: { codice: await aStudio() } });
  const collega = await aPersona("Collega", { sede: { codice: agenda.sede } });
  const estranei: [who: string, cookie: string][] = [
    ["a delegato who reads", await beginSession(ask, figlio)],
    ["a delegato revoked", await beginSession(ask, ex)],
    ["another datore", await beginSession(ask, vicina)],
    ["another studio", await beginSession(ask, altro)],
    ["the sede, without having opened the drawer", await beginSession(ask, collega)],
  ];
  return { pagina, posizione: datore.posizione, datore: await beginSession(ask, datore), estranei };
}

async function nothingChanges(
  ask: Ask,
  posizione: string,
  datore: string,
  estranei: [string, string][],
  forms: Form[],
) {
  const before = await everythingOf(posizione);
  for (const { page, text, fields } of forms) {
    const form = formWith((await ask(page, { cookie: datore })).text, text);
    const sent = await multipart([...hiddenFields(form), ...fields]);
    for (const [who, jar] of estranei) {
      const answer = await ask(page, { method: "POST", cookie: jar, ...sent });
      expect(answer.status, `${page} by ${who}`).toBeLessThan(500);
      expect(await everythingOf(posizione), `${text} of ${page} by ${who}: ${answer.status}`).toEqual(before);
    }
  }
}

/** What the forms could change: of this drawer, and who else of its sede has a time. */
async function everythingOf(posizione: string) {
  const [row] = await ownerSql()`select
    (select md5(string_agg(a::text, '' order by id)) from appuntamenti a where a.sede_codice = p.sede_codice) as appuntamenti,
    (select md5(string_agg(t::text, '' order by id)) from attese t where t.posizione_id = p.id) as attese,
    (select md5(string_agg(b::text, '' order by id)) from bozze b where b.posizione_id = p.id) as bozze
    from posizioni p where p.id = ${posizione}`;
  return { ...row } as Record<string, unknown>;
}

async function percheOf(posizione: string): Promise<string> {
  const [row] = await ownerSql()`select codice from rapporti where posizione_id = ${posizione}`;
  return `motivo=rapporto_sospeso&rapporto=${row?.codice}`;
}

async function tutte(posizione: string): Promise<[string, string][]> {
  const [row] = await ownerSql()`select sede_codice from posizioni where id = ${posizione}`;
  return [[`sede_${row?.sede_codice}`, "si"]];
}

/** The first time a page offers. */
async function orarioOf(ask: Ask, cookie: string, page: string): Promise<string> {
  const { text } = await ask(page, { cookie });
  const bottone = text.match(/<button[^>]*>/g)?.find((tag) => tag.includes('name="orario"'));
  const found = bottone && /value="([^"]+)"/.exec(bottone)?.[1];
  if (!found) throw new Error(`no time on ${page}`);
  return found;
}
