import type { TipoAllegato } from "@/db/schema/allegati";

const CONTENT_TYPE: Record<TipoAllegato, string> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  tiff: "image/tiff",
};

/** Whatever it is, it runs nothing, belongs to no page, and stays in no cache. */
const CHIUSA = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
};

/** Of a file as it was sent: to be kept, never shown by the browser, and of the type it was judged to be. */
export const intestazioniOriginale = (nome: string, tipo: TipoAllegato) => ({
  ...CHIUSA,
  "Content-Type": CONTENT_TYPE[tipo],
  "Content-Disposition": `attachment; filename*=UTF-8''${encodeExtended(nome)}`,
});

/** Of a page of an image as it was drawn anew. */
export const intestazioniAnteprima = () => ({
  ...CHIUSA,
  "Content-Type": "image/jpeg",
  "Content-Disposition": "inline",
});

/** RFC 8187: what encodeURIComponent leaves and the header does not allow. */
const encodeExtended = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
