import { expect, it } from "vitest";
import { intestazioniAnteprima, intestazioniOriginale } from "./rules";

it("a file goes out to be kept, closed in on itself, by its name in any script", () => {
  expect(intestazioniOriginale("l'attestato (città) 100%\r\nX: y.pdf", "pdf")).toEqual({
    "Content-Type": "application/pdf",
    "Content-Disposition":
      "attachment; filename*=UTF-8''l%27attestato%20%28citt%C3%A0%29%20100%25%0D%0AX%3A%20y.pdf",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
  });
});

it("a page drawn anew is a JPEG, whatever was sent", () => {
  expect(intestazioniAnteprima()).toMatchObject({
    "Content-Type": "image/jpeg",
    "Content-Disposition": "inline",
    "X-Content-Type-Options": "nosniff",
  });
});
