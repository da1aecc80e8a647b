import { describe, expect, it } from "vitest";
import {
  mayCambiare,
  OFFERTI_MASSIMI,
  offertiSenzaRicerca,
  paginaCorrispondente,
  proprioCassetto,
  unisciScrivanie,
} from "./rules";

describe("there is a drawer to change to", () => {
  it.each([
    ["with two deleganti", null, 2, true],
    ["with one delegante", null, 1, false],
    ["with none", null, 0, false],
    ["with one delegante and the own one", "p", 1, true],
    ["with the own one alone", "p", 0, false],
  ] as const)("%s: %j, %i: %s", (_, propria, altrui, expected) => {
    expect(mayCambiare({ propria, altrui })).toBe(expected);
  });
});

describe("the own drawer", () => {
  it.each([
    ["/cassetto/x/pagamenti", "/cassetto/p/pagamenti"],
    ["/cassetto/x/delega", "/cassetto/p"],
    ["/sede", "/cassetto/p"],
    ["", "/cassetto/p"],
  ])("from %j opens at %s", (percorso, expected) => {
    expect(proprioCassetto("p", percorso)).toBe(expected);
  });

  it("is nowhere for who has none", () => {
    expect(proprioCassetto(null, "/cassetto/x")).toBeNull();
  });
});

describe("two desks as one list", () => {
  const row = (id: string, cognome: string, ultimo?: number) => ({ id, cognome, nome: "Prova", ultimo });
  const united = unisciScrivanie(
    [
      { tipo: "delegato", recenti: [row("a", "Zoli", 5)], primi: [row("a", "Zoli"), row("b", "Àlvarez")] },
      {
        tipo: "intermediario",
        recenti: [row("c", "Bassi", 9), row("a", "Zoli", 2)],
        primi: [row("c", "Bassi"), row("a", "Zoli")],
      },
    ],
    "/cassetto/x/pagamenti",
  );

  it("has the last opened first, and the others by name as Italian sorts", () => {
    expect(united.recenti.map(({ id }) => id)).toEqual(["c", "a"]);
    expect(united.primi.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  it("leads to the page that answers to where one is", () => {
    expect(new Set(united.primi.map(({ pagina }) => pagina))).toEqual(new Set(["/pagamenti"]));
  });

  it("is nothing where there is no desk", () => {
    expect(unisciScrivanie([], "/cassetto/x")).toEqual({ recenti: [], primi: [] });
  });
});

describe("what is offered before anything is typed", () => {
  const drawers = (...ids: number[]) => ids.map((id) => ({ id: String(id) }));
  const range = (length: number) => drawers(...Array.from({ length }, (_, index) => index));
  const ids = (offered: { deleganti: { id: string }[] }) => offered.deleganti.map(({ id }) => Number(id));

  it("is the whole desk where it finds room, those opened last first and none twice", () => {
    const offered = offertiSenzaRicerca(drawers(5, 2), range(OFFERTI_MASSIMI));
    expect(ids(offered)).toEqual([5, 2, 0, 1, 3, 4, 6, 7]);
    expect(offered.recenti).toBe(2);
  });

  it("is those opened last and as many of the first by name as there is room for, where it does not", () => {
    const offered = offertiSenzaRicerca(drawers(20, 4), range(OFFERTI_MASSIMI + 1));
    expect(ids(offered)).toEqual([20, 4, 0, 1, 2, 3, 5, 6]);
    expect(offered.recenti).toBe(2);
  });

  it("is the first ones by name where none was opened yet", () => {
    const offered = offertiSenzaRicerca([], range(OFFERTI_MASSIMI + 1));
    expect(ids(offered)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(offered.recenti).toBe(0);
  });

  it("is nothing where there is nothing", () => {
    expect(offertiSenzaRicerca([], [])).toEqual({ deleganti: [], recenti: 0 });
  });
});

describe("the same page of another drawer", () => {
  const P = "/cassetto/0b7e1c1e-1234-4abc-8def-000000000000";
  it.each([
    // From where, and where a delegato, an intermediario and a datore come out.
    [P, "", "", ""],
    [`${P}/pagamenti?anno=2026`, "/pagamenti", "/pagamenti", "/pagamenti"],
    [`${P}/rapporti/6007000008`, "/rapporti", "/rapporti", "/rapporti"],
    [`${P}/rapporti/6007000008/pagamenti`, "/rapporti", "/rapporti", "/rapporti"],
    [`${P}/anagrafica#sede`, "/anagrafica", "/anagrafica", "/anagrafica"],
    [`${P}/comunicazioni`, "/comunicazioni", "/comunicazioni", "/comunicazioni"],
    [`${P}/comunicazioni/700100.2026.0000001`, "/comunicazioni", "/comunicazioni", "/comunicazioni"],
    [`${P}/comunicazioni/nuova?rapporto=6007000008`, "/comunicazioni", "/comunicazioni", "/comunicazioni"],
    [`${P}/appuntamenti?stato=tenuto`, "/appuntamenti", "/appuntamenti", "/appuntamenti"],
    [`${P}/appuntamenti/A1B2-C3D4/sposta`, "/appuntamenti", "/appuntamenti", "/appuntamenti"],
    [`${P}/appuntamenti/nuovo/quando`, "/appuntamenti", "/appuntamenti", "/appuntamenti"],
    [`${P}/accessi?persona=x`, "", "", "/accessi"],
    [`${P}/deleghe/nuova`, "", "", "/deleghe"],
    [`${P}/delega`, "/delega", "/delega", ""],
    [`${P}/allegati/x`, "", "", ""],
    [`${P}/pagamentix`, "", "", ""],
    ["/deleganti", "", "", ""],
    ["https://altrove.example/cassetto/x/pagamenti", "", "", ""],
    ["//cassetto/x/pagamenti", "", "", ""],
    ["", "", "", ""],
  ])("as %s is %j, %j, %j", (percorso, delegato, intermediario, datore) => {
    expect(paginaCorrispondente(percorso, "delegato")).toBe(delegato);
    expect(paginaCorrispondente(percorso, "intermediario")).toBe(intermediario);
    expect(paginaCorrispondente(percorso, "datore")).toBe(datore);
    expect(paginaCorrispondente(percorso, null)).toBe("");
  });
});
