import sharp from "sharp";

// Of the many formats that libvips reads, the three that may be sent; security.md section 4.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadTiff"],
});
sharp.cache(false);
sharp.concurrency(1);

/** A page that is very long stays legible, and no JPEG may be higher than 65,535. */
const ALTEZZA = 6_400;
const QUALITA = [80, 55, 30];

/**
 * Reads every page's measures, and draws the first ones anew: upright, on white, without EXIF.
 * @param {Buffer} bytes
 * @param {{ tipo: string, pixel: number, pagine: number, anteprime: number, larghezza: number, byte: number }} limits
 */
export async function examine(bytes, limits) {
  try {
    const first = await open(bytes, limits, 0).metadata();
    if (first.format !== limits.tipo) return { reason: "rovinato" };
    const pagine = first.pages ?? 1;
    if (pagine > limits.pagine) return { reason: "troppe_pagine" };
    const anteprime = [];
    for (let page = 0; page < pagine; page += 1) {
      const { width, height } = await open(bytes, limits, page).metadata();
      if (!width || !height) return { reason: "rovinato" };
      if (width * height > limits.pixel) return { reason: "troppi_pixel" };
      if (page < limits.anteprime) anteprime.push(await draw(bytes, limits, page));
    }
    return { pagine, anteprime };
  } catch (error) {
    return { reason: /pixel limit/i.test(String(error?.message)) ? "troppi_pixel" : "rovinato" };
  }
}

const open = (bytes, { tipo, pixel }, page) =>
  sharp(bytes, {
    limitInputPixels: pixel,
    failOn: "error",
    sequentialRead: true,
    ...(tipo === "tiff" ? { page } : {}),
  });

async function draw(bytes, limits, page) {
  let drawn;
  for (const quality of QUALITA) {
    drawn = await open(bytes, limits, page)
      .autoOrient()
      .resize({ width: limits.larghezza, height: ALTEZZA, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (drawn.data.length <= limits.byte) return drawn;
  }
  return drawn;
}
