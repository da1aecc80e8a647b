import { describe, expect, it } from "vitest";
import {
  ATTI,
  contaMomenti,
  minutiDa,
  momentoDi,
  scegli,
  whichActs,
  whichCorrection,
  whyNotAct,
} from "./rules";

const OGGI = "2026-10-08";
/** Nine in Rome. */
const inizioAt = new Date("2026-10-08T07:00:00Z");
const prima = new Date(inizioAt.getTime() - 1);
const confermato = { stato: "confermato", inizioAt, arrivatoAt: null, iniziatoAt: null } as const;

describe("what may be marked", () => {
  it("nobody failed to come before the hour has struck", () => {
    expect(whyNotAct(confermato, "non_presentato", prima, OGGI)).toBe("troppo_presto");
    expect(whyNotAct(confermato, "non_presentato", inizioAt, OGGI)).toBeNull();
  });

  it.each([
    ["2026-10-07T21:59:59Z", "altro_giorno"],
    ["2026-10-07T22:00:00Z", null],
    ["2026-10-08T21:59:59Z", null],
    ["2026-10-08T22:00:00Z", "altro_giorno"],
  ])("one that begins at %s is received on its day in Rome", (istante, rifiuto) => {
    for (const atto of ["arrivato", "iniziato"] as const) {
      expect(whyNotAct({ ...confermato, inizioAt: new Date(istante) }, atto, prima, OGGI)).toBe(rifiuto);
    }
  });

  it("what was held on an earlier day may be said later, never before", () => {
    expect(whyNotAct(confermato, "tenuto", prima, "2026-10-07")).toBe("altro_giorno");
    expect(whyNotAct(confermato, "tenuto", prima, OGGI)).toBeNull();
    expect(whyNotAct(confermato, "tenuto", inizioAt, "2026-10-09")).toBeNull();
  });

  it("it can be solved on any day, and once it is over nothing can be marked", () => {
    expect(whyNotAct(confermato, "definito", prima, "2026-01-01")).toBeNull();
    for (const atto of ATTI) {
      expect(whyNotAct({ ...confermato, stato: "tenuto" }, atto, inizioAt, OGGI)).toBe("gia_chiuso");
      expect(whyNotAct({ ...confermato, stato: "in_prenotazione" }, atto, inizioAt, OGGI)).toBe(
        "non_trovata",
      );
    }
  });

  it("what was marked is offered no more", () => {
    expect(whichActs(confermato, prima, OGGI)).toEqual(["arrivato", "iniziato", "tenuto", "definito"]);
    expect(whichActs(confermato, inizioAt, OGGI)).toEqual([...ATTI]);
    const arrivato = { ...confermato, arrivatoAt: prima };
    expect(whichActs(arrivato, inizioAt, OGGI)).toEqual(["iniziato", "tenuto", "non_presentato", "definito"]);
    expect(whichActs({ ...arrivato, iniziatoAt: inizioAt }, inizioAt, OGGI)).toEqual(["tenuto", "definito"]);
    expect(whichActs(confermato, inizioAt, "2026-10-09")).toEqual(["tenuto", "non_presentato", "definito"]);
    expect(whichActs({ ...confermato, stato: "annullato" }, inizioAt, OGGI)).toEqual([]);
  });
});

describe("what may be taken back", () => {
  const niente = { ...confermato, chiusoAt: null };
  it("is what was marked last", () => {
    const arrivato = { ...niente, arrivatoAt: prima };
    const iniziato = { ...arrivato, iniziatoAt: inizioAt };
    expect(whichCorrection(niente, inizioAt)).toBeNull();
    expect(whichCorrection(arrivato, inizioAt)).toBe("arrivato");
    expect(whichCorrection(iniziato, inizioAt)).toBe("iniziato");
    const mancato = { ...arrivato, stato: "non_presentato", chiusoAt: inizioAt } as const;
    expect(whichCorrection(mancato, inizioAt)).toBe("non_presentato");
    for (const stato of ["tenuto", "chiuso_e_definito", "annullato", "in_prenotazione"] as const)
      expect(whichCorrection({ ...iniziato, stato, chiusoAt: inizioAt }, inizioAt), stato).toBeNull();
  });

  it.each([
    ["2026-10-07T21:59:59Z", null],
    ["2026-10-07T22:00:00Z", "arrivato"],
    ["2026-10-08T21:59:59Z", "arrivato"],
    ["2026-10-08T22:00:00Z", null],
  ])("at %s it is the same day in Rome or not: %s", (now, atto) => {
    expect(whichCorrection({ ...niente, arrivatoAt: inizioAt }, new Date(now))).toBe(atto);
  });
});

describe("a day", () => {
  const giornata = [
    { ...confermato, esperto: "olga" },
    { ...confermato, esperto: "livia", arrivatoAt: prima },
    { ...confermato, esperto: "livia", arrivatoAt: prima, iniziatoAt: inizioAt },
    { ...confermato, esperto: "olga", stato: "annullato" },
    { ...confermato, esperto: "olga", stato: "tenuto", arrivatoAt: prima, iniziatoAt: prima },
  ] as const;

  it("says where each stands, in the order of the day", () => {
    expect(giornata.map(momentoDi)).toEqual(["atteso", "arrivato", "in_corso", "annullato", "tenuto"]);
    expect(contaMomenti(giornata)).toEqual(
      ["atteso", "arrivato", "in_corso", "tenuto", "annullato"].map((momento) => ({ momento, quanti: 1 })),
    );
  });

  it("shows what was cancelled only when that is asked for", () => {
    expect(scegli(giornata, null, null)).toHaveLength(4);
    expect(scegli(giornata, "livia", null)).toHaveLength(2);
    expect(scegli(giornata, null, "annullato")).toEqual([giornata[3]]);
    expect(scegli(giornata, "livia", "in_corso")).toEqual([giornata[2]]);
  });

  it("waiting is counted in whole minutes", () => {
    expect(minutiDa(inizioAt, prima)).toBe(0);
    expect(minutiDa(inizioAt, new Date(inizioAt.getTime() + 59_999))).toBe(0);
    expect(minutiDa(inizioAt, new Date(inizioAt.getTime() + 60_000))).toBe(1);
  });
});
