import { describe, expect, it } from "vitest";
import type { TipoProfilo } from "@/db/schema/utenti";
import { cambioOf, OFFERTI_MASSIMI, offertiSenzaRicerca, paginaCorrispondente } from "./rules";

const PROPRIA = { posizioneId: "p", profiloId: "d" };

function viewer(tipo: TipoProfilo | null, propria: boolean, altrui: number, profiliCount: number) {
  const profilo = tipo && { id: "x", tipo, sede: null, intermediario: null };
  return { profilo, propria: propria ? PROPRIA : null, altrui, profiliCount };
}

describe("the drawer is changed", () => {
  it.each([
    ["an intermediario with more deleganti", viewer("intermediario", false, 2, 1), "cassetto"],
    ["an intermediario with one delegante", viewer("intermediario", false, 1, 1), null],
    [
      "an intermediario with one delegante and an own drawer",
      viewer("intermediario", true, 1, 2),
      "cassetto",
    ],
    ["an intermediario with an own drawer alone", viewer("intermediario", true, 0, 2), null],
    ["a delegato with three deleghe", viewer("delegato", false, 2, 1), "cassetto"],
    ["a delegato with one delega", viewer("delegato", false, 1, 1), null],
    ["a delegato whose deleghe ended", viewer("delegato", false, 0, 1), null],
    ["a datore and nothing else", viewer("datore", true, 0, 1), null],
    ["a datore with another profilo", viewer("datore", true, 0, 2), "profilo"],
    ["a datore without a drawer", viewer("datore", false, 0, 2), null],
    ["an operatore who is a datore too", viewer("operatore", true, 0, 2), null],
    ["who has not chosen a profilo yet", viewer(null, true, 0, 2), null],
  ] as const)("by %s at: %j", (_, who, expected) => {
    expect(cambioOf(who)).toBe(expected);
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

  it("is those opened last, and no others picked by the alphabet, where it does not", () => {
    expect(ids(offertiSenzaRicerca(drawers(20, 4), range(OFFERTI_MASSIMI + 1)))).toEqual([20, 4]);
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
