import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  dayOfWeek,
  formatData,
  formatIstante,
  parseDataIso,
  todayInRome,
} from "./dates";

describe("parseDataIso", () => {
  it.each(["2026-01-01", "2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])(
    "takes %s",
    (text) => expect(parseDataIso(text)).toBe(text),
  );

  it.each([
    "",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "0000-01-01",
    "2026-1-1",
    "10/01/2026",
    "20260110",
    "2026-01-10T00:00",
    " 2026-01-10",
    "2026-01-10\n",
    "+002026-01-10",
    "٢٠٢٦-01-10",
  ])("refuses %j", (text) => expect(parseDataIso(text)).toBeNull());
});

describe("todayInRome", () => {
  it.each([
    ["2026-01-10T22:59:59Z", "2026-01-10"],
    ["2026-01-10T23:00:00Z", "2026-01-11"],
    ["2026-07-10T21:59:59Z", "2026-07-10"],
    ["2026-07-10T22:00:00Z", "2026-07-11"],
  ])("at %s it is %s in Rome", (instant, data) => {
    expect(todayInRome(Temporal.Instant.from(instant))).toBe(data);
  });
});

describe("adding", () => {
  it("29 February five years ago is 28 February", () => {
    expect(addYears("2028-02-29", -5)).toBe("2023-02-28");
    expect(addYears("2028-02-29", -4)).toBe("2024-02-29");
    expect(addYears("2026-10-05", -5)).toBe("2021-10-05");
  });

  it("a month from 31 January is the last of February", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-12-10", 1)).toBe("2027-01-10");
  });

  it("days cross months, years and the change of hour", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  });

  it("the week begins on Monday", () => {
    expect(dayOfWeek("2027-01-11")).toBe(1);
    expect(dayOfWeek("2027-01-10")).toBe(7);
  });
});

describe("formatData", () => {
  it("writes the four styles", () => {
    expect(formatData("2027-01-11", "esteso")).toBe("lunedì 11 gennaio 2027");
    expect(formatData("2027-01-11", "lungo")).toBe("11 gennaio 2027");
    expect(formatData("2027-01-11", "breve")).toBe("11/01/2027");
    expect(formatData("2027-01-11", "giornoMese")).toBe("11/01");
  });

  it("writes the first of the month as an ordinal, in words only", () => {
    expect(formatData("2026-04-01", "lungo")).toBe("1° aprile 2026");
    expect(formatData("2026-04-01", "esteso")).toBe("mercoledì 1° aprile 2026");
    expect(formatData("2026-04-01", "breve")).toBe("01/04/2026");
    expect(formatData("2026-04-02", "lungo")).toBe("2 aprile 2026");
  });

  it("names every day and month", () => {
    const giorni = [5, 6, 7, 8, 9, 10, 11].map((giorno) =>
      formatData(addDays("2026-10-01", giorno - 1), "esteso"),
    );
    expect(giorni.map((testo) => testo.split(" ")[0])).toEqual([
      "lunedì",
      "martedì",
      "mercoledì",
      "giovedì",
      "venerdì",
      "sabato",
      "domenica",
    ]);
    const mesi = Array.from({ length: 12 }, (_, n) => formatData(addMonths("2026-01-15", n), "lungo"));
    expect(mesi.map((testo) => testo.split(" ")[1]).join(" ")).toBe(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    );
  });
});

describe("formatIstante", () => {
  it("writes the hour of Rome, winter and summer", () => {
    expect(formatIstante(new Date("2026-11-23T07:05:00Z"), "lungo")).toBe("23 novembre 2026, 8:05");
    expect(formatIstante(new Date("2026-07-23T07:05:00Z"), "lungo")).toBe("23 luglio 2026, 9:05");
  });

  it("writes midnight as 0:00 of the new day", () => {
    expect(formatIstante(new Date("2026-12-31T23:00:00Z"), "esteso")).toBe("venerdì 1° gennaio 2027, 0:00");
    expect(formatIstante(new Date("2026-12-31T23:00:00Z"), "breve")).toBe("01/01/2027, 0:00");
    expect(formatIstante(new Date("2026-12-31T22:59:59Z"), "ora")).toBe("23:59");
  });
});
