import { randomUUID } from "node:crypto";
import { aPersona, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Every form of a sede, taken from the page of whoever may send it and sent by whoever may not: nothing changes.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string) => parole(`sede.${key}`);

type Visitor = [who: string, cookie: string];
type Form = { page: string; of: string; text: string; fields: [string, string][]; strangers: Visitor[] };

test("no form of the sede does anything for whoever it is not meant for", async ({ ask, cookie }) => {
  test.slow();
  const world = await aWorld(ask, await cookie("nora"));
  const { estranei, collega, olga, renzo, mio, libero, idCollega, idEsperto, sede, altra } = world;
  const colleague: Visitor[] = [["a colleague not in charge", collega]];
  const officers: Visitor[] = [...colleague, ["who is in charge, but not responsabile", olga]];
  const motivo: [string, string] = ["motivo", "Perché sì"];
  const forms: Form[] = [
    { page: libero.pagina, of: olga, text: p("quesito.incarico.prendi"), fields: [], strangers: [] },
    { page: mio.pagina, of: olga, text: p("quesito.incarico.rilascia"), fields: [], strangers: colleague },
    ...(["invia", "salva", "allega"] as const).map((cosa) => ({
      page: mio.pagina,
      of: olga,
      text: 'name="testo"',
      fields: [
        ["testo", "Ecco"],
        ["tipo", "positivo"],
        ["cosa", cosa],
      ] as [string, string][],
      strangers: colleague,
    })),
    { page: mio.pagina, of: olga, text: 'name="nota"', fields: [["nota", "Io"]], strangers: [] },
    {
      page: mio.pagina,
      of: olga,
      text: 'name="esperto"',
      fields: [
        ["esperto", idEsperto],
        ["domanda", "Vale?"],
      ],
      strangers: colleague,
    },
    {
      page: mio.pagina,
      of: olga,
      text: 'name="collega"',
      fields: [["collega", idCollega], motivo],
      strangers: [],
    },
    {
      page: `${mio.pagina}?cercaSede=${altra}`,
      of: olga,
      text: 'name="perche"',
      fields: [
        ["sede", altra],
        ["perche", "Perché sì"],
      ],
      strangers: colleague,
    },
    {
      page: "/sede/comunicazioni?vista=sede",
      of: olga,
      text: 'name="motivo"',
      fields: [[`quesito.${mio.id}`, "si"], ["collega", idCollega], motivo],
      strangers: [],
    },
    {
      page: "/sede/andamento",
      of: renzo,
      text: 'name="a"',
      fields: [["da", world.idOlga], ["a", idCollega], motivo],
      strangers: officers,
    },
    {
      page: "/sede/modelli",
      of: renzo,
      text: 'value="salva"',
      fields: [
        ["titolo", "Rubato"],
        ["testo", "Rubato"],
        ["cosa", "salva"],
      ],
      strangers: officers,
    },
    {
      page: "/sede/modelli",
      of: renzo,
      text: 'value="elimina"',
      fields: [["cosa", "elimina"]],
      strangers: officers,
    },
    {
      page: "/sede/modelli",
      of: renzo,
      text: p("modelli.crea"),
      fields: [
        ["titolo", "Nuovo"],
        ["testo", "Nuovo"],
      ],
      strangers: officers,
    },
    {
      page: mio.pagina,
      of: olga,
      text: p("quesito.rispondi.eliminaConferma"),
      fields: [],
      strangers: [...colleague, ["a responsabile", renzo]],
    },
  ];
  const before = await everything(sede);
  for (const { page, of, text, fields, strangers } of forms) {
    const { text: html } = await ask(page, { cookie: of });
    const sent = await multipart([...hiddenFields(formWith(html, text)), ...fields]);
    for (const [who, jar] of [...estranei, ...strangers]) {
      const answer = await ask(page, { method: "POST", cookie: jar, ...sent });
      expect(answer.status, `${page} (${text}) by ${who}`).toBeLessThan(500);
      expect(await everything(sede), `${page} (${text}) by ${who}: ${answer.status}`).toEqual(before);
    }
  }
  // The same forms, sent by who may: they were the right ones.
  const { page, of, text, fields } = forms[5] as Form;
  const { text: html } = await ask(page, { cookie: of });
  await ask(page, {
    method: "POST",
    cookie: of,
    ...(await multipart([...hiddenFields(formWith(html, text)), ...fields])),
  });
  expect(await everything(sede)).not.toEqual(before);
});

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
  const scritta = { id: randomUUID(), posizione_id: datore.posizione, quesito_id: mio.id, utente_id: idOlga };
  await ownerSql()`insert into bozze ${ownerSql()({ ...scritta, lato: "sede", testo: "Da finire" })}`;
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
  return { ...jars, estranei, mio, libero, idOlga, idCollega, idEsperto, sede, altra };
}

/** What the forms could change, of this sede. */
async function everything(sede: string) {
  const sql = ownerSql();
  const [row] = await sql`with q as (select * from quesiti where sede_codice = ${sede}) select
    (select md5(string_agg(q::text, '' order by id)) from q) as quesiti,
    (select count(*)::int from eventi_quesito e join q on q.id = e.quesito_id) as eventi,
    (select count(*)::int from note_quesito n join q on q.id = n.quesito_id) as note,
    (select count(*)::int from pareri p join q on q.id = p.quesito_id) as pareri,
    (select count(*)::int from bozze b join q on q.id = b.quesito_id) as bozze,
    (select md5(string_agg(m::text, '' order by id)) from modelli_risposta m where sede_codice = ${sede}) as modelli`;
  return row;
}
