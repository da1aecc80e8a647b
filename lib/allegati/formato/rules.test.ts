import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import {
  ALTRI_FORMATI,
  aJpeg,
  aNoisyJpeg,
  aPdf,
  aPng,
  aTiff,
  inJpegComment,
} from "@/e2e/fixtures/file-ostili";
import { hasAfterJpeg, hasMoreFormats, tipoOf } from "./rules";

it("tells the four formats by their first bytes, and no other", async () => {
  expect(tipoOf(aPdf())).toBe("pdf");
  expect(tipoOf(await aJpeg())).toBe("jpeg");
  expect(tipoOf(await aPng())).toBe("png");
  expect(tipoOf(await aTiff())).toBe("tiff");
  expect(tipoOf(Buffer.from("MM\0*\0\0\0\x08", "latin1"))).toBe("tiff");
  expect(tipoOf(Buffer.from(" %PDF-1.7"))).toBeNull();
  for (const bytes of Object.values(ALTRI_FORMATI)) expect(tipoOf(bytes)).toBeNull();
  for (let length = 0; length < 5; length += 1) expect(tipoOf(aPdf().subarray(0, length))).toBeNull();
});

it("lets a file be that is one thing only, blanks at its end included", async () => {
  expect(hasMoreFormats(aPdf(), "pdf")).toBe(false);
  expect(hasMoreFormats(Buffer.concat([aPdf(), Buffer.from("\r\n\0 ")]), "pdf")).toBe(false);
  expect(hasMoreFormats(await aJpeg(), "jpeg")).toBe(false);
  expect(hasMoreFormats(await aNoisyJpeg(900, 700), "jpeg")).toBe(false);
  expect(hasMoreFormats(await aPng(), "png")).toBe(false);
  expect(hasMoreFormats(await aTiff(), "tiff")).toBe(false);
});

it("no good picture is refused for what its bytes spell by chance", async () => {
  const spelt = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy.write("<SVG <html <?php", at, "latin1");
    return copy;
  };
  for (let n = 0; n < 40; n += 1) {
    const jpeg = await aNoisyJpeg(220 + n, 200);
    expect(hasMoreFormats(jpeg, "jpeg")).toBe(false);
    expect(hasMoreFormats(spelt(jpeg, jpeg.length >> 1), "jpeg"), "in the middle of a photo").toBe(false);
    const tiff = Buffer.concat([Buffer.from("II*\0", "latin1"), randomBytes(60_000)]);
    expect(hasMoreFormats(tiff, "tiff")).toBe(false);
    expect(hasMoreFormats(spelt(tiff, 30_000), "tiff")).toBe(false);
  }
});

it("what a browser would take for a page is refused: at the beginning, and behind the end", async () => {
  for (const mark of ["<svg", "<HTML", "<script", "<!doctype html", "<?php", "<iframe"]) {
    expect(hasMoreFormats(inJpegComment(await aJpeg(), mark), "jpeg"), mark).toBe(true);
    expect(hasMoreFormats(Buffer.concat([await aJpeg(), Buffer.from(mark)]), "jpeg"), mark).toBe(true);
    expect(hasMoreFormats(Buffer.concat([await aTiff(), Buffer.from(mark)]), "tiff"), mark).toBe(true);
    const late = Buffer.concat([Buffer.from("II*\0"), Buffer.alloc(4_092 - mark.length), Buffer.from(mark)]);
    expect(hasMoreFormats(Buffer.concat([late, Buffer.alloc(9_000)]), "tiff"), `${mark}, the last byte`).toBe(
      true,
    );
  }
});

it("a JPEG ends where it ends: one byte more is more, zeros and another JPEG are not", async () => {
  const jpeg = await aJpeg();
  const after = (...rest: (Buffer | string)[]) =>
    hasAfterJpeg(Buffer.concat([jpeg, ...rest.map((part) => Buffer.from(part))]));
  expect(after("\0\0\0")).toBe(false);
  expect(after(jpeg, jpeg)).toBe(false);
  expect(after(".")).toBe(true);
  expect(after(jpeg, ".")).toBe(true);
  expect(after("SEFT")).toBe(true);
  expect(hasAfterJpeg(jpeg.subarray(0, 200)), "one that breaks off has no end").toBe(false);
});
