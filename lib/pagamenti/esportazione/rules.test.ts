import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type RigaContributo, situazioni } from "@/lib/pagamenti/rules";
import { pagamentiCsv, scadenzeIcs } from "./rules";

const OGGI = "2026-10-05";
const HEADER =
  "\uFEFFrapporto;anno;trimestre;progressivo;importo;scadenza;stato;pagato;ultimo_versamento;codice_avviso\r\n";

const aContributo = (over: Partial<RigaContributo> = {}): RigaContributo => ({
  rapporto: "6007000008",
  anno: 2026,
  trimestre: 2,
  progressivo: 1,
  importo: 389672,
  scadenza: "2026-07-10",
  codiceAvviso: "301070000000000184",
  sospensione: null,
  ...over,
});

const csvOf = (contributo: RigaContributo, versamenti: { data: string; importo: number }[] = []) =>
  pagamentiCsv(
    situazioni(
      [contributo],
      versamenti.map((versamento) => ({ ...contributo, ...versamento })),
      OGGI,
    ),
  );

describe("pagamentiCsv", () => {
  it("with no rows is the header alone", () => {
    expect(pagamentiCsv([])).toBe(HEADER);
  });

  it("writes amounts with a comma and dates as Italians do", () => {
    expect(csvOf(aContributo(), [{ data: "2026-07-11", importo: 389672 }])).toBe(
      `${HEADER}6007000008;2026;2;1;3896,72;10/07/2026;pagato_in_ritardo;3896,72;11/07/2026;301070000000000184\r\n`,
    );
  });

  it("leaves empty what there is not", () => {
    expect(csvOf(aContributo({ codiceAvviso: null }))).toBe(
      `${HEADER}6007000008;2026;2;1;3896,72;10/07/2026;scaduto;0,00;;\r\n`,
    );
  });

  it.each([
    ['a"b', '"a""b"'],
    ["a;b", '"a;b"'],
    ["a\nb", '"a\nb"'],
    ["=1+1", "'=1+1"],
    ["+39", "'+39"],
    ["-1", "'-1"],
    ["@x", "'@x"],
    ["\tx", "'\tx"],
    ['=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
  ])("a codice avviso of %j cannot hurt", (codiceAvviso, cell) => {
    expect(csvOf(aContributo({ codiceAvviso }))).toBe(
      `${HEADER}6007000008;2026;2;1;3896,72;10/07/2026;scaduto;0,00;;${cell}\r\n`,
    );
  });
});

describe("scadenzeIcs", () => {
  const testata = { nome: "Scadenze", istante: new Date("2026-10-05T07:08:09.123Z") };
  const aRiga = { uid: "a/1@cassetto", scadenza: "2027-01-11", titolo: "Contributi", descrizione: "Importo" };
  const unfold = (ics: string) => ics.replaceAll("\r\n ", "");

  it("is one all-day event with an alarm a week before", () => {
    const ics = scadenzeIcs([aRiga], testata);
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:.*\r\nCALSCALE:GREGORIAN\r\n/);
    expect(ics).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    const calendar = new ICAL.Component(ICAL.parse(ics));
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Scadenze");
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual(["a/1@cassetto"]);
    const [event] = events;
    expect(String(event?.getFirstPropertyValue("dtstamp"))).toBe("2026-10-05T07:08:09Z");
    expect(String(event?.getFirstPropertyValue("dtstart"))).toBe("2027-01-11");
    expect(event?.getFirstPropertyValue("dtend"), "the day itself").toBeNull();
    expect(event?.getFirstPropertyValue("summary")).toBe("Contributi");
    expect(event?.getFirstPropertyValue("description")).toBe("Importo");
    expect(event?.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    const alarm = event?.getFirstSubcomponent("valarm");
    expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-P7D");
  });

  it("escapes text and lets no text begin a line of its own", () => {
    const titolo = "a,b;c\\d\r\nEND:VCALENDAR\u0007";
    expect(scadenzeIcs([{ ...aRiga, titolo }], testata)).toContain(
      "SUMMARY:a\\,b\\;c\\\\d\\nEND:VCALENDAR\r\n",
    );
  });

  it("folds at 75 octets, never inside a character, and loses nothing", () => {
    for (let length = 55; length <= 80; length++) {
      const descrizione = `${"x".repeat(length)}€àè😀${"è".repeat(80)}`;
      const ics = scadenzeIcs([{ ...aRiga, descrizione }], testata);
      const octets = ics.split("\r\n").map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      expect(unfold(ics)).toContain(`DESCRIPTION:${descrizione}\r\n`);
    }
  });
});
