import { contributiOf, decimal, giorno, OGGI, righeOf } from "../fixtures/archivio";
import { type Chiave, parole, personaOf } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";

const COLONNE =
  "rapporto;anno;trimestre;progressivo;importo;scadenza;stato;pagato;ultimo_versamento;codice_avviso";

for (const chiave of ["anna", "dario", "hans", "ida"] as Chiave[]) {
  test(`pagamenti.csv of ${chiave} is byte for byte what the contract says`, async ({
    ask,
    cookie,
    cassetto,
  }) => {
    const answer = await ask(`${await cassetto(chiave)}/pagamenti.csv`, { cookie: await cookie(chiave) });
    const rows = righeOf(personaOf(chiave).codiceFiscale).map((riga) =>
      [
        riga.rapporto,
        riga.anno,
        riga.trimestre,
        riga.progressivo,
        decimal(riga.importo),
        giorno(riga.scadenza),
        riga.stato,
        decimal(riga.pagato),
        riga.ultimoVersamento ? giorno(riga.ultimoVersamento) : "",
        riga.avviso,
      ].join(";"),
    );
    const expected = `\uFEFF${[COLONNE, ...rows].join("\r\n")}\r\n`;
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.text).toBe(expected);
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  });
}

test("the file is downloaded from the page under a name with the day", async ({
  asDatore: page,
  cassetto,
}) => {
  await page.goto(`${await cassetto("anna")}/pagamenti`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: parole("pagamenti.scarica") }).click();
  expect((await download).suggestedFilename()).toBe(`pagamenti-${OGGI}.csv`);
});

test("scadenze.ics holds what is still to be paid from today on, a day each", async ({
  ask,
  cookie,
  cassetto,
}) => {
  const { text, bytes } = await ask(`${await cassetto("anna")}/scadenze.ics`, {
    cookie: await cookie("anna"),
  });
  const due = contributiOf(personaOf("anna").codiceFiscale).filter(
    ({ residuo, scadenza }) => residuo > 0 && scadenza >= OGGI,
  );
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of bytes.toString("latin1").split("\r\n")) expect(line.length).toBeLessThanOrEqual(75);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(due.length);
  for (const { scadenza, residuo, rapporto, avviso } of due) {
    expect(lines).toContain(`DTSTART;VALUE=DATE:${scadenza.replaceAll("-", "")}`);
    expect(lines).toContain(
      `SUMMARY:Contributi lavoro domestico: ${decimal(residuo).replace(",", "\\,")}\u00a0€`,
    );
    expect(text.replaceAll("\r\n ", "")).toContain(`rapporto ${rapporto}. Codice avviso ${avviso}.`);
  }
  expect(lines.filter((line) => line.startsWith("UID:"))).toHaveLength(due.length);
});

test("a calendar with nothing to pay is still a calendar", async ({ ask, cookie, cassetto }) => {
  const answer = await ask(`${await cassetto("hans")}/scadenze.ics`, { cookie: await cookie("hans") });
  expect(answer.status).toBe(200);
  expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  expect(answer.text).not.toContain("VEVENT");
});
