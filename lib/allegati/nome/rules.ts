import type { TipoAllegato } from "@/db/schema/allegati";

/** By code points, as PostgreSQL counts them. */
export const NOME_MASSIMO = 120;
const ESTENSIONI: Record<TipoAllegato, readonly [string, ...string[]]> = {
  pdf: ["pdf"],
  jpeg: ["jpg", "jpeg", "jpe", "jfif"],
  png: ["png"],
  tiff: ["tif", "tiff"],
};

/**
 * The name of a file as it may be shown and offered for download: no path, nothing invisible or that turns the
 * writing round, not too long, and with an extension that says what the content is.
 */
export function cleanNome(given: string, tipo: TipoAllegato): string {
  const nome = visibleNome(given);
  const estensione = estensioneOf(nome);
  const own = estensione !== null && ESTENSIONI[tipo].includes(estensione);
  const end = `.${own ? estensione : ESTENSIONI[tipo][0]}`;
  const stem = (own ? nome.slice(0, -end.length) : nome).replace(/[. ]+$/, "");
  return `${[...(stem || "allegato")].slice(0, NOME_MASSIMO - end.length).join("")}${end}`;
}

/** A name that says one thing and a content that is another. One that says nothing (`scan`, `scan.001`) is no lie. */
export function isMislabelled(given: string, tipo: TipoAllegato): boolean {
  const estensione = estensioneOf(visibleNome(given));
  return estensione !== null && !ESTENSIONI[tipo].includes(estensione);
}

/** The name alone, for telling whose refusal it is. */
export const bareNome = (given: string) => [...visibleNome(given)].slice(0, NOME_MASSIMO).join("");

function visibleNome(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  return last
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
}

const estensioneOf = (nome: string): string | null =>
  /\.([a-z][a-z0-9]{1,3})$/i.exec(nome)?.[1]?.toLowerCase() ?? null;
