import { describe, expect, it } from "vitest";
import type { Anomalia } from "@/lib/pagamenti/rules";
import { percheInput } from "../input";
import {
  indirizzoPrenota,
  isStesso,
  type Perche,
  percheDi,
  percheDiAnomalia,
  percheDiQuesito,
  percheOfferti,
  perQuesito,
  type QuesitoConMotivo,
  queryDi,
  samePerche,
} from "./rules";

const OGGI = "2026-11-23";
const RAPPORTO = "7002600001";
const contributo = { rapporto: RAPPORTO, anno: 2026, trimestre: 2, progressivo: 1 };
const di = (tipo: Anomalia["tipo"]) =>
  (tipo === "rapporto_sospeso_in_definizione"
    ? { tipo, rapporto: { codice: RAPPORTO, stato: "sospeso_in_definizione" } }
    : { tipo, situazione: { contributo } }) as Anomalia;
const quesito = (over: Partial<QuesitoConMotivo> = {}): QuesitoConMotivo => ({
  protocollo: "100000.2026.0000001",
  stato: "in_carico",
  esito: null,
  termine: "2026-11-22",
  sospesoDal: null,
  rapporto: RAPPORTO,
  categoriaCodice: "contributi",
  ...over,
});
const motivo = (codice: string, richiedeQuesito: boolean, over = {}) => ({
  codice,
  richiedeQuesito,
  categoriaCodice: null,
  attivo: true,
  ...over,
});
const MOTIVI = [
  motivo("quesito_negativo", true),
  motivo("quesito_senza_risposta", true),
  motivo("trimestre_non_pagato", false),
  motivo("trimestre_pagato_in_parte", false),
  motivo("pagamento_doppio", false),
  motivo("rapporto_sospeso", false),
];
const nomi = (offerti: Perche[]) => offerti.map((perche) => perche.motivo);

describe("perQuesito", () => {
  it.each([
    ["the term is today", { termine: OGGI }, null],
    ["the term was yesterday", { termine: "2026-11-22" }, "scaduto"],
    ["the sede waits for an answer", { sospesoDal: "2026-11-20" }, null],
    ["closed, in time or not", { stato: "chiuso", esito: "positivo" }, null],
    ["closed in part", { stato: "chiuso", esito: "parziale" }, null],
    ["closed by who asked", { stato: "chiuso", esito: null }, null],
    ["closed negatively", { stato: "chiuso", esito: "negativo" }, "negativo"],
    ["opened again after a no, in time", { esito: "negativo", termine: OGGI }, "negativo"],
  ] as const)("%s", (_, over, atteso) => {
    expect(perQuesito(quesito(over), OGGI)).toBe(atteso);
  });

  it("leads to an appuntamento from its own page", () => {
    expect(percheDiQuesito(quesito(), OGGI)).toEqual({
      motivo: "quesito_senza_risposta",
      quesito: "100000.2026.0000001",
      rapporto: RAPPORTO,
      contributo: null,
    });
    expect(percheDiQuesito(quesito({ stato: "chiuso", esito: "negativo" }), OGGI)?.motivo).toBe(
      "quesito_negativo",
    );
    expect(percheDiQuesito(quesito({ termine: OGGI }), OGGI)).toBeNull();
  });
});

