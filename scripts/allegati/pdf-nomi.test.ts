import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aCompressedPdf } from "@/e2e/fixtures/file-ostili";
import { namesIn } from "./pdf-nomi.mjs";

/** A scan: packed objects, and a picture of so many bytes that nothing can unfold. */
function aScan(picture: Buffer): Buffer {
  const pdf = aCompressedPdf();
  const dictionary = `6 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`;
  return Buffer.concat([pdf, Buffer.from(dictionary), picture, Buffer.from("\nendstream\nendobj\n%%EOF\n")]);
}

describe("a scanned document is let be", () => {
  it("whatever three bytes its picture spells", async () => {
    for (let n = 0; n < 200; n += 1) {
      const picture = randomBytes(30_000);
      for (const [index, name] of ["x/RL ", "x/LZW[", "x/A85\n", "x/AHx/", "]/RL>", "obj/xRL "].entries())
        picture.write(name, 1_000 * (index + 1) + n, "latin1");
      expect(await namesIn(aScan(picture))).toMatchObject({ complex: false });
    }
  });

  it("as large as they come", async () => {
    for (let n = 0; n < 8; n += 1) {
      const scan = aScan(randomBytes(2_900_000));
      expect(await namesIn(scan)).toMatchObject({ complex: false });
    }
  });
});

describe("a filter that is not undone here", () => {
  const withObject = (object: string) =>
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /ObjStm >>\nendobj\n9 0 obj ${object}\nendobj\n`, "latin1");
  it.each([
    ["direct", "<< /Filter /RL >>"],
    ["without a blank", "<</Filter/RL>>"],
    ["by the short key", "<</F/A85>>"],
    ["spelt otherwise", "<< /F#69lter /#52L >>"],
    ["behind a comment", "<< /Filter % a comment\n /RL >>"],
    ["behind a comment that looks like another", "<< /X (%) /Filter %\xff\xfe /Fl\r\n/AHx >>"],
    ["first of several", "<< /Filter [ /LZW /FlateDecode ] >>"],
    ["second of several", "<< /Filter [/FlateDecode/LZW] >>"],
    ["behind a short one", "<< /Filter [/Fl /RL] >>"],
    ["behind a reference", "<< /Filter [8 0 R /RL] >>"],
    ["behind nothing", "<< /Filter [null /RL] >>"],
    ["an object of its own", "/RL"],
    ["a list of its own", "[ /A85 /Fl ]"],
    ["in what looks like a stream", "(>>\nstream\n) << /Filter /RL >> (\nendstream)"],
    ["by its whole name", "<< /Filter /RunLengthDecode >>"],
  ])("is not let be: %s", async (_, object) => {
    expect(await namesIn(withObject(object))).toMatchObject({ complex: true });
  });

  it("is of no matter where no objects are packed", async () => {
    const pdf = Buffer.from(
      withObject("<< /Filter /RL >>").toString("latin1").replace("ObjStm", "Catalog"),
      "latin1",
    );
    expect(await namesIn(pdf)).toMatchObject({ complex: false });
  });
});
