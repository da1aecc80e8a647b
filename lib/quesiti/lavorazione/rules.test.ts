import { describe, expect, it } from "vitest";
import { attiDi, azioneDi, conModello, secondiFinoA, TIPI_RISPOSTA, tipoDi } from "./rules";

const chi = (utenteId: string, tipo: "operatore" | "responsabile", codice = "100000") => ({
  utenteId,
  profilo: { id: "p", tipo, sede: { codice, denominazione: codice }, intermediario: null },
});
const olga = chi("olga", "operatore");
const ugo = chi("ugo", "operatore");
const renzo = chi("renzo", "responsabile");
const gina = chi("gina", "responsabile", "110000");

/** What is offered, in letters: p prendi, r rilascia, a answer, o opinion, g give, n note. */
function letters(
  stato: "inviato" | "in_carico" | "in_attesa_del_cittadino" | "chiuso",
  assegnatoA: string | null,
) {
  return (who: typeof olga, inPartenza = false) => {
    const atti = attiDi({ sedeCodice: "100000", stato, assegnatoA }, who, inPartenza);
    const offered = [
      atti.prendi && "p",
      atti.rilascia && "r",
      atti.rispondi && "a",
      atti.chiediParere && "o",
      atti.passa && "g",
      atti.annota && "n",
    ];
    return `${offered.filter(Boolean).join("")} ${atti.impedimento ?? "-"}`;
  };
}

describe("attiDi", () => {
  it("offers a quesito of nobody to everybody of the sede", () => {
    const of = letters("inviato", null);
    expect([of(olga), of(renzo)]).toEqual(["pgn di_nessuno", "pgn di_nessuno"]);
  });

  it.each(["in_carico", "in_attesa_del_cittadino"] as const)("%s: all of it to who is in charge", (stato) => {
    const of = letters(stato, "olga");
    expect(of(olga)).toBe("raogn -");
    expect(of(olga, true), "while an answer is on its way").toBe("on -");
    expect(of(ugo)).toBe("n di_altri");
    expect(of(renzo), "the responsabile may give it to somebody else").toBe("gn di_altri");
    expect(of(renzo, true)).toBe("n di_altri");
  });

  it("offers nothing but a note once it is closed, and nothing at all to another sede", () => {
    expect(letters("chiuso", "olga")(olga)).toBe("n chiuso");
    expect(letters("in_carico", "olga")(gina)).toBe(" altra_sede");
    expect(letters("in_carico", "gina")(gina), "even if it was theirs once").toBe(" altra_sede");
  });
});

it("an answer's one choice is its azione and its esito, and back", () => {
  for (const tipo of TIPI_RISPOSTA) expect(tipoDi(azioneDi(tipo))).toBe(tipo);
  expect(azioneDi("parziale")).toEqual({ azione: "chiusura", esito: "parziale" });
  expect(azioneDi(null)).toEqual({ azione: null, esito: null });
});

it("a modello is added to what is written, never put in its place", () => {
  expect(conModello(" \n", "Buongiorno.")).toBe("Buongiorno.");
  expect(conModello("Ecco.\n", "Saluti.")).toBe("Ecco.\n\nSaluti.");
});

it("counts the seconds until an answer leaves, and after", () => {
  const now = new Date("2026-11-23T10:00:00.000Z");
  expect(secondiFinoA(new Date("2026-11-23T10:01:00.000Z"), now)).toBe(60);
  expect(secondiFinoA(new Date("2026-11-23T10:00:00.001Z"), now)).toBe(1);
  expect(secondiFinoA(now, now)).toBe(0);
  expect(secondiFinoA(new Date("2026-11-23T09:59:50.000Z"), now)).toBe(-10);
});
