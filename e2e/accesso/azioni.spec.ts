import { moduliDellAgenda } from "../fixtures/agenda";
import { aDelega, aPersona, aStudio, type Gente, ownerSql } from "../fixtures/gente";
import { type Ask, locationOf, multipart } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form of the deleghe, taken from the page of whoever may send it and sent by whoever may not: nothing changes.
// And every page of a drawer, asked for by everybody who once had, will have or never had a delega.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const PAGINE = ["", "/anagrafica", "/rapporti", "/pagamenti", "/pagamenti.csv", "/scadenze.ics", "/delega"];
const RISERVATE = ["/deleghe", "/deleghe/nuova", "/accessi"];

test("a drawer is open to a delega in force, and to no other", async ({ ask, cookie }) => {
  test.slow();
  const { datore, drawer, estranei, delegato, sub } = await aWorld(ask);
  for (const part of PAGINE) {
    for (const [who, jar] of [delegato, sub]) {
      expect((await ask(drawer + part, { cookie: jar })).status, `${part} for ${who}`).toBe(200);
    }
    for (const [who, jar] of estranei) {
      const answer = await ask(drawer + part, { cookie: jar });
      const gone = answer.status === 307 && locationOf(answer).startsWith("/accesso");
      expect(gone || [403, 404].includes(answer.status), `${part} for ${who}: ${answer.status}`).toBe(true);
      expect(answer.text, `${part} for ${who}`).not.toContain(datore.codiceFiscale);
    }
  }
  for (const part of RISERVATE) {
    for (const [who, jar] of [...estranei, delegato, sub]) {
      expect([303, 307, 403, 404], `${part} for ${who}`).toContain(
        (await ask(drawer + part, { cookie: jar })).status,
      );
    }
  }
  expect(
    (await ask(drawer, { cookie: await cookie("elena") })).status,
    "a sede opens it with a reason first",
  ).toBe(404);
});

test("no form of the deleghe does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const { drawer, delegaId, estranei, delegato, sub, titolare, datoreJar, invitato, codiceSub } =
    await aWorld(ask);
  const nora = await cookie("nora");
  type Form = {
    page: string;
    of: string;
    text: string;
    fields: [string, string][];
    also: [string, string][];
    /** Names no drawer: another studio's titolare sends it for their own. */
    proprie?: true;
  };
  const forms: Form[] = [
    { page: `${drawer}/deleghe`, of: datoreJar, text: 'name="avvisa"', fields: [["avvisa", "si"]], also: [] },
    {
      page: `${drawer}/deleghe`,
      of: datoreJar,
      text: 'value="ritira"',
      fields: [["decisione", "ritira"]],
      also: [],
    },
    { page: `${drawer}/deleghe/${delegaId}`, of: datoreJar, text: 'name="motivo"', fields: [], also: [] },
    {
      page: `${drawer}/deleghe/nuova?tipo=personale`,
      of: datoreJar,
      text: 'name="codiceFiscale"',
      fields: [
        ["codiceFiscale", codiceSub],
        ["ambito", "operazioni"],
      ],
      also: [],
    },
    { page: `${drawer}/delega`, of: titolare, text: 'name="motivo"', fields: [], also: [sub] },
    {
      page: "/deleganti/proposte",
      proprie: true,
      of: titolare,
      text: 'name="codiceFiscale"',
      fields: [
        ["codiceFiscale", codiceSub],
        ["ambito", "operazioni"],
      ],
      also: [sub],
    },
    {
      page: "/deleganti/studio",
      proprie: true,
      of: titolare,
      text: parole("intermediari.studio.nominaBottone"),
      fields: [["codiceFiscale", codiceSub]],
      also: [sub],
    },
    { page: "/deleganti/studio", of: titolare, text: "Togli", fields: [], also: [sub] },
    {
      page: "/deleganti/studio",
      proprie: true,
      of: titolare,
      text: 'name="nome"',
      fields: [["nome", "X"]],
      also: [sub],
    },
    {
      page: "/profilo/deleghe",
      of: invitato,
      text: 'value="accetta"',
      fields: [["decisione", "accetta"]],
      also: [sub],
    },
    {
      page: "/amministrazione/tutele",
      of: nora,
      text: 'name="persona"',
      fields: [
        ["datore", codiceSub],
        ["persona", codiceSub],
        ["titolo", "tutore"],
        ["motivo", "decreto"],
      ],
      also: [sub],
    },
    {
      page: "/amministrazione/argomenti",
      of: nora,
      text: 'name="categoria"',
      fields: [
        ["categoria", "mav"],
        ["nome", "Inventato"],
        ["aiuto", ""],
        ["termine", "30"],
      ],
      also: [sub],
    },
    {
      page: "/amministrazione/argomenti/avviso_inesatto",
      of: nora,
      text: 'name="ordine"',
      fields: [
        ["nome", "Inventato"],
        ["aiuto", ""],
        ["termine", "30"],
        ["ordine", "1"],
        ["attivo", "no"],
      ],
      also: [sub],
    },
    {
      page: "/amministrazione/motivi",
      of: nora,
      text: 'name="daPortare"',
      fields: [...MOTIVO],
      also: [sub],
    },
    {
      page: "/amministrazione/motivi/rapporto_sospeso",
      of: nora,
      text: 'name="ordine"',
      fields: [...MOTIVO, ["ordine", "1"], ["attivo", "no"]],
      also: [sub],
    },
    { page: "/amministrazione/posta", of: nora, text: 'name="lettera"', fields: [], also: [sub] },
    {
      page: "/amministrazione/posta",
      of: nora,
      text: parole("postaInUscita.riprovaTutte"),
      fields: [],
      also: [sub],
    },
  ];
  const agenda = moduliDellAgenda(await cookie("elena"), await cookie("furio"));
  forms.push(...agenda.map((form) => ({ ...form, also: [sub] })));
  await ownerSql()`insert into posta (destinatario, modello, abbandonata_at, tentativi, ultimo_errore)
    values ('morta@posta.example', 'quesito_ricevuto', now(), 10, 'SMTP 550')`;
  const before = await everything();
  for (const { page, of, text, fields, also, proprie } of forms) {
    const { text: html } = await ask(page, { cookie: of });
    const form = formWith(html, text);
    const sent = await multipart([...hiddenFields(form), ...fields]);
    for (const [who, jar] of [...estranei, ...also, ...(of === titolare ? [] : [delegato])]) {
      if (proprie && who === "another studio") continue;
      const answer = await ask(page, { method: "POST", cookie: jar, ...sent });
      expect(answer.status, `${page} by ${who}`).toBeLessThan(500);
      expect(await everything(), `${page} (${text}) by ${who}: ${answer.status}`).toEqual(before);
    }
  }
});

