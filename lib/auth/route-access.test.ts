import { describe, expect, it } from "vitest";
import { TIPI_PROFILO, type TipoProfilo } from "@/db/schema/utenti";
import { AREE, type Area, areaOf, isPublic, mayEnter } from "./route-access";

const PROFILI: (TipoProfilo | null)[] = [...TIPI_PROFILO, null];

/** Every area and who may enter, in the order of PROFILI; an area that is missing here is a red test. */
//                  datore delegato intermediario operatore responsabile amministratore nobody
const MATRICE: Record<Area, string> = {
  pubblico: "       si     si       si            si        si           si             si",
  servizio: "       si     si       si            si        si           si             si",
  profilo: "        si     si       si            si        si           si             si",
  ingresso: "       si     si       si            si        si           si             si",
  cassetto: "       si     si       si            si        si           no             no",
  comunicazioni: "  si     si       si            no        no           no             no",
  appuntamenti: "   si     si       si            si        si           no             no",
  accessi: "        si     no       no            no        no           no             no",
  deleghe: "        si     no       no            no        no           no             no",
  delega: "         no     si       si            no        no           no             no",
  deleganti: "      no     si       si            no        no           no             no",
  studio: "         no     no       si            no        no           no             no",
  sede: "           no     no       no            si        si           no             no",
  andamento: "      no     no       no            no        si           no             no",
  amministrazione: "no     no       no            no        no           si             no",
};

describe("mayEnter", () => {
  it("is known for every area", () => {
    expect(Object.keys(MATRICE).sort()).toEqual(Object.keys(AREE).sort());
  });

  const cells = Object.entries(MATRICE).flatMap(([area, line]) =>
    line
      .trim()
      .split(/\s+/)
      .map((cell, index) => [PROFILI[index] ?? null, cell, area as Area] as const),
  );
  it.each(cells)("%s: %s to %s", (profilo, cell, area) => {
    expect(mayEnter(area, profilo)).toBe(cell === "si");
  });
});

describe("isPublic", () => {
  it("is said of what needs no login, and of nothing else", () => {
    const open = (Object.keys(AREE) as Area[]).filter(isPublic);
    expect(open.sort()).toEqual(["pubblico", "servizio"]);
  });
});

describe("areaOf", () => {
  it.each<[string, Area | null]>([
    ["/", "pubblico"],
    ["/accesso", "pubblico"],
    ["/informazioni", "pubblico"],
    ["/privacy", "pubblico"],
    ["/accessibilita", "pubblico"],
    ["/api/salute", "servizio"],
    ["/esci", "servizio"],
    ["/profilo", "profilo"],
    ["/profilo/pin", "profilo"],
    ["/cassetto", "ingresso"],
    ["/cassetto/", "ingresso"],
    ["/cassetto/P", "cassetto"],
    ["/cassetto/P/rapporti/6007000008/pagamenti", "cassetto"],
    ["/cassetto/P/pagamenti.csv", "cassetto"],
    ["/cassetto/P/accessi", "accessi"],
    ["/cassetto/P/accessi/altro", "accessi"],
    ["/cassetto/P/rapporti/accessi", "cassetto"],
    ["/cassetto/accessi", "cassetto"],
    ["/cassetto/P/deleghe", "deleghe"],
    ["/cassetto/P/deleghe/nuova", "deleghe"],
    ["/cassetto/P/delega", "delega"],
    ["/cassetto/deleghe", "cassetto"],
    ["/deleganti", "deleganti"],
    ["/deleganti/elenco.csv", "deleganti"],
    ["/deleganti/proposte", "studio"],
    ["/deleganti/studio/attivita", "studio"],
    ["/deleganti/studiox", "deleganti"],
    ["/amministrazione", "amministrazione"],
    ["/amministrazione/archivi", "amministrazione"],
    ["/amministrazionex", null],
    ["/apicoltura", null],
    ["/Cassetto/P", null],
    ["/profilox", null],
    ["/nessuno", null],
    ["", null],
    ["//cassetto/P", null],
  ])("%s lies in %s", (pathname, area) => {
    expect(areaOf(pathname)).toBe(area);
  });
});
