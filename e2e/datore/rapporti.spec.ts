import { giorno, nomeOf, rapportiOf, soggettoOf } from "../fixtures/archivio";
import { parole, personaOf } from "../fixtures/persone";
import { expect, expectNoOverflow, test } from "../fixtures/test";

const [attivo = {}, cessato = {}] = rapportiOf(personaOf("anna").codiceFiscale);
const MARIA = nomeOf(attivo.lavoratore ?? "");
const OLENA = nomeOf(cessato.lavoratore ?? "");

for (const javaScriptEnabled of [true, false]) {
  test(`rapporti are found by state and by name ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    logIn,
    cassetto,
  }) => {
    const page = await logIn("anna", { javaScriptEnabled });
    const cards = page.getByRole("main").getByRole("heading", { level: 3 });
    await page.goto(`${await cassetto("anna")}/rapporti`);
    await expect(page.getByText("2 rapporti di lavoro, uno attivo.")).toBeVisible();
    await expect(cards).toHaveText([MARIA, OLENA]);

    await page.getByLabel(parole("rapporti.stato")).selectOption(parole("rapporti.stati.cessato"));
    await page.getByRole("button", { name: parole("rapporti.filtra") }).click();
    await expect(page.getByRole("status")).toHaveText("Un rapporto trovato.");
    await expect(cards).toHaveText([OLENA]);

    await page.getByRole("link", { name: parole("rapporti.azzera") }).click();
    await search(plain(MARIA).toUpperCase().slice(0, -1));
    await expect(cards).toHaveText([MARIA]);
    await search(MARIA.split(" ").reverse().join("  "));
    await expect(cards).toHaveText([MARIA]);
    await search(cessato.codice ?? "");
    await expect(cards).toHaveText([OLENA]);
    await search("nessuno così");
    await expect(page.getByText(parole("rapporti.nessunoTrovato"))).toBeVisible();
    await expect(page.getByLabel(parole("rapporti.cerca"))).toHaveValue("nessuno così");
    await expectNoOverflow(page);

    async function search(text: string) {
      await page.getByLabel(parole("rapporti.cerca")).fill(text);
      await page.getByRole("button", { name: parole("rapporti.filtra") }).click();
    }
  });
}

test("a rapporto shows worker, place, contract, hours, wage, level and dates", async ({
  asDatore: page,
  cassetto,
}) => {
  const base = await cassetto("anna");
  await page.goto(`${base}/rapporti`);
  await page.getByRole("link", { name: parole("rapporti.dettaglioDi", { lavoratore: OLENA }) }).click();
  await expect(page).toHaveURL(`${base}/rapporti/${cessato.codice}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    parole("rapporti.dettaglioTitolo", { lavoratore: OLENA }),
  );
  const worker = soggettoOf(cessato.lavoratore ?? "");
  const shown: [string, string][] = [
    ["mansione", "Badante"],
    ["livello", "CS"],
    ["tipoContratto", "A tempo indeterminato"],
    ["ore", "54"],
    ["retribuzione", "7,40\u00a0€"],
    ["convivente", "Sì"],
    ["cuaf", "Dovuto"],
    ["inizio", "10 gennaio 2019"],
    ["fine", "30 giugno 2021"],
    ["motivo", "Dimissioni"],
    ["nome", OLENA],
    ["codiceFiscale", worker.codice_fiscale ?? ""],
    ["cittadinanza", worker.cittadinanza ?? ""],
    ["campi.indirizzo", "Via dell'Orso 12, 00184 Roma (RM)"],
    ["sede", "Direzione provinciale Roma"],
  ];
  expect([giorno(cessato.data_inizio ?? ""), giorno(cessato.data_fine ?? "")]).toEqual([
    "10/01/2019",
    "30/06/2021",
  ]);
  for (const [key, value] of shown) {
    const name = parole(`rapporti.${key}`);
    const pair = page
      .locator("dl > div")
      .filter({ has: page.getByRole("term").getByText(name, { exact: true }) });
    await expect(pair.getByRole("definition").first(), name).toHaveText(value);
  }
  await page.getByRole("link", { name: parole("rapporti.pagamentiDi", { lavoratore: OLENA }) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    parole("pagamenti.titoloPer", { lavoratore: OLENA }),
  );
});

const plain = (text: string) => text.normalize("NFD").replace(/[\p{M}'’]/gu, "");