describe("percheOfferti", () => {
  it.each([
    ["trimestre_non_pagato", "trimestre_non_pagato"],
    ["pagato_in_parte", "trimestre_pagato_in_parte"],
    ["pagato_due_volte", "pagamento_doppio"],
    ["pagato_in_piu", "pagamento_doppio"],
  ] as const)("%s is a reason, with its quarter", (tipo, atteso) => {
    expect(percheOfferti(MOTIVI, [], [di(tipo)], OGGI)).toEqual([
      {
        motivo: atteso,
        quesito: null,
        rapporto: RAPPORTO,
        contributo: { anno: 2026, trimestre: 2, progressivo: 1 },
      },
    ]);
  });

  it("a rapporto pending is a reason, without a quarter", () => {
    expect(percheOfferti(MOTIVI, [], [di("rapporto_sospeso_in_definizione")], OGGI)).toEqual([
      { motivo: "rapporto_sospeso", quesito: null, rapporto: RAPPORTO, contributo: null },
    ]);
  });

  it("a quesito is a reason once, as it ended, in the order of the reasons", () => {
    const negativo = quesito({ protocollo: "100000.2026.0000002", stato: "chiuso", esito: "negativo" });
    expect(nomi(percheOfferti(MOTIVI, [quesito(), negativo], [di("pagato_in_piu")], OGGI))).toEqual([
      "quesito_negativo",
      "quesito_senza_risposta",
      "pagamento_doppio",
    ]);
  });

  it("nothing wrong, nothing offered; nor by a reason that is switched off", () => {
    expect(percheOfferti(MOTIVI, [quesito({ termine: OGGI })], [], OGGI)).toEqual([]);
    const spenti = MOTIVI.map((altro) => ({ ...altro, attivo: false }));
    expect(percheOfferti(spenti, [quesito()], [di("pagato_in_parte")], OGGI)).toEqual([]);
  });

  it("a reason added later takes both ends of a quesito, of its own categoria only", () => {
    const negativo = quesito({ protocollo: "100000.2026.0000002", stato: "chiuso", esito: "negativo" });
    const anagrafica = quesito({ protocollo: "100000.2026.0000003", categoriaCodice: "anagrafica" });
    const tutti = [quesito(), negativo, anagrafica];
    const aggiunto = motivo("aggiunto", true);
    expect(percheOfferti([aggiunto], tutti, [], OGGI)).toHaveLength(3);
    const delTipo = percheOfferti([{ ...aggiunto, categoriaCodice: "anagrafica" }], tutti, [], OGGI);
    expect(delTipo.map((perche) => perche.quesito)).toEqual(["100000.2026.0000003"]);
  });

  it("a reason added later that needs no quesito is each rapporto's in which something is wrong, once", () => {
    const due = [di("pagato_in_parte"), di("rapporto_sospeso_in_definizione")];
    expect(percheOfferti([motivo("aggiunto", false)], [], due, OGGI)).toEqual([
      { motivo: "aggiunto", quesito: null, rapporto: RAPPORTO, contributo: null },
    ]);
  });
});

describe("a reason in an address", () => {
  const contributoPerche = percheDiAnomalia(di("trimestre_non_pagato"));
  it.each([
    contributoPerche,
    percheDiAnomalia(di("rapporto_sospeso_in_definizione")),
    percheDiQuesito(quesito(), OGGI) as Perche,
    percheDiQuesito(quesito({ rapporto: null }), OGGI) as Perche,
  ])("is read back as it was: $motivo", (perche) => {
    expect(percheInput.parse(Object.fromEntries(queryDi(perche)))).toEqual(perche);
    expect(indirizzoPrenota("/cassetto/P", perche)).toBe(
      `/cassetto/P/appuntamenti/nuovo/come?${queryDi(perche)}`,
    );
  });

  it.each([
    [{}],
    [{ motivo: "" }],
    [{ motivo: ["trimestre_non_pagato"] }],
    [{ motivo: "x'; drop table appuntamenti" }],
  ])("%j is none", (given) => {
    expect(percheInput.parse(given)).toBeNull();
  });

  it("leaves out what makes no sense", () => {
    const given = { motivo: "rapporto_sospeso", rapporto: "1\0", quesito: "x", anno: "2026", trimestre: "5" };
    expect(percheInput.parse(given)).toEqual({
      motivo: "rapporto_sospeso",
      quesito: null,
      rapporto: null,
      contributo: null,
    });
  });

  it("is another when anything of it is", () => {
    const altro = { ...contributoPerche, contributo: { anno: 2026, trimestre: 3, progressivo: 1 } };
    expect(samePerche(contributoPerche, { ...contributoPerche })).toBe(true);
    expect(samePerche(contributoPerche, altro)).toBe(false);
  });
});

describe("isStesso", () => {
  const perche = percheDiAnomalia(di("trimestre_non_pagato"));
  const preso = { motivoCodice: "trimestre_non_pagato", quesitoId: null, ...contributo };

  it("of one quarter there is one appuntamento for one reason", () => {
    expect(isStesso(preso, perche, null)).toBe(true);
    expect(isStesso({ ...preso, progressivo: 2 }, perche, null)).toBe(false);
    expect(isStesso({ ...preso, motivoCodice: "pagamento_doppio" }, perche, null)).toBe(false);
    expect(percheDi(preso, null)).toEqual(perche);
  });

  it("of one quesito too, whatever its rapporto", () => {
    const suQuesito = percheDiQuesito(quesito(), OGGI) as Perche;
    const delQuesito = { ...preso, motivoCodice: "quesito_senza_risposta", quesitoId: "q1", rapporto: null };
    expect(isStesso(delQuesito, suQuesito, "q1")).toBe(true);
    expect(isStesso(delQuesito, suQuesito, "q2")).toBe(false);
  });
});
