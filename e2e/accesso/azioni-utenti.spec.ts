import { aPersona, idDiUtente, ownerSql } from "../fixtures/gente";
import { locationOf, multipart } from "../fixtures/http";
import { azioniOf, type Modulo, provaModuli, type Visitor } from "../fixtures/moduli";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { inventCodiceFiscale, ownerSettings } from "../fixtures/utenti";

// Every form about users, sent by everybody who is no amministratore, or one no more: nothing changes until one sends it.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const MOTIVO: [string, string] = ["motivo", "Richiesta scritta"];

test("no form about users does anything for whoever is no amministratore", async ({ ask, cookie }) => {
  test.slow();
  const owner = ownerSql();
  const chi = await aPersona("Utente", { datore: true });
  const utente = await idDiUtente(chi.codiceFiscale);
  const altro = inventCodiceFiscale();
  const sospeso = await aPersona("Sospeso", { amministratore: true });
  const nuovo = await aPersona("Appena", { amministratore: true });
  const estranei: Visitor[] = [["nobody", ""]];
  for (const chiave of ["anna", "bruno", "carla", "elena", "furio"] as const)
    estranei.push([chiave, await cookie(chiave)]);
  estranei.push(["a suspended amministratore", await beginSession(ask, sospeso)]);
  estranei.push(["an amministratore with the initial PIN", await beginSession(ask, nuovo)]);
  await owner`update utenti set disabilitato_at = now() where codice_fiscale = ${sospeso.codiceFiscale}`;
  await owner`update utenti set pin_iniziale = true where codice_fiscale = ${nuovo.codiceFiscale}`;
  const of = await cookie("nora");
  const form = (text: string, fields: Modulo["fields"], page = utente): Modulo => ({
    ...{ page: `/amministrazione/utenti/${page}`, of, text, fields, estranei },
  });
  const moduli = [
    form(
      'name="codiceFiscale"',
      [
        ["codiceFiscale", altro],
        ["tipo", "datore"],
      ],
      "nuovo",
    ),
    form('name="tipo"', [["tipo", "amministratore"], MOTIVO]),
    form('name="profilo"', [MOTIVO]),
    form('id="pin-motivo"', [MOTIVO]),
    form('id="sospendi-motivo"', [MOTIVO]),
    form('id="riammetti-motivo"', [MOTIVO]),
  ];
  const everythingOf = () => everything([chi.codiceFiscale, altro]);
  expect(await provaModuli(ask, moduli, everythingOf)).toEqual(azioniOf("utenti"));
});

test("an act upon users is answered 403 to a wrong profilo, and 404 when it names nobody", async ({
  ask,
  cookie,
}) => {
  const chi = await aPersona("Nessuno", { datore: true });
  const utente = await idDiUtente(chi.codiceFiscale);
  const page = `/amministrazione/utenti/${utente}`;
  const of = await cookie("nora");
  const hidden = hiddenFields(formWith((await ask(page, { cookie: of })).text, 'id="sospendi-motivo"'));
  const id = /(?<![0-9a-f])[0-9a-f]{42}(?![0-9a-f])/.exec(hidden.flat().join(" "))?.[0] ?? "";
  /** As a script of the page sends it. */
  const send = async (who: string, su: string) => {
    const fields = [
      ["_1_utente", su],
      ["_1_motivo", "Richiesta"],
      ["0", '[{},"$K1"]'],
    ] as const;
    const { body, headers } = await multipart([...fields]);
    const all = { ...headers, accept: "text/x-component", "next-action": id };
    return ask(page, { method: "POST", cookie: who, body, headers: all });
  };
  const form = await multipart([...hidden, MOTIVO]);
  for (const chiave of ["anna", "bruno", "carla", "elena", "furio"] as const) {
    const who = await cookie(chiave);
    expect((await send(who, utente)).status, chiave).toBe(403);
    // Without scripts the framework has one page for every refusal.
    const answer = await ask(page, { method: "POST", cookie: who, ...form });
    expect([403, 404], chiave).toContain(answer.status);
    expect(answer.text, chiave).not.toContain(chi.codiceFiscale);
  }
  expect(locationOf(await ask(page, { method: "POST", ...form })), "nobody is sent to the login").toMatch(
    /^\/accesso/,
  );
  expect((await send(of, "018f3c3e-0000-7000-8000-000000000001")).status).toBe(404);
});

/** What the forms could change of these two; other tests make users of their own at the same time. */
async function everything(codici: string[]) {
  return ownerSql()`select u.codice_fiscale, u.pin_hash, u.pin_iniziale, u.disabilitato_at,
    (select count(*)::int from profili p where p.utente_id = u.id) as profili,
    (select count(*)::int from eventi_amministrazione e where e.utente_id = u.id) as eventi
    from utenti u where u.codice_fiscale = any(${codici}) order by 1`;
}
