import { describe, expect, it } from "vitest";
import { TITOLI_DELEGA } from "@/db/schema/deleghe";
import { STATI_PROPOSTA } from "@/db/schema/proposte";
import {
  attiSuProposta,
  chiusaIl,
  isChiudibile,
  type Parte,
  sostituite,
  statoDelega,
  statoProposta,
  statoPropostaVisto,
  whyGiaDecisa,
} from "./rules";

const [IERI, OGGI, DOMANI] = ["2028-02-28", "2028-02-29", "2028-03-01"] as const;
const volontaria = { stato: "attiva", dataInizio: IERI, fine: null, titolo: "volontaria" } as const;

describe("a delega", () => {
  it.each([
    [{ dataInizio: IERI, fine: null }, "attiva"],
    [{ dataInizio: OGGI, fine: null }, "attiva"],
    [{ dataInizio: DOMANI, fine: null }, "futura"],
    [{ dataInizio: IERI, fine: OGGI }, "attiva"],
    [{ dataInizio: IERI, fine: IERI }, "scaduta"],
    [{ dataInizio: DOMANI, fine: DOMANI }, "futura"],
  ] as const)("attiva for %j is %s on 29 February, and so may be ended or not", (periodo, visto) => {
    const delega = { ...volontaria, ...periodo };
    expect(statoDelega(delega, OGGI)).toBe(visto);
    expect(isChiudibile(delega, OGGI)).toBe(visto !== "scaduta");
  });

  it.each(["revocata", "scaduta"] as const)(
    "%s stays so whatever its dates, and is not ended again",
    (stato) => {
      const delega = { ...volontaria, stato, fine: DOMANI };
      expect(statoDelega(delega, OGGI)).toBe(stato);
      expect(isChiudibile(delega, OGGI)).toBe(false);
    },
  );

  it("that a court gave is ended by neither side", () => {
    const chiudibili = TITOLI_DELEGA.filter((titolo) => isChiudibile({ ...volontaria, titolo }, OGGI));
    expect(chiudibili).toEqual(["volontaria"]);
  });
});

describe("a delega that is over", () => {
  it("ended on the day in Rome on which somebody ended it, unless the calendar or the archive did", () => {
    const chiusaAt = new Date("2028-02-28T23:30:00Z");
    expect(chiusaIl({ stato: "revocata", chiusaAt })).toBe(OGGI);
    expect(chiusaIl({ stato: "revocata", chiusaAt: null })).toBeNull();
    expect(chiusaIl({ stato: "scaduta", chiusaAt })).toBeNull();
  });
});

describe("a new intermediario", () => {
  const delega = { tipo: "professionale", stato: "attiva", dataInizio: IERI, fine: null } as const;
  const proposta = { tipo: "professionale", dataInizio: OGGI, dataFine: null } as const;
  const takes = (changes: object, nuova: object = {}) =>
    sostituite([{ delega: { ...delega, ...changes } }], { ...proposta, ...nuova }, OGGI).length === 1;

  it.each([
    [{}, {}, true],
    [{ tipo: "personale" }, {}, false],
    [{ stato: "revocata" }, {}, false],
    [{ fine: OGGI }, {}, true],
    [{ fine: IERI }, {}, false],
    [{ dataInizio: DOMANI }, {}, true],
    [{ dataInizio: DOMANI }, { dataFine: OGGI }, false],
    [{ dataInizio: DOMANI }, { dataFine: DOMANI }, true],
    [{ fine: OGGI }, { dataInizio: DOMANI }, false],
    // What was to begin before today begins when it is accepted.
    [{ fine: IERI }, { dataInizio: IERI }, false],
    [{}, { tipo: "personale" }, false],
  ])("takes the place of one that is %j, with %j: %s", (prima, nuova, sostituisce) => {
    expect(takes(prima, nuova)).toBe(sostituisce);
  });
});

describe("a proposta", () => {
  const proposta = { stato: "proposta", termine: OGGI, proponente: "datore" } as const;

  it("is decided by the side that did not make it until its last day, and taken back by the other also after", () => {
    expect(attiSuProposta(proposta, "delegato", OGGI)).toEqual(["accetta", "rifiuta"]);
    expect(attiSuProposta(proposta, "delegato", DOMANI)).toEqual([]);
    for (const day of [OGGI, DOMANI]) expect(attiSuProposta(proposta, "datore", day)).toEqual(["ritira"]);
    expect([statoProposta(proposta, OGGI), statoProposta(proposta, DOMANI)]).toEqual(["proposta", "scaduta"]);
  });

  it("decided already is one's own answer, another's decision, or gone", () => {
    expect(whyGiaDecisa("attiva", "rifiuta", true)).toBe("gia_risposto");
    expect(whyGiaDecisa("rifiutata", "accetta", true)).toBe("gia_risposto");
    expect(whyGiaDecisa("attiva", "rifiuta", false), "a colleague's, maybe").toBe("gia_decisa");
    expect(whyGiaDecisa("annullata", "accetta", true)).toBe("gia_ritirata");
    expect(whyGiaDecisa("attiva", "ritira", true)).toBe("gia_decisa");
    for (const atto of ["accetta", "ritira"] as const)
      expect(whyGiaDecisa("scaduta", atto, true)).toBe("scaduta");
  });

  it("that a studio made is taken back until its last day, as long as a refusal does not show", () => {
    const chiesta = { ...proposta, proponente: "delegato" } as const;
    expect(attiSuProposta(chiesta, "delegato", OGGI)).toEqual(["ritira"]);
    expect(attiSuProposta(chiesta, "delegato", DOMANI)).toEqual([]);
  });

  it("refused looks to the studio that made it like one without an answer, and to nobody else", () => {
    const seen = (stato: (typeof STATI_PROPOSTA)[number], parte: Parte, proponente: Parte, day: string) =>
      statoPropostaVisto({ stato, termine: OGGI, proponente }, parte, day);
    for (const stato of ["proposta", "rifiutata"] as const) {
      expect(seen(stato, "delegato", "delegato", OGGI)).toBe("proposta");
      expect(seen(stato, "delegato", "delegato", DOMANI)).toBe("non_accettata");
    }
    expect(seen("scaduta", "delegato", "delegato", DOMANI)).toBe("non_accettata");
    for (const stato of ["attiva", "annullata"] as const) {
      expect(seen(stato, "delegato", "delegato", DOMANI)).toBe(stato);
    }
    for (const day of [OGGI, DOMANI]) {
      expect(seen("rifiutata", "datore", "delegato", day)).toBe("rifiutata");
      expect(seen("rifiutata", "datore", "datore", day)).toBe("rifiutata");
      expect(seen("rifiutata", "delegato", "datore", day)).toBe("rifiutata");
    }
    expect(seen("proposta", "datore", "delegato", DOMANI)).toBe("scaduta");
  });

  it.each(STATI_PROPOSTA.filter((stato) => stato !== "proposta"))(
    "that is %s leaves nothing to do",
    (stato) => {
      for (const parte of ["datore", "delegato"] as const) {
        expect(attiSuProposta({ ...proposta, stato }, parte, IERI)).toEqual([]);
      }
    },
  );
});
