import { aDelega, aPersona, aStudio, ownerSql } from "../fixtures/gente";
import { multipart } from "../fixtures/http";
import { parole } from "../fixtures/persone";
import { beginSession, formWith, hiddenFields } from "../fixtures/session";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { inventCodiceFiscale, ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

for (const javaScriptEnabled of [true, false]) {
  test(`a titolare takes on a sub-abilitato, divides the work, and lets them go, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    enter,
    faults,
  }) => {
    test.slow();
    const studio = await aStudio();
    const titolare = await aPersona("Titolare", { studio: { codice: studio } });
    const collega = await aPersona("Collega", { delegato: true });
    const clienti = [await aPersona("Bianchi", { datore: true }), await aPersona("Verdi", { datore: true })];
    for (const cliente of clienti) await aDelega(cliente, { studio });

    const page = await enter(titolare, { javaScriptEnabled });
    await page.goto("/deleganti/studio");
    await page.getByLabel(parole("intermediari.studio.codiceFiscale")).fill(collega.codiceFiscale);
    await page
      .getByRole("button", { name: parole("intermediari.studio.nominaBottone"), exact: true })
      .click();
    await expect(page.getByText(parole("intermediari.fatti.nominato"))).toBeVisible();
    await expect(page.getByRole("main"), "whose codice fiscale it is stays unsaid").not.toContainText(
      "Collega",
    );

    const other = await enter(collega, { javaScriptEnabled });
    await other.goto("/profilo/deleghe");
    await other
      .getByRole("button", { name: parole("deleghe.accettaDi", { chi: `Studio ${studio}` }) })
      .click();
    await expect(other.getByText(parole("deleghe.fatti.incarico_accettato"))).toBeVisible();
    await expect(
      other.getByRole("heading", { name: parole("deleghe.persona.lavori", { studio: `Studio ${studio}` }) }),
    ).toBeVisible();
    await expect(other.getByRole("heading", { name: parole("deleghe.persona.daDecidere") })).toHaveCount(0);
    await other
      .getByRole("button", { name: parole("deleghe.persona.lavora", { studio: `Studio ${studio}` }) })
      .click();
    await expect(other.getByRole("rowheader")).toHaveCount(2);
    await other.getByRole("rowheader").getByRole("link").first().click();
    await expect(other.getByRole("complementary")).toContainText(`Studio ${studio}`);
    const drawer = other.url();
    await other.goto(`${drawer}/delega`);
    await expect(other.getByRole("button", { name: parole("deleghe.mia.conferma") })).toHaveCount(0);
    await other.goto("/deleganti/proposte");
    await expect(other.getByText(parole("deleghe.studio.soloTitolare"))).toBeVisible();
    faults.expectStatus(403, 404);
    expect((await other.goto("/deleganti/studio"))?.status()).toBe(403);

    await page.goto("/deleganti/studio");
    await expect(page.getByText(parole("intermediari.studio.stati.attiva")).first()).toBeVisible();
    await expect(page.locator("#attivita")).toContainText(parole("accessi.cose.panoramica"));
    /** Stands once among what was done, with who did it and no drawer. */
    const decisa = async (chi: string, cosa: string) => {
      const riga = page.locator("#attivita").getByRole("listitem").filter({ hasText: cosa });
      await expect(riga).toHaveCount(1);
      await expect(riga).toContainText(chi);
      await expect(riga).not.toContainText(parole("intermediari.studio.delegaFinita"));
    };
    const codice = collega.codiceFiscale;
    await decisa(titolare.nome, parole("accessi.cose.studio_nomina_proposta", { codice }));
    await decisa(collega.nome, parole("accessi.cose.studio_nomina_accettata"));
    await page.getByLabel(parole("intermediari.studio.nuovoGruppo")).fill("W".repeat(60));
    await page.getByRole("button", { name: parole("intermediari.studio.crea") }).click();
    await expect(page.getByRole("link", { name: "W".repeat(60) })).toBeVisible();
    await page.getByLabel(parole("intermediari.studio.nuovoGruppo")).fill("Roma nord");
    await page.getByRole("button", { name: parole("intermediari.studio.crea") }).click();
    await expect(page.getByRole("link", { name: "Roma nord" })).toBeVisible();
    await decisa(titolare.nome, parole("accessi.cose.studio_gruppo_creato", { codice: "Roma nord" }));
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await page.goto("/deleganti");
    await page.getByLabel(parole("deleganti.segna", { chi: clienti[0]?.nome ?? "" })).check();
    await page.getByLabel(parole("deleganti.assegna")).selectOption("Roma nord");
    await page.getByRole("button", { name: parole("deleganti.sposta") }).click();
    await expect(page.getByRole("rowheader").filter({ hasText: "Roma nord" })).toHaveCount(1);
    await page.getByLabel(parole("deleganti.gruppo"), { exact: true }).selectOption("Roma nord");
    await page.getByRole("button", { name: parole("deleganti.filtra"), exact: true }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    if (javaScriptEnabled) await expectNoViolations(page);

    await page.goto("/deleganti/studio");
    await decisa(titolare.nome, "Ha messo un delegante nel gruppo «Roma nord»");
    const togli = page
      .getByRole("listitem")
      .filter({ hasText: collega.nome })
      .filter({ has: page.locator("form") });
    const conferma = togli.getByRole("button", { name: parole("intermediari.studio.togliConferma") });
    await expect(conferma, "nobody is let go at one press").toBeHidden();
    await togli.locator("summary").click();
    await conferma.click();
    await expect(page.getByText(parole("intermediari.fatti.tolto"))).toBeVisible();
    await decisa(titolare.nome, parole("accessi.cose.studio_nomina_revocata", { codice }));
    const gruppo = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Roma nord" }) });
    await gruppo.locator("summary").click();
    await gruppo.getByRole("button", { name: parole("intermediari.studio.eliminaConferma") }).click();
    await expect(page.getByRole("link", { name: "Roma nord" })).toHaveCount(0);
    await decisa(titolare.nome, parole("accessi.cose.studio_gruppo_eliminato", { codice: "Roma nord" }));
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    // Who has not answered was not in yet.
    const nessuno = inventCodiceFiscale();
    await page.getByLabel(parole("intermediari.studio.codiceFiscale")).fill(nessuno);
    await page
      .getByRole("button", { name: parole("intermediari.studio.nominaBottone"), exact: true })
      .click();
    const nominato = page.getByRole("listitem").filter({ hasText: nessuno, has: page.locator("summary") });
    await nominato.locator("summary").click();
    await nominato.getByRole("button", { name: parole("intermediari.studio.togliConferma") }).click();
    await expect(page.getByText(parole("intermediari.fatti.nomina_ritirata"))).toBeVisible();
    await other.goto(drawer);
    await expect(other).toHaveURL(/\/accesso/);
  });
}

test("the list of deleganti is a file that holds what the search finds", async ({ ask, cookie }) => {
  const { status, headers, text } = await ask("/deleganti/elenco.csv?filtro=scaduto&ordine=scaduto", {
    cookie: await cookie("carla"),
  });
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["content-disposition"]).toMatch(/attachment; filename="deleganti-2026-11-23.csv"/);
  const [head, ...rows] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
  expect(head?.split(";")[7]).toBe("scaduto");
  const scaduti = rows.map((row) => Number(row.split(";")[7]?.replace(",", ".")));
  expect(scaduti.length).toBeGreaterThan(5);
  expect(scaduti.every((scaduto) => scaduto > 0)).toBe(true);
  expect(scaduti).toEqual(scaduti.toSorted((a, b) => b - a));
});

test("who divides the deleganti among groups comes back to the page they were on", async ({ ask }) => {
  const owner = ownerSql();
  const studio = await aStudio();
  const titolare = await beginSession(ask, await aPersona("Titolare", { studio: { codice: studio } }));
  await owner`with nuovi as (insert into soggetti (codice_fiscale, cognome, nome)
      select ${studio} || n, 'Cliente' || n, 'Prova' from generate_series(1, 51) n returning codice_fiscale),
    aperte as (insert into posizioni (codice_fiscale, sede_codice)
      select codice_fiscale, (select min(codice) from sedi) from nuovi returning id)
    insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
    select id, 'professionale', ${studio}, '2026-01-01', 'attiva' from aperte`;
  await owner`select aggiorna_deleganti(array(select posizione_id from deleghe where intermediario_codice = ${studio}),
    '2026-11-23')`;
  const [gruppo] =
    await owner`insert into gruppi (intermediario_codice, nome) values (${studio}, 'Urgenti') returning id`;
  const { text } = await ask("/deleganti", { cookie: titolare });
  const second = /\/deleganti\?dopo=[\w-]+/.exec(text)?.[0] ?? "";
  const page = (await ask(second, { cookie: titolare })).text;
  const [ticked] = /delegante\.[0-9a-f-]{36}/.exec(page) ?? [];
  const fields = [...hiddenFields(formWith(page, 'id="nel-gruppo"')), ["gruppo", gruppo?.id], [ticked, "si"]];
  const sent = await multipart(fields as [string, string][]);
  const answer = await ask(second, { method: "POST", cookie: titolare, ...sent });
  expect(answer.headers.location).toBe(`${second}&fatto=salvato`);
});

test("an amministratore registers what a court decided", async ({ logIn, enter }) => {
  const anziano = await aPersona("Anziano", { datore: true });
  const tutore = await aPersona("Tutore", { delegato: true });
  const page = await logIn("nora");
  await page.goto("/amministrazione/tutele");
  await page.getByLabel(parole("deleghe.tutele.datore")).fill(anziano.codiceFiscale);
  await page.getByLabel(parole("deleghe.tutele.persona")).fill(tutore.codiceFiscale);
  await page.getByRole("button", { name: parole("deleghe.tutele.registra") }).click();
  await expect(page.getByText(parole("deleghe.errori.titolo")).first()).toBeVisible();
  await page.getByRole("radio", { name: parole("deleghe.titoli.tutore") }).check();
  await page.getByLabel(parole("deleghe.tutele.motivo")).fill("Tribunale di Roma, n. 123 del 4 maggio 2026");
  await page.getByRole("button", { name: parole("deleghe.tutele.registra") }).click();
  await expect(page.getByText(parole("deleghe.fatti.tutela_registrata"))).toBeVisible();

  const other = await enter(tutore);
  await other.goto("/deleganti");
  await other.getByRole("rowheader").getByRole("link").click();
  await expect(other.getByRole("complementary")).toContainText(anziano.nome);
  await other.goto(`${other.url()}/delega`);
  await expect(
    other.getByRole("definition").filter({ hasText: parole("deleghe.titoli.tutore") }),
  ).toBeVisible();
  await expect(other.getByRole("button", { name: parole("deleghe.mia.conferma") })).toHaveCount(0);
});
