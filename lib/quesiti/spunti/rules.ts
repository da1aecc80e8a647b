/**
 * "Ask about this": what a quesito begins with when it is asked from a rapporto, a contributo or an anomaly.
 * Source of the argomenti: msg 2749/2018. The person may choose another one.
 */
import type { Anomalia, ChiaveContributo, RigaRapporto, Situazione } from "@/lib/pagamenti/rules";

export type Spunto = {
  rapporto?: string;
  contributo?: Pick<ChiaveContributo, "anno" | "trimestre" | "progressivo">;
  argomento?: string;
};

/** Who asks about a quarter that shows as unpaid has mostly paid it; who has not needs no answer. */
const ARGOMENTO_DI: Record<Exclude<Anomalia["tipo"], "rapporto_sospeso_in_definizione">, string> = {
  trimestre_non_pagato: "contributi_non_risultanti",
  pagato_in_parte: "avviso_inesatto",
  pagato_due_volte: "contributi_da_rimborsare",
  pagato_in_piu: "contributi_da_rimborsare",
};

export function spuntoDi(anomalia: Anomalia): Spunto {
  if (anomalia.tipo === "rapporto_sospeso_in_definizione") return spuntoDiRapporto(anomalia.rapporto);
  return spuntoDiContributo(anomalia.situazione.contributo, ARGOMENTO_DI[anomalia.tipo]);
}

/** What somebody wants to know about a rapporto is theirs to say, unless it waits to be defined. */
export function spuntoDiRapporto({ codice, stato }: RigaRapporto): Spunto {
  return {
    rapporto: codice,
    argomento: stato === "sospeso_in_definizione" ? "rapporto_sospeso" : undefined,
  };
}

/** An avviso that is still to be paid is asked about for what is written in it. */
export function spuntoDiContributo(
  { rapporto, anno, trimestre, progressivo }: ChiaveContributo,
  argomento = "avviso_inesatto",
): Spunto {
  return { rapporto, contributo: { anno, trimestre, progressivo }, argomento };
}

/** What was paid is asked about because it is too much, or is not found elsewhere; the rest for what the avviso says. */
export function spuntoDiSituazione({ contributo, stato, eccedenza }: Situazione): Spunto {
  if (eccedenza > 0) return spuntoDiContributo(contributo, "contributi_da_rimborsare");
  const pagato = stato === "pagato" || stato === "pagato_in_ritardo";
  return spuntoDiContributo(contributo, pagato ? "contributi_non_risultanti" : undefined);
}

/** Where a new quesito begins with it. `base` is `/cassetto/P`. */
export function indirizzoNuovo(base: string, { rapporto, contributo, argomento }: Spunto): string {
  const query = new URLSearchParams();
  if (rapporto) query.set("rapporto", rapporto);
  if (contributo) for (const [nome, valore] of Object.entries(contributo)) query.set(nome, String(valore));
  if (argomento) query.set("argomento", argomento);
  return `${base}/comunicazioni/nuova${query.size > 0 ? `?${query}` : ""}`;
}
