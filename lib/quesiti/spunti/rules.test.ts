import { expect, it } from "vitest";
import type { Anomalia, Situazione } from "@/lib/pagamenti/rules";
import { indirizzoNuovo, spuntoDi, spuntoDiContributo, spuntoDiRapporto, spuntoDiSituazione } from "./rules";

const contributo = { rapporto: "7002600001", anno: 2026, trimestre: 3, progressivo: 1 };

it.each([
  ["trimestre_non_pagato", "contributi_non_risultanti"],
  ["pagato_in_parte", "avviso_inesatto"],
  ["pagato_due_volte", "contributi_da_rimborsare"],
  ["pagato_in_piu", "contributi_da_rimborsare"],
])("who asks about %s begins with %s and its contributo", (tipo, argomento) => {
  expect(spuntoDi({ tipo, situazione: { contributo } } as Anomalia)).toEqual({
    rapporto: "7002600001",
    contributo: { anno: 2026, trimestre: 3, progressivo: 1 },
    argomento,
  });
});

it.each([
  ["pagato", 0, "contributi_non_risultanti"],
  ["pagato_in_ritardo", 0, "contributi_non_risultanti"],
  ["pagato", 1, "contributi_da_rimborsare"],
  ["sospeso", 0, "avviso_inesatto"],
  ["in_scadenza", 0, "avviso_inesatto"],
])(
  "who asks about a contributo that is %s, with %i cents too much, begins with %s",
  (stato, eccedenza, argomento) => {
    expect(spuntoDiSituazione({ contributo, stato, eccedenza } as Situazione)).toEqual({
      rapporto: "7002600001",
      contributo: { anno: 2026, trimestre: 3, progressivo: 1 },
      argomento,
    });
  },
);

it("who asks about a rapporto that waits to be defined begins with that", () => {
  const sospeso = { codice: "7002600001", stato: "sospeso_in_definizione" } as const;
  const anomalia = { tipo: "rapporto_sospeso_in_definizione", rapporto: sospeso };
  expect(spuntoDi(anomalia as Anomalia)).toEqual({ rapporto: "7002600001", argomento: "rapporto_sospeso" });
  expect(spuntoDiRapporto(sospeso)).toEqual(spuntoDi(anomalia as Anomalia));
  expect(spuntoDiRapporto({ ...sospeso, stato: "attivo" }).argomento).toBeUndefined();
});

it("the address carries what is known, and no more", () => {
  expect(indirizzoNuovo("/cassetto/P", {})).toBe("/cassetto/P/comunicazioni/nuova");
  expect(indirizzoNuovo("/cassetto/P", { rapporto: "7002600001" })).toBe(
    "/cassetto/P/comunicazioni/nuova?rapporto=7002600001",
  );
  expect(indirizzoNuovo("/cassetto/P", spuntoDiContributo(contributo))).toBe(
    "/cassetto/P/comunicazioni/nuova?rapporto=7002600001&anno=2026&trimestre=3&progressivo=1&argomento=avviso_inesatto",
  );
});
