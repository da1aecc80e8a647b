import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ALTRI_FORMATI,
  aCompressedPdf,
  aJpeg,
  aPdf,
  aPdfOf,
  aPdfOfPages,
  aPng,
  aPngBomb,
  aPngWithTooMuch,
  aStream,
  aTiff,
  aTiffOf,
  aTurnedJpeg,
  aZip,
  inJpegComment,
} from "@/e2e/fixtures/file-ostili";
import { examineFile } from "./queries";

const MB = 1024 * 1024;
const concat = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const JS = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
const opensUrl = "/OpenAction << /S /URI /URI (https://altrove.example) >>";

type Case = [what: string, nome: string, make: () => Buffer | Promise<Buffer>, expected: string];
const OSTILI: Case[] = [
  ["nothing at all", "vuoto.pdf", () => Buffer.alloc(0), "vuoto"],
  ["3 MB", "giusto.pdf", () => aPdfOf(3 * MB), "pdf"],
  ["3 MB and a byte", "grande.pdf", () => aPdfOf(3 * MB + 1), "troppo_grande"],
  ...Object.entries(ALTRI_FORMATI).map(
    ([tipo, bytes]): Case => [`${tipo} called .jpg`, "foto.jpg", () => bytes, "formato_non_ammesso"],
  ),
  ["a PNG called .jpg", "foto.jpg", () => aPng(), "estensione_diversa"],
  ["a JPEG called .pdf", "foto.pdf", () => aJpeg(), "estensione_diversa"],
  ["a PDF called .exe", "foto.pdf.exe", () => aPdf(), "estensione_diversa"],
  ["a name turned round", "foto\u202egpj.exe", () => aJpeg(), "estensione_diversa"],
  ["no name", "", () => aJpeg(), "jpeg"],
  ["a path for a name", "../../etc/cron.d/foto.jpg", () => aJpeg(), "jpeg"],

  ["PDF and ZIP", "a.pdf", () => concat(aPdf(), aZip(), "%%EOF\n"), "piu_formati"],
  ["PDF, then anything", "a.pdf", () => concat(aPdf(), "ancora"), "piu_formati"],
  ["PDF and HTML", "a.pdf", () => concat("%PDF-1.4 <html><script>", aPdf()), "piu_formati"],
  ["JPEG and ZIP", "a.jpg", async () => concat(await aJpeg(), aZip()), "piu_formati"],
  ["JPEG and video", "a.jpg", async () => concat(await aJpeg(), "\0\0\0\x18ftypmp42"), "piu_formati"],
  ["JPEG and HTML", "a.jpg", async () => inJpegComment(await aJpeg(), "<script>"), "piu_formati"],
  ["JPEG and PDF", "a.jpg", async () => inJpegComment(await aJpeg(), aPdf()), "piu_formati"],
  ["PNG and more", "a.png", async () => concat(await aPng(), "."), "piu_formati"],
  ["TIFF and PDF", "a.tif", async () => concat(await aTiff(), aPdf()), "piu_formati"],
  ["two JPEG (MPF)", "a.jpg", async () => concat(await aJpeg(), "\0\0", await aJpeg(80, 60)), "jpeg"],

  ["half a JPEG", "a.jpg", async () => half(await aJpeg()), "rovinato"],
  ["half a PNG", "a.png", async () => half(await aPng()), "rovinato"],
  ["half a TIFF", "a.tif", async () => half(await aTiff()), "rovinato"],
  ["half a PDF", "a.pdf", () => half(aPdf()), "rovinato"],
  ["three bytes of JPEG", "a.jpg", () => Buffer.from([255, 216, 255]), "rovinato"],
  ["PDF of noise", "a.pdf", () => concat("%PDF-1.7\n", Buffer.alloc(5_000, 7), "\n%%EOF"), "rovinato"],

  [
    "a PDF with a password",
    "a.pdf",
    () => aPdf({ trailer: "/Encrypt 4 0 R", extra: ["<< /V 1 >>"] }),
    "protetto",
  ],
  ["a PDF with a script", "a.pdf", () => aPdf({ root: JS }), "contenuto_attivo"],
  ["a script in an object stream", "a.pdf", () => aCompressedPdf(JS), "contenuto_attivo"],
  [
    "a script under another spelling",
    "a.pdf",
    () => aCompressedPdf(JS.replace("/J", "/#4a")),
    "contenuto_attivo",
  ],
  ["a stream that begins oddly", "a.pdf", () => oddly(aCompressedPdf(JS)), "contenuto_attivo"],
  [
    "a PDF that starts a program",
    "a.pdf",
    () => aPdf({ root: "/AA << /WC << /S /Launch >> >>" }),
    "contenuto_attivo",
  ],
  [
    "a PDF with a file in it",
    "a.pdf",
    () => aPdf({ root: "/Names << /EmbeddedFiles 4 0 R >>" }),
    "contenuto_attivo",
  ],
  ["a PDF that opens a site", "a.pdf", () => aPdf({ root: opensUrl }), "contenuto_attivo"],
  ["the same, compressed", "a.pdf", () => aCompressedPdf(opensUrl), "contenuto_attivo"],
  ["a PDF that opens at its page", "a.pdf", () => aCompressedPdf("/OpenAction [3 0 R /Fit]"), "pdf"],
  ["compressed objects", "a.pdf", () => aCompressedPdf(), "pdf"],
  [
    "objects behind another filter",
    "a.pdf",
    () => hiddenObjects("/Filter /ASCIIHexDecode"),
    "troppo_complesso",
  ],
  [
    "the same, behind a comment",
    "a.pdf",
    () => hiddenObjects("% 9 0 obj\n/Filter /#41Hx"),
    "troppo_complesso",
  ],
  ["objects with displaced letters", "a.pdf", displacedObjects, "troppo_complesso"],

  ["30,000 x 30,000 pixels", "a.png", () => aPngBomb(30_000), "troppi_pixel"],
  ["40 million pixels", "a.png", () => aPngBomb(6_324), "png"],
  ["a PNG with too much in it", "a.png", aPngWithTooMuch, "png"],
  ["a bomb in a PDF", "a.pdf", () => aPdf({ extra: [aStream(Buffer.alloc(420 * MB))] }), "troppo_complesso"],
  [
    "objects without end",
    "a.pdf",
    () => aPdf({ extra: [aStream(Buffer.alloc(40 * MB, "1 0 "))] }),
    "troppo_complesso",
  ],
  ["100,000 streams", "a.pdf", () => aPdf({ extra: ["stream\nx".repeat(100_000)] }), "troppo_complesso"],
  ["1,000 pages of TIFF", "a.tif", () => aTiffOf(1_000), "troppe_pagine"],
  ["100 pages of TIFF", "a.tif", () => aTiffOf(100), "tiff"],
  ["101 pages of TIFF", "a.tif", () => aTiffOf(101), "troppe_pagine"],
  ["a TIFF that goes in a circle", "a.tif", () => aTiffOf(3, { loop: true }), "tiff"],
  ["100 pages of PDF", "a.pdf", () => aPdfOfPages(100), "pdf"],
  ["101 pages of PDF", "a.pdf", () => aPdfOfPages(101), "troppe_pagine"],
  ["an image that must be unfolded whole", "a.png", heaviestPng, "png"],
];

