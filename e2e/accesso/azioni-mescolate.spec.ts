import { aDelega, aPersona, ownerSql } from "../fixtures/gente";
import { type Ask, multipart } from "../fixtures/http";
import { beginBozza } from "../fixtures/quesiti";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// Two employers' tabs side by side: what a page of one sends acts in that drawer or nowhere, never in the other's,
// though whoever sends it may write in both.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

test("what is sent from one employer's page acts in no other's drawer", async ({ ask }) => {
  const figlio = await aPersona("Figlio", { delegato: true });
  const drawers: string[] = [];
  for (const cognome of ["Madre", "Zia"]) {
    const datore = await aPersona(cognome, { datore: true });
    const ambito = { ambito: "operazioni" };
    drawers.push(`/cassetto/${await aDelega(datore, { persona: figlio }, ambito)}`);
  }
  const [madre = "", zia = ""] = drawers;
  const cookie = await beginSession(ask, figlio);
  const bozze = { [madre]: "", [zia]: "" };
  for (const drawer of drawers) bozze[drawer] = await beginBozza(ask, cookie, drawer, "Una domanda");

  const mixed = [
    { page: `${madre}/comunicazioni/nuova`, other: `${zia}/comunicazioni/nuova`, text: 'name="argomento"' },
    { page: `${bozze[madre]}/testo`, other: `${bozze[zia]}/testo`, text: 'name="testo"' },
    { page: `${bozze[madre]}/riepilogo`, other: `${bozze[zia]}/riepilogo`, text: 'name="bozza"' },
    { page: `${madre}/comunicazioni`, other: `${zia}/comunicazioni`, text: 'name="bozza"' },
  ];
  const fields: [string, string][] = [
    ["rapporto", "posizione"],
    ["argomento", "avviso_inesatto"],
    ["oggetto", "Scambiato"],
    ["testo", "Scambiato"],
  ];
  const before = await everythingOf(drawers);
  for (const { page, other, text } of mixed) {
    const [here, there] = await Promise.all([page, other].map((where) => hiddenOf(ask, where, cookie, text)));
    const posizione = (form: [string, string][] = []) =>
      form.find(([name]) => name === "posizione")?.[1] ?? "";
    const onlyTheDrawer = here?.map(([name, value]) =>
      name === "posizione"
        ? ([name, posizione(there)] as [string, string])
        : ([name, value] as [string, string]),
    );
    for (const sent of [there, onlyTheDrawer]) {
      const body = await multipart([...(sent ?? []), ...fields]);
      const { status } = await ask(page, { method: "POST", cookie, ...body });
      expect(status, page).toBe(404);
      expect(await everythingOf(drawers), page).toEqual(before);
    }
  }

  const sent = await multipart(
    (await hiddenOf(ask, `${bozze[zia]}/riepilogo`, cookie, 'name="bozza"')) ?? [],
  );
  expect((await ask(`${bozze[zia]}/riepilogo`, { method: "POST", cookie, ...sent })).status).toBe(303);
  const after = await everythingOf(drawers);
  expect(after[0], "where it was not sent from").toEqual(before[0]);
  expect(after[1]).not.toEqual(before[1]);
});

const hiddenOf = async (ask: Ask, page: string, cookie: string, text: string) =>
  hiddenFields(formWith((await ask(page, { cookie })).text, text));

async function everythingOf(drawers: string[]) {
  const rows = [];
  for (const drawer of drawers) {
    const posizione = drawer.split("/").at(-1) ?? "";
    const [row] = await ownerSql()`select
      (select md5(string_agg(b::text, '' order by id)) from bozze b where posizione_id = ${posizione}) as bozze,
      (select count(*)::int from quesiti where posizione_id = ${posizione}) as quesiti`;
    rows.push({ ...row });
  }
  return rows;
}
