import { randomUUID } from "node:crypto";
import { anAppuntamento } from "../fixtures/appuntamenti";
import { aPdf } from "../fixtures/file-ostili";
import { aPersona, type Gente, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import {
  azioneOf,
  azioniOf,
  type Modulo,
  provaModuli,
  provaPerScript,
  type Visitor,
} from "../fixtures/moduli";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";
import { OGGI } from "../fixtures/world";

// Every form of a sede, taken from the page of whoever may send it and sent by whoever may not: nothing changes.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string) => parole(`sede.${key}`);

test("no form of the sede does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const world = await aWorld(ask, await cookie("nora"));
  const { estranei, collega, olga, eva, renzo, mio, libero, idOlga, idCollega, idEsperto, sede, altra } =
    world;
  const colleague: Visitor[] = [["a colleague not in charge", collega]];
  const officers: Visitor[] = [...colleague, ["who is in charge, but not responsabile", olga]];
  const motivo: [string, string] = ["motivo", "Perché sì"];
  /** In charge of olga again, whatever became of it. */
  const give = () =>
    ownerSql()`update quesiti set stato = 'in_carico', assegnato_a = ${idOlga} where id = ${mio.id}`;
  const reply = (cosa: string): Modulo["fields"] => [
    ["testo", "Ecco"],
    ["tipo", "positivo"],
    ["cosa", cosa],
  ];
  const file = new File([new Uint8Array(aPdf())], "a.pdf");
  let allegati = "";
  const di = (
    of: string,
    page: Modulo["page"],
    text: string,
    fields: Modulo["fields"],
    altri: Visitor[] = [],
  ) => ({
    ...{ of, page, text, fields, estranei: [...estranei, ...altri] },
  });
  const diOlga = (text: string, fields: Modulo["fields"], altri: Visitor[] = []) =>
    di(olga, mio.pagina, text, fields, altri);
  const modelli = (text: string, fields: Modulo["fields"]) =>
    di(renzo, "/sede/modelli", text, fields, officers);
  const testi: Modulo["fields"] = [
    ["titolo", "Rubato"],
    ["testo", "Rubato"],
  ];
  const forms: Modulo[] = [
    {
      ...di(olga, "/sede/comunicazioni", 'id="prendi"', [["scelto", `${libero.id}/${libero.protocollo}`]]),
      poi: () => ownerSql()`update quesiti set stato = 'inviato', assegnato_a = null where id = ${libero.id}`,
    },
    di(olga, libero.pagina, p("quesito.incarico.prendi"), []),
    diOlga('name="nota"', [["nota", "Io"]]),
    diOlga('name="testo"', reply("salva"), colleague),
    {
      ...diOlga('name="testo"', reply("allega").with(0, ["testo", "Ecco, con un file"]), colleague),
      poi: ({ headers }) => {
        allegati = headers.location ?? "";
      },
    },
    { ...di(olga, () => allegati, 'name="file"', [], colleague), files: { file } },
    di(olga, () => allegati, 'name="allegato"', [], colleague),
    diOlga(p("quesito.rispondi.eliminaConferma"), [], [...colleague, ["a responsabile", renzo]]),
    diOlga(
      'name="esperto"',
      [
        ["esperto", idEsperto],
        ["domanda", "Vale?"],
      ],
      colleague,
    ),
    {
      ...di(eva, mio.pagina, 'name="testoParere"', [["testoParere", "Sì."]], officers),
      estranei: [...estranei.filter(([, jar]) => jar !== eva), ...officers],
    },
    diOlga('name="testo"', reply("invia"), colleague),
    { ...diOlga(p("quesito.partenza.ferma"), [], colleague), poi: give },
    { ...diOlga(p("quesito.incarico.rilascia"), [], colleague), poi: give },
    { ...diOlga('name="collega"', [["collega", idCollega], motivo]), poi: give },
    {
      ...di(olga, "/sede/comunicazioni?vista=sede", 'name="motivo"', [
        [`quesito.${mio.id}`, "si"],
        ["collega", idCollega],
        motivo,
      ]),
      poi: give,
    },
    {
      ...di(renzo, "/sede/andamento", 'name="a"', [["da", idOlga], ["a", idCollega], motivo], officers),
      poi: give,
    },
    di(
      olga,
      `${mio.pagina}?cercaSede=${altra}`,
      'name="perche"',
      [
        ["sede", altra],
        ["perche", "Perché sì"],
      ],
      colleague,
    ),
    modelli(p("modelli.crea"), [
      ["titolo", "Nuovo"],
      ["testo", "Nuovo"],
    ]),
    modelli('value="salva"', [...testi, ["cosa", "salva"]]),
    modelli('value="elimina"', [["cosa", "elimina"]]),
  ];
  const azioni = await provaModuli(ask, forms, () => everything(sede));
  // What the page keeps while somebody types; all that was olga's is the colleague's by now.
  const salva = "quesiti/lavorazione salvaRispostaAction";
  const testo = { bozza: randomUUID(), tipo: "", testo: "Si salva da sola" };
  const fields = { quesito: libero.id, protocollo: libero.protocollo, ...testo };
  const altri: Visitor[] = [...estranei, ["who is not in charge any more", olga]];
  const modulo = { page: libero.pagina, of: collega, estranei: altri, fields };
  await provaPerScript(ask, salva, modulo, () => everything(sede));
  expect([...azioni, salva].sort()).toEqual(azioniOf("sede"));
});