const oddly = (pdf: Buffer) =>
  Buffer.from(pdf.toString("latin1").replace(">>\nstream\n", ">> endstream stream x \t\r\n"), "latin1");

const PACKED = "1 0 << /S /JavaScript >>";
function displacedObjects() {
  const rows = (PACKED.match(/.{1,4}/g) ?? []).map((row) => `\0${row}`).join("");
  const predictor = "/DecodeParms << /Predictor 12 /Columns 4 >>";
  return aPdf({ extra: [aStream(rows, `/Type /ObjStm /N 1 /First 4 ${predictor}`)] });
}

function hiddenObjects(filter: string) {
  const data = Buffer.from(PACKED).toString("hex");
  const dictionary = `/Type /ObjStm /N 1 /First 4 ${filter}`;
  return aPdf({ extra: [`<< ${dictionary} /Length ${data.length} >>\nstream\n${data}>\nendstream`] });
}

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

/** 20 million pixels of 16 bits each, in the order that shows the whole image early (Adam7). */
function heaviestPng() {
  const create = { width: 4_472, height: 4_472, channels: 4, background: "#3a6ea580" } as const;
  return sharp({ create }).toColourspace("rgb16").png({ progressive: true, compressionLevel: 2 }).toBuffer();
}

// What the judging processes took, as the kernel counted it.
let heaviest = 0;
let watch: NodeJS.Timeout;
beforeEach(() => {
  heaviest = 0;
  watch = setInterval(() => {
    heaviest = Math.max(heaviest, ...judges().map(({ megabyte }) => megabyte));
  }, 20);
});
afterEach(() => clearInterval(watch));