const MOTIVO: [string, string][] = [
  ...([
    ["nome", "Inventato"],
    ["daPortare", ""],
    ["durata", "30"],
    ["pausa", "0"],
  ] as [string, string][]),
  ...([
    ["preavviso", "24"],
    ["orizzonte", "60"],
    ["richiedeQuesito", "si"],
    ["categoria", ""],
  ] as [string, string][]),
];

type Visitor = [who: string, cookie: string];

/** A datore with a delegato and a studio, and everybody around them who must stay outside. */
async function aWorld(ask: Ask) {
  const enter = (gente: Gente) => beginSession(ask, gente);
  const [studio, altro] = [await aStudio(), await aStudio()];
  const datore = await aPersona("Signora", { datore: true });
  const drawer = `/cassetto/${await aDelega(datore, { studio })}`;
  const figlio = await aPersona("Figlio", { delegato: true });
  await aDelega(datore, { persona: figlio });
  const held = async (cognome: string, over: object) => {
    const persona = await aPersona(cognome, { delegato: true });
    await aDelega(datore, { persona }, over);
    return enter(persona);
  };
  const estranei: Visitor[] = [
    ["nobody", ""],
    ["another datore", await enter(await aPersona("Vicina", { datore: true }))],
    ["a delegato of nobody", await enter(await aPersona("Estraneo", { delegato: true }))],
    ["one revoked", await held("Revocato", { stato: "revocata" })],
    ["one expired", await held("Scaduto", { data_inizio: "2025-01-01", data_fine: "2025-12-31" })],
    [
      "one not begun",
      await held("Futuro", { data_inizio: "2026-11-24", data_fine: "2026-12-31", titolo: "tutore" }),
    ],
    ["another studio", await enter(await aPersona("Altro", { studio: { codice: altro } }))],
  ];
  const titolare = await enter(await aPersona("Titolare", { studio: { codice: studio } }));
  const collega = await aPersona("Collega", { studio: { codice: studio, ruolo: "sub_abilitato" } });
  const sub: Visitor = ["a sub-abilitato", await enter(collega)];
  const ex = await aPersona("Ex", { studio: { codice: studio, ruolo: "sub_abilitato" } });
  estranei.push(["a former sub-abilitato", await enter(ex)]);
  await ownerSql()`delete from profili where utente_id = (select id from utenti where codice_fiscale = ${ex.codiceFiscale})`;
  await ownerSql()`insert into nomine (intermediario_codice, codice_fiscale) values (${studio}, ${ex.codiceFiscale})`;
  const invitato = await aPersona("Invitato", { delegato: true });
  await ownerSql()`insert into proposte (tipo, datore_codice_fiscale, datore_nome, delegato_codice_fiscale, ambito,
      data_inizio, proponente, termine)
    values ('personale', ${datore.codiceFiscale}, ${datore.nome}, ${invitato.codiceFiscale}, 'operazioni', '2026-11-23',
      'datore', '2026-12-20')`;
  const [delega] = await ownerSql()`select id from deleghe where intermediario_codice = ${studio}`;
  return {
    datore,
    drawer,
    delegaId: delega?.id as string,
    estranei,
    delegato: ["the delegato", await enter(figlio)] as Visitor,
    sub,
    titolare,
    datoreJar: await enter(datore),
    invitato: await enter(invitato),
    codiceSub: collega.codiceFiscale,
  };
}

/** What the forms could change, of everybody. */
async function everything() {
  const sql = ownerSql();
  const [row] = await sql`select
    (select md5(string_agg(d::text, '' order by id)) from deleghe d) as deleghe,
    (select md5(string_agg(p::text, '' order by id)) from proposte p) as proposte,
    (select md5(string_agg(n::text, '' order by intermediario_codice, codice_fiscale)) from nomine n) as nomine,
    (select md5(string_agg(d::text, '' order by id)) from disponibilita d) as disponibilita,
    (select md5(string_agg(a::text, '' order by id)) from assenze a) as assenze,
    (select md5(string_agg(p::text, '' order by sede_codice)) from patroni p) as patroni,
    (select md5(string_agg(c::text, '' order by segreto)) from calendari c) as calendari,
    (select md5(string_agg(f::text, '' order by posizione_id)) from preferenze f) as preferenze,
    (select md5(string_agg(a::text, '' order by codice)) from argomenti a) as argomenti,
    (select md5(string_agg(m::text, '' order by codice)) from motivi_appuntamento m) as motivi,
    (select count(*)::int from posta where abbandonata_at is not null) as morte,
    (select count(*)::int from gruppi) as gruppi, (select count(*)::int from profili) as profili,
    (select count(*)::int from eventi_delega) as eventi`;
  return row;
}
