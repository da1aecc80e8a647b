import { moduliDellAgenda } from "../fixtures/agenda";
import { estraneiDi, legge } from "../fixtures/estranei";
import { aDelega, aPersona, aStudio, type Gente, ownerSql } from "../fixtures/gente";
import { type Ask, locationOf } from "../fixtures/http";
import { azioniOf, type Modulo, provaModuli, type Visitor } from "../fixtures/moduli";
import { parole } from "../fixtures/persone";
import { anAgenda } from "../fixtures/prenotazioni";
import { addressesOf } from "../fixtures/rotte";
import { beginSession } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form of the deleghe, taken from the page of whoever may send it and sent by whoever may not: nothing changes
// until who may sends it.
// And every page of a drawer, asked for by everybody who once had, will have or never had a delega.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

/** What is the datore's alone, whoever acts for them. */
const RISERVATE = /\/(deleghe|accessi)/;
/** What who acts writes is nobody else's. */
const DI_CHI_SCRIVE = /\[(bozza|prenotazione)\]/;

test("a drawer is open to a delega in force, and to no other", async ({ ask, cookie }) => {
  test.slow();
  const { agenda, datoreJar, drawer, estranei, delegato, sub } = await aWorld(ask);
  const addresses = await addressesOf(agenda);
  for (const [pattern, address] of addresses) {
    expect(address, "there is something for every id").not.toContain("[");
    // Only who acts for somebody has a delega of theirs.
    const suo = pattern.endsWith("/delega") ? 403 : 200;
    expect((await ask(address, { cookie: datoreJar })).status, `${address} for the datore`).toBe(suo);
    for (const [who, jar] of [delegato, sub]) {
      const { status } = await ask(address, { cookie: jar });
      if (RISERVATE.test(pattern)) expect([403, 404], `${address} for ${who}`).toContain(status);
      else if (!DI_CHI_SCRIVE.test(pattern)) expect(status, `${address} for ${who}`).toBe(200);
      else expect([303, 307, 404], `${address} for ${who}`).toContain(status);
    }
    for (const [who, jar] of estranei.filter((visitor) => !legge(visitor))) {
      const answer = await ask(address, { cookie: jar });
      const gone = answer.status === 307 && locationOf(answer).startsWith("/accesso");
      expect(gone || [403, 404].includes(answer.status), `${address} for ${who}: ${answer.status}`).toBe(
        true,
      );
      expect(answer.text, `${address} for ${who}`).not.toContain(agenda.datore.codiceFiscale);
    }
  }
  expect(
    (await ask(drawer, { cookie: await cookie("elena") })).status,
    "a sede opens it with a reason first",
  ).toBe(404);
});

type Form = Omit<Modulo, "estranei"> & {
  /** Names no drawer: the titolare of another studio sends it for their own. */
  proprie?: true;
};

