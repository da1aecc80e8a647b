import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Guasto, Lettore, LUNGHEZZA_MASSIMA_RIGA } from "./rules";

type Letta = { riga: number; campi: string[]; guasto: Guasto | null };

function read(bytes: Buffer | string, chunk = Number.POSITIVE_INFINITY): Letta[] {
  const rows: Letta[] = [];
  const lettore = new Lettore((riga, campi, guasto) => rows.push({ riga, campi, guasto }));
  const buffer = Buffer.from(bytes as string);
  for (let at = 0; at < buffer.length; at += chunk) lettore.push(buffer.subarray(at, at + chunk));
  lettore.end();
  return rows;
}

const fields = (rows: Letta[]) => rows.map(({ campi }) => campi);

describe("rows of a file", () => {
  it("end with LF or CRLF, the last one with nothing too", () => {
    expect(fields(read("a;b\r\n1;2\n3;"))).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", ""],
    ]);
  });

  it("keep semicolons, quotes and line breaks within quotes, and count the lines of the file", () => {
    const rows = read('a;b\n"1;2";"dice ""sì"""\n"due\nrighe";x\nfine;y\n');
    expect(rows.map(({ riga, campi }) => [riga, ...campi])).toEqual([
      [1, "a", "b"],
      [2, "1;2", 'dice "sì"'],
      [3, "due\nrighe", "x"],
      [5, "fine", "y"],
    ]);
  });

  it("skip empty lines, and still count them", () => {
    expect(read('a;b\n\n"";x\n\r\n1;2\n\n').map(({ riga }) => riga)).toEqual([1, 3, 5]);
  });

  it("are the same however the bytes arrive, and the same as csv-parse reads", () => {
    const value = fc.string({ unit: fc.constantFrom("a", "è", "𝒳", ";", '"', "\n", " ", "1"), maxLength: 6 });
    const row = fc.array(value, { minLength: 2, maxLength: 4 });
    const written = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, chunk) => {
          const text = rows.map((campi) => `${campi.map(written).join(";")}\n`).join("");
          expect(fields(read(text, chunk))).toEqual(rows);
          expect(parse(text, { delimiter: ";", relax_column_count: true })).toEqual(rows);
        },
      ),
    );
  });
});

describe("a row that cannot be read is refused alone", () => {
  it("when its text is not UTF-8, at the first such column", () => {
    const rows = read(Buffer.concat([Buffer.from("à;b\nx;"), Buffer.from([0xe0]), Buffer.from("\nè;d\n")]));
    expect(rows.map(({ guasto }) => guasto)).toEqual([
      null,
      { colonna: 1, motivo: "testo non in UTF-8" },
      null,
    ]);
    expect(rows[2]?.campi).toEqual(["è", "d"]);
  });

  it("when it holds a NUL, which PostgreSQL cannot store", () => {
    expect(read("a;b\0;c\nd;e;f\n").map(({ guasto }) => guasto?.colonna)).toEqual([1, undefined]);
  });

  it("when a quote stands within a field, or text after a closing one", () => {
    const rows = read('a;Via "Roma"\n"a"b;c\nd;e\n');
    expect(rows.map(({ riga, guasto }) => [riga, guasto?.colonna, guasto?.motivo])).toEqual([
      [1, 1, "virgolette fuori posto"],
      [2, 0, "virgolette fuori posto"],
      [3, undefined, undefined],
    ]);
  });

  it("when a quote is never closed: the rows after it are read", () => {
    const rows = read('a;"b\nc;d\ne;f\n');
    expect(rows.map(({ riga, campi, guasto }) => [riga, campi[0], guasto?.motivo])).toEqual([
      [1, "a", "virgolette non chiuse"],
      [2, "c", undefined],
      [3, "e", undefined],
    ]);
  });

  it("when a stray quote meets another one lines later: only its own line is lost", () => {
    const rows = read('a;"b\nc;d\ne;"f"\ng;h\n');
    expect(rows.map(({ riga, guasto }) => [riga, guasto !== null])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, false],
    ]);
  });

  it("when it is longer than a megabyte, in little memory", () => {
    const huge = "x".repeat(LUNGHEZZA_MASSIMA_RIGA * 3);
    const rows = read(`a;b\nuno;${huge};z\ndue;c\n`, 65_536);
    expect(rows.map(({ riga, campi, guasto }) => [riga, campi[0], guasto?.colonna])).toEqual([
      [1, "a", undefined],
      [2, "uno", 1],
      [3, "due", undefined],
    ]);
    expect(rows[1]?.guasto?.motivo).toBe("riga troppo lunga");
  });
});
