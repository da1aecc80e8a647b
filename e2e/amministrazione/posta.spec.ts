import { ownerSql } from "../fixtures/gente";
import { parole } from "../fixtures/persone";
import { readPosta } from "../fixtures/posta";
import { expect, expectNoOverflow, expectNoViolations, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: no letter can be made");

/** Given up long ago, so that no two tests have one of the same moment. */
async function aLettera(quando: Date): Promise<string> {
  const indirizzo = `morta${quando.getTime()}@posta.example`;
  await ownerSql()`insert into posta (destinatario, modello, accodata_at, abbandonata_at, tentativi, ultimo_errore)
    values (${indirizzo}, 'quesito_richiesta', ${quando}, now(), 10, 'SMTP 550')`;
  return indirizzo;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an amministratore sees a dead letter, without its address, and has it tried again, ${how}`, async ({
    logIn,
  }) => {
    const giorno = Math.floor(Math.random() * 1_000_000);
    const indirizzo = await aLettera(new Date(Date.parse("2026-01-01T08:00Z") + giorno * 20_000));
    const page = await logIn("nora", { javaScriptEnabled });
    await page.goto("/amministrazione/posta");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("postaInUscita.titolo"));
    const [row] = await ownerSql()`select id from posta where destinatario = ${indirizzo}`;
    const lettera = page.getByRole("listitem").filter({ has: page.locator(`input[value="${row?.id}"]`) });
    await expect(lettera).toContainText(parole("postaInUscita.modelli.quesito_richiesta"));
    await expect(lettera).toContainText("SMTP 550");
    await expect(page.getByRole("main")).not.toContainText("@");
    await expectNoOverflow(page);
    if (javaScriptEnabled) await expectNoViolations(page);
    await lettera.getByRole("button").click();
    await expect(page.getByText(parole("postaInUscita.fatti.riprovata"))).toBeVisible();
    await expect(lettera).toHaveCount(0);
    await expect.poll(() => readPosta(indirizzo).length, { timeout: 20_000 }).toBe(1);
  });
}

test("no other profile sees the mail", async ({ asDatore: page, faults }) => {
  faults.expectStatus(403);
  expect((await page.goto("/amministrazione/posta"))?.status()).toBe(403);
});