test("no form of the counter does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const { estranei, olga, sede, datore } = await aWorld(ask, await cookie("nora"));
  const appuntamento = await anIncontro(datore, sede);
  const pagina = `/sede/appuntamenti/${appuntamento.numero}`;
  const atto = (name: string): Modulo["fields"] => [["atto", name]];
  const again =
    () => ownerSql()`update appuntamenti set stato = 'confermato', arrivato_at = null, iniziato_at = null, chiuso_at = null
    where id = ${appuntamento.id}`;
  const di = (page: string, text: string, fields: Modulo["fields"]) => ({
    ...{ of: olga, page, text, fields, estranei },
  });
  const forms: Modulo[] = [
    di("/sede/appuntamenti?esperto=tutti", 'name="appuntamento"', atto("arrivato")),
    di(pagina, 'value="iniziato"', atto("iniziato")),
    di(pagina, parole("appuntamenti.giornata.correggi.bottone", { momento: "In corso" }), []),
    {
      ...di(pagina, 'name="esito"', [
        ["esito", "definito"],
        ["nota", "Corretto al telefono"],
      ]),
      poi: again,
    },
    di(pagina, 'name="collegamento"', [["collegamento", "https://video.example/stanza"]]),
    di(pagina, 'name="motivo"', [["motivo", "Sede chiusa"]]),
  ];
  const azioni = await provaModuli(ask, forms, () => agendaDi(sede));

  // Whoever looks for somebody gets an answer, and by it the form that opens their drawer.
  const page = "/sede/posizioni";
  const cerca = formWith((await ask(page, { cookie: olga })).text, 'name="cerca"');
  const query: [string, string][] = [
    ["cerca", datore.codiceFiscale],
    ["motivo", "Ha telefonato"],
  ];
  const sent = await multipart([...hiddenFields(cerca), ...query]);
  const search = async (jar: string) => (await ask(page, { method: "POST", cookie: jar, ...sent })).text;
  for (const [who, jar] of estranei) {
    expect(await search(jar), `what ${who} finds`).not.toContain(datore.posizione);
  }
  const html = await search(olga);
  expect(html).toContain(datore.posizione);
  const apri = hiddenFields(formWith(html, `value="${datore.posizione}"`));
  const open = await multipart(apri);
  for (const [who, jar] of estranei) {
    await ask(page, { method: "POST", cookie: jar, ...open });
    expect(await aperture(datore.posizione), who).toBe(0);
  }
  await ask(page, { method: "POST", cookie: olga, ...open });
  expect(await aperture(datore.posizione)).toBe(1);
  expect([...azioni, azioneOf(hiddenFields(cerca)), azioneOf(apri)].sort()).toEqual(azioniOf("di sportello"));
});