/** The judging processes of ours, with the most memory each has had, in MB. */
function judges(): { pid: number; megabyte: number }[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("esamina.mjs")) return [];
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        if (!status.includes(`PPid:\t${process.pid}\n`)) return [];
        return [{ pid: Number(pid), megabyte: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }];
      } catch {
        return [];
      }
    });
}

describe("a file is judged by what it is", () => {
  it.each(OSTILI)("%s (%s)", async (what, nome, make, expected) => {
    const bytes = await make();
    const before = Date.now();
    const verdict = await examineFile(nome, bytes);
    const took = Date.now() - before;
    if (process.env.MISURA) console.log(`${what}\t${expected}\t${took} ms\t${Math.round(heaviest)} MB`);
    expect(verdict.ok ? verdict.tipo : verdict.reason).toBe(expected);
    expect(took).toBeLessThan(10_000);
    expect(heaviest).toBeLessThan(750);
  });
});

it("an image is drawn anew: upright, no wider than 1,600, without what the phone wrote into it", async () => {
  const turned = await examineFile("a.jpg", await aTurnedJpeg());
  expect(turned).toMatchObject({ ok: true, pagine: 1, anteprime: [{ larghezza: 200, altezza: 400 }] });
  const wide = await examineFile("a.png", await aPng(5_000, 1_000));
  expect(wide).toMatchObject({ ok: true, anteprime: [{ larghezza: 1_600, altezza: 320 }] });
  if (!turned.ok || !turned.anteprime[0]) return;
  const { exif, format } = await sharp(turned.anteprime[0].contenuto).metadata();
  expect({ exif, format }).toEqual({ exif: undefined, format: "jpeg" });
  expect(turned.anteprime[0].contenuto.includes("Segreto")).toBe(false);
});

it.runIf(process.platform === "linux")(
  "a judge that does not answer is ended, and that is no permission",
  async () => {
    const stopping = setInterval(() => {
      for (const { pid } of judges()) process.kill(pid, "SIGSTOP");
    }, 5);
    const before = Date.now();
    const verdict = await examineFile("a.pdf", aPdf());
    clearInterval(stopping);
    expect(verdict).toEqual({ ok: false, reason: "troppo_complesso" });
    expect(Date.now() - before).toBeLessThan(11_000);
    expect(judges()).toEqual([]);
  },
);

it("of many pages the first ten are drawn", async () => {
  const verdict = await examineFile("a.tif", aTiffOf(12));
  expect(verdict).toMatchObject({ ok: true, pagine: 12 });
  expect(verdict.ok && verdict.anteprime).toHaveLength(10);
});

it("many at once wait for their turn, two at a time, and beyond twenty waiting are asked to come back", async () => {
  const jpeg = await aJpeg();
  let together = 0;
  const counting = setInterval(() => {
    together = Math.max(together, judges().length);
  }, 10);
  const verdicts = await Promise.all(Array.from({ length: 23 }, () => examineFile("a.jpg", jpeg)));
  clearInterval(counting);
  expect(verdicts.filter(({ ok }) => ok)).toHaveLength(22);
  expect(verdicts.filter((verdict) => !verdict.ok).map((verdict) => !verdict.ok && verdict.reason)).toEqual([
    "occupato",
  ]);
  expect(together).toBeLessThanOrEqual(2);
});