test("no form of the deleghe does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const owner = ownerSql();
  const world = await aWorld(ask);
  const { agenda, drawer, delegaId, estranei, delegato, sub, titolare, datoreJar, studio, gruppo } = world;
  const posizione = agenda.datore.posizione;
  const nora = await cookie("nora");
  const ambito: [string, string] = ["ambito", "operazioni"];
  const suo: [string, string] = ["codiceFiscale", world.codiceSub];
  const letter =
    () => owner`insert into posta (destinatario, modello, abbandonata_at, tentativi, ultimo_errore)
    values ('morta@posta.example', 'quesito_ricevuto', now(), 10, 'SMTP 550')`;
  const offer =
    () => owner`insert into proposte (tipo, datore_codice_fiscale, datore_nome, intermediario_codice, ambito,
      data_inizio, proponente, termine)
    values ('professionale', ${agenda.datore.codiceFiscale}, ${agenda.datore.nome}, ${studio}, 'operazioni', '2026-11-23',
      'datore', '2026-12-20')`;
  const reopen = async () => {
    await owner`update deleghe set stato = 'attiva', ambito = 'operazioni', data_fine = null where id = ${delegaId}`;
    await owner`select aggiorna_deleganti(array[${posizione}::uuid], '2026-11-23')`;
  };
  const daDatore = (page: string, text: string, fields: Form["fields"] = []) => ({
    ...{ of: datoreJar, page: drawer + page, text, fields },
  });
  const daStudio = (page: string, text: string, fields: Form["fields"] = []) => ({
    ...{ of: titolare, page: `/deleganti${page}`, text, fields, proprie: true as const },
  });
  const daNora = (page: string, text: string, fields: Form["fields"] = []) => ({
    ...{ of: nora, page: `/amministrazione/${page}`, text, fields },
  });
  const tutela = async () => {
    const [row] = await owner`select id from deleghe where titolo = 'tutore' and stato = 'attiva'
      and delegato_codice_fiscale = ${world.codiceSub}`;
    return `/amministrazione/tutele/${row?.id}`;
  };
  await letter();
  const forms: Form[] = [
    daDatore("/deleghe", 'name="avvisa"', [["avvisa", "si"]]),
    daDatore("/pagamenti", 'name="avvisa"', [["avvisa", "si"]]),
    daDatore("/deleghe/nuova?tipo=personale", 'name="codiceFiscale"', [suo, ambito]),
    {
      ...{ page: "/profilo/deleghe", of: world.invitato, text: 'value="accetta"' },
      fields: [["decisione", "accetta"]],
    },
    {
      ...{ page: "/profilo/deleghe", of: world.nominata, text: 'name="intermediario"' },
      fields: [["decisione", "accetta"]],
    },
    { ...daDatore("/deleghe", 'value="ritira"', [["decisione", "ritira"]]), poi: offer },
    { ...daDatore(`/deleghe/${delegaId}`, 'name="al"', [["ambito", "consultazione"]]), poi: reopen },
    { ...daDatore(`/deleghe/${delegaId}`, 'name="motivo"'), poi: reopen },
    daStudio("", 'id="nel-gruppo"', [
      ["gruppo", gruppo],
      [`delegante.${posizione}`, "si"],
    ]),
    { page: `${drawer}/delega`, of: titolare, text: 'name="motivo"', fields: [] },
    { ...daStudio("/proposte", 'name="delega"'), proprie: undefined },
    { page: "/profilo/deleghe", of: world.nominata, text: 'name="delega"', fields: [] },
    { ...daStudio("/proposte", 'value="accetta"', [["decisione", "accetta"]]) },
    daStudio("/proposte", 'name="codiceFiscale"', [suo, ambito]),
    daStudio("/studio", parole("intermediari.studio.nominaBottone"), [
      ["codiceFiscale", world.codiceInvitato],
    ]),
    { ...daStudio("/studio", "Togli"), proprie: undefined },
    daStudio("/studio", 'name="nome"', [["nome", "X"]]),
    { ...daStudio("/studio", 'name="gruppo"'), proprie: undefined },
    daNora("tutele", 'name="persona"', [
      ["datore", agenda.datore.codiceFiscale],
      ["persona", world.codiceSub],
      ["titolo", "tutore"],
      ["motivo", "decreto"],
    ]),
    { ...daNora("tutele", 'name="tutela"', [["motivo", "Registrata per errore"]]), page: tutela },
    daNora("argomenti", 'name="categoria"', [["categoria", "mav"], ...ARGOMENTO]),
    daNora("argomenti/avviso_inesatto", 'name="ordine"', [...ARGOMENTO, ["ordine", "1"], ["attivo", "no"]]),
    daNora("motivi", 'name="daPortare"', MOTIVO),
    daNora("motivi/rapporto_sospeso", 'name="ordine"', [...MOTIVO, ["ordine", "1"], ["attivo", "no"]]),
    { ...daNora("posta", 'name="lettera"'), poi: letter },
    daNora("posta", parole("postaInUscita.riprovaTutte")),
    ...moduliDellAgenda(world.esperta, world.responsabile),
  ];
  const chiNo = ({ of, proprie }: Form) => [
    ...estranei.filter(([who]) => !proprie || !who.includes("studio")),
    ...(of === titolare ? [] : [delegato]),
    sub,
  ];
  const [argomenti, motivi] = [
    await owner`select * from argomenti`,
    await owner`select * from motivi_appuntamento`,
  ];
  try {
    const moduli = forms.map((form) => ({ ...form, estranei: chiNo(form) }));
    expect(await provaModuli(ask, moduli, everything)).toEqual(azioniOf("deleghe"));
  } finally {
    await putBack("argomenti", argomenti);
    await putBack("motivi_appuntamento", motivi);
  }
});

