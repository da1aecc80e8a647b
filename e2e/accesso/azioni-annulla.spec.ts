import { anAppuntamento, anIncontro, attachTo, statoOf } from "../fixtures/appuntamenti";
import { aDelega, aPersona, aStudio } from "../fixtures/gente";
import { multipart } from "../fixtures/http";
import { azioneOf, azioniOf } from "../fixtures/moduli";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

test("nobody but whom it is meant for reads an appuntamento or cancels it, whatever they send", async ({
  ask,
}) => {
  test.slow();
  const incontro = await anIncontro("Sorvegliati");
  const { datore, drawer } = incontro;
  const nota = "Una nota riservata";
  const { id, numero } = await anAppuntamento(incontro, { fra: 60, nota });
  const allegato = await attachTo(datore.posizione, id);
  const lettore = await aPersona("Lettore", { delegato: true });
  const ex = await aPersona("Revocato", { delegato: true });
  await aDelega(datore, { persona: ex }, { ambito: "operazioni", stato: "revocata" });
  await aDelega(datore, { persona: lettore }, { ambito: "consultazione" });
  const altrove = await anIncontro("Altrove");
  const estranei: [string, string][] = [
    ["another datore", await beginSession(ask, altrove.datore)],
    ["a delegato revoked", await beginSession(ask, ex)],
    [
      "another studio",
      await beginSession(ask, await aPersona("Altro", { studio: { codice: await aStudio() } })),
    ],
    ["another sede", await beginSession(ask, altrove.esperto)],
    ["its own sede, which has not opened the drawer", await beginSession(ask, incontro.esperto)],
    ["nobody", ""],
  ];
  const qui = `${drawer}/appuntamenti/${numero}`;
  const suo = await beginSession(ask, datore);
  const pagine = [
    `${drawer}/appuntamenti`,
    qui,
    `${qui}/annulla`,
    `${qui}/calendario.ics`,
    `${qui}/promemoria.pdf`,
  ];
  for (const page of [...pagine, `${drawer}/allegati/${allegato}`]) {
    expect((await ask(page, { cookie: suo })).status, page).toBe(200);
    for (const [who, cookie] of estranei) {
      const { status, text } = await ask(page, { cookie });
      expect([303, 307, 403, 404], `${page} for ${who}`).toContain(status);
      expect(text, `${page} for ${who}`).not.toContain(nota);
    }
  }
  // In one's own drawer somebody else's number is no number.
  const { status } = await ask(`${altrove.drawer}/appuntamenti/${numero}`, { cookie: estranei[0]?.[1] });
  expect(status).toBe(404);

  const form = formWith((await ask(`${qui}/annulla`, { cookie: suo })).text, 'name="motivo"');
  expect([azioneOf(hiddenFields(form))]).toEqual(azioniOf("annulla"));
  const sent = await multipart([...hiddenFields(form), ["motivo", "Da un altro"]]);
  const letto = await beginSession(ask, lettore);
  const chi = [...estranei, ["a delegato who only reads", letto] as const];
  for (const [who, cookie] of chi.filter(([name]) => !name.startsWith("its own sede"))) {
    const answer = await ask(`${qui}/annulla`, { method: "POST", cookie, ...sent });
    expect(answer.status, who).toBeLessThan(500);
    expect(await statoOf(id), who).toBe("confermato");
  }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => ask(`${qui}/annulla`, { method: "POST", cookie: suo, ...sent })),
  );
  expect(new Set(answers.map(({ headers }) => headers.location)).size, "ten times at once it is once").toBe(
    1,
  );
  expect(await statoOf(id)).toBe("annullato");
});
