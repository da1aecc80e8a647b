import path from "node:path";

/** The service's own letters: each weight comes in two files, of which the second has what Italian does not use. */
const CARTELLA = path.join(process.cwd(), "node_modules/@fontsource/titillium-web/files");
const PESI = { normale: 400, forte: 700 } as const;
export type Peso = keyof typeof PESI;

export const caratteri = (Object.keys(PESI) as Peso[]).flatMap((peso) =>
  (["latin", "latin-ext"] as const).map((insieme) => ({
    nome: `${peso}-${insieme}`,
    file: path.join(CARTELLA, `titillium-web-${insieme}-${PESI[peso]}-normal.woff`),
  })),
);

// What the first file has of it, as its stylesheet (latin.css) says.
const LATIN = /[ -\u00ff\u2000-\u206f\u20ac\u2122\u2212]/;

/** A text in runs of one file each: `Dvořák` is three. */
export function trattiDi(testo: string, peso: Peso): { testo: string; carattere: string }[] {
  const tratti: { testo: string; carattere: string }[] = [];
  for (const lettera of testo.normalize()) {
    const carattere = `${peso}-${LATIN.test(lettera) ? "latin" : "latin-ext"}`;
    const last = tratti.at(-1);
    if (last?.carattere === carattere) last.testo += lettera;
    else tratti.push({ testo: lettera, carattere });
  }
  return tratti;
}
