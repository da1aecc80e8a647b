import { readArchivio } from "../fixtures/archivio";
import { parole } from "../fixtures/persone";
import { expect, expectNoOverflow, test } from "../fixtures/test";

const FILE = [
  "sedi",
  "soggetti",
  "datori",
  "intermediari",
  "deleghe",
  "rapporti",
  "contributi",
  "versamenti",
];

test("an amministratore sees the archive that was loaded, row by row of its files", async ({
  asAmministratore: page,
}) => {
  await page.goto("/cassetto");
  await expect(page).toHaveURL("/amministrazione/archivi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("archivi.titolo"));
  const first = page.getByRole("main").getByRole("list").first().locator("> li").last();
  await expect(first).toContainText(parole("archivi.esiti.caricato"));
  await expect(first).toContainText("db/seed/archivio");
  for (const nome of FILE) {
    const rows = readArchivio(nome).length.toLocaleString("it-IT", { useGrouping: "always" } as object);
    const cells = first
      .getByRole("row")
      .filter({ hasText: `${nome}.csv` })
      .getByRole("cell");
    const figures = (await cells.allTextContents()).map((text) => text.replaceAll(".", ""));
    const n = rows.replaceAll(".", "");
    expect(figures, nome).toEqual([n, n, "0", "0", "0"]);
  }
  await expectNoOverflow(page);
});

test("no other profile sees the archives", async ({ asDatore: page, faults }) => {
  faults.expectStatus(403);
  expect((await page.goto("/amministrazione/archivi"))?.status()).toBe(403);
  await expect(page.getByRole("main")).not.toContainText(".csv");
});
