import { expect, it } from "vitest";
import { ALTRI_FORMATI, aJpeg, aNoisyJpeg, aPdf, aPng, aTiff } from "@/e2e/fixtures/file-ostili";
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