/** An appuntamento of today. */
function anIncontro(datore: Gente & { posizione: string }, sede: string) {
  return aPersona("Esperta", { sede: { codice: sede, esperto: true } }).then(async (gente) => {
    const [utente] = await ownerSql()`select id from utenti where codice_fiscale = ${gente.codiceFiscale}`;
    const esperto = { ...gente, id: utente?.id };
    const [inizio_at, fine_at] = [`${OGGI}T09:00:00Z`, `${OGGI}T09:20:00Z`];
    return anAppuntamento(
      { sede, datore, esperto, telefono: "", drawer: "" },
      { inizio_at, fine_at, impegno: `[${inizio_at},${fine_at})`, modo: "video" },
    );
  });
}

async function agendaDi(sede: string) {
  const [row] = await ownerSql()`
    select md5(string_agg(a::text, '' order by id)) as appuntamenti from appuntamenti a where sede_codice = ${sede}`;
  return row;
}

const aperture = async (posizione: string): Promise<number> =>
  (
    await ownerSql()`select count(*)::int as n from accessi where posizione_id = ${posizione} and cosa = 'apertura'`
  )[0]?.n;

/** A sede with one quesito in charge of olga and one of nobody, and everybody around it who must stay outside. */
async function aWorld(ask: Ask, nora: string) {
  const [sede, altra] = [await aSede("W1"), await aSede("W1")];
  const datore = await aDatoreDi(sede, "Signora");
  const made = {
    olga: await aPersona("Olga", { sede: { codice: sede } }),
    collega: await aPersona("Collega", { sede: { codice: sede } }),
    renzo: await aPersona("Renzo", { sede: { codice: sede, tipo: "responsabile" } }),
    gina: await aPersona("Gina", { sede: { codice: altra } }),
    capo: await aPersona("Capo", { sede: { codice: altra, tipo: "responsabile" } }),
    eva: await aPersona("Eva", { sede: { codice: altra, esperto: true } }),
    vicina: await aPersona("Vicina", { datore: true }),
  };
  const idOf = async (codiceFiscale: string) =>
    (await ownerSql()`select id from utenti where codice_fiscale = ${codiceFiscale}`)[0]?.id as string;
  const idOlga = await idOf(made.olga.codiceFiscale);
  const mio = await aQuesito(sede, datore, "Di olga", { stato: "in_carico", assegnato_a: idOlga });
  const libero = await aQuesito(sede, datore, "Di nessuno");
  const modello = { sede_codice: sede, titolo: "Saluti", testo: "Cordiali saluti" };
  await ownerSql()`insert into modelli_risposta ${ownerSql()(modello)}`;
  const jars = Object.fromEntries(
    await Promise.all(
      Object.entries(made).map(async ([chi, gente]) => [chi, await beginSession(ask, gente)] as const),
    ),
  ) as Record<keyof typeof made, string>;
  const estranei: Visitor[] = [
    ["nobody", ""],
    ["who asked", await beginSession(ask, datore)],
    ["another datore", jars.vicina],
    ["an operatore of another sede", jars.gina],
    ["a responsabile of another sede", jars.capo],
    ["an esperto nobody asked", jars.eva],
    ["an amministratore", nora],
  ];
  const idCollega = await idOf(made.collega.codiceFiscale);
  const idEsperto = await idOf(made.eva.codiceFiscale);
  return { ...jars, estranei, datore, mio, libero, idOlga, idCollega, idEsperto, sede, altra };
}

/** What the forms could change, of this sede. */
async function everything(sede: string) {
  const sql = ownerSql();
  const [row] = await sql`with q as (select * from quesiti where sede_codice = ${sede}) select
    (select md5(string_agg(q::text, '' order by id)) from q) as quesiti,
    (select count(*)::int from eventi_quesito e join q on q.id = e.quesito_id) as eventi,
    (select count(*)::int from note_quesito n join q on q.id = n.quesito_id) as note,
    (select count(*)::int from pareri p join q on q.id = p.quesito_id) as pareri,
    (select md5(string_agg(b::text, '' order by b.id)) from bozze b join q on q.id = b.quesito_id) as bozze,
    (select count(*)::int from allegati a join bozze b on b.id = a.bozza_id join q on q.id = b.quesito_id) as allegati,
    (select count(*)::int from pareri p join q on q.id = p.quesito_id where p.reso_at is not null) as resi,
    (select md5(string_agg(m::text, '' order by id)) from modelli_risposta m where sede_codice = ${sede}) as modelli`;
  return row;
}