/** What the amministratore changed is everybody's. */
async function putBack(tabella: string, righe: readonly Record<string, unknown>[]): Promise<void> {
  const owner = ownerSql();
  await owner`delete from ${owner(tabella)} where codice <> all(${righe.map(({ codice }) => codice as string)})`;
  for (const { codice, nome, attivo, ordine, ...altro } of righe) {
    if (codice === "avviso_inesatto" || codice === "rapporto_sospeso")
      await owner`update ${owner(tabella)} set ${owner({ nome, attivo, ordine, ...altro } as never)} where codice = ${codice as string}`;
  }
}

const ARGOMENTO: [string, string][] = [
  ["nome", "Inventato"],
  ["aiuto", ""],
  ["termine", "30"],
];
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

/** A datore with a delegato and a studio, and everybody around them who must stay outside. */
async function aWorld(ask: Ask) {
  const owner = ownerSql();
  const enter = (gente: Gente) => beginSession(ask, gente);
  const agenda = await anAgenda("Signora");
  const { datore, sede } = agenda;
  const studio = await aStudio();
  const drawer = `/cassetto/${await aDelega(datore, { studio })}`;
  const figlio = await aPersona("Figlio", { delegato: true });
  // Not the one whom the datore chooses: there is room for that.
  await aDelega(datore, { persona: figlio }, { titolo: "tutore" });
  const { estranei } = await estraneiDi(ask, datore, studio);
  estranei.push(["nobody", ""]);
  const collega = await aPersona("Collega", { studio: { codice: studio, ruolo: "sub_abilitato" } });
  const invitato = await aPersona("Invitato", { delegato: true });
  await owner`insert into proposte (tipo, datore_codice_fiscale, datore_nome, delegato_codice_fiscale, ambito,
      data_inizio, proponente, termine)
    values ('personale', ${datore.codiceFiscale}, ${datore.nome}, ${invitato.codiceFiscale}, 'operazioni', '2026-11-23',
      'datore', '2026-12-20')`;
  const nominata = await aPersona("Incaricata", { delegato: true });
  await owner`insert into nomine (intermediario_codice, codice_fiscale) values (${studio}, ${nominata.codiceFiscale})`;
  // What begins next year is not of this drawer: there is room for one.
  const vicina = await aPersona("Domani", { datore: true });
  for (const chi of [{ persona: nominata }, { studio }])
    await aDelega(vicina, chi, { data_inizio: "2027-01-01" });
  const [gruppo] =
    await owner`insert into gruppi (intermediario_codice, nome) values (${studio}, 'Urgenti') returning id`;
  const [delega] = await owner`select id from deleghe where intermediario_codice = ${studio}
    and posizione_id = ${datore.posizione}`;
  return {
    ...{ agenda, drawer, studio, estranei, gruppo: gruppo?.id as string, delegaId: delega?.id as string },
    delegato: ["the delegato", await enter(figlio)] as Visitor,
    sub: ["a sub-abilitato", await enter(collega)] as Visitor,
    titolare: await enter(await aPersona("Titolare", { studio: { codice: studio } })),
    datoreJar: await enter(datore),
    ...{ invitato: await enter(invitato), nominata: await enter(nominata) },
    ...{ codiceSub: collega.codiceFiscale, codiceInvitato: invitato.codiceFiscale },
    esperta: await enter(agenda.esperta),
    responsabile: await enter(await aPersona("Capo", { sede: { codice: sede, tipo: "responsabile" } })),
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
    (select count(*)::int from gruppi) as gruppi, (select count(*)::int from gruppi_deleganti) as nei_gruppi, (select count(*)::int from profili) as profili,
    (select count(*)::int from eventi_delega) as eventi, (select count(*)::int from eventi_studio) as nello_studio`;
  return row;
}
