/**
 * Why somebody may ask for an appuntamento: which of the reasons an amministratore keeps fit this posizione today.
 * Source: msg 2561/2019 (about a quesito closed negatively or not answered within its term); that an anomaly of the
 * posizione is enough is this service's own.
 */
import type { MotivoAppuntamento } from "@/db/schema/agenda";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import type { Quesito } from "@/db/schema/quesiti";
import type { DataIso } from "@/lib/dates";
import type { Anomalia } from "@/lib/pagamenti/rules";
import { orologioDi } from "@/lib/quesiti/rules";

/** A reason with what stands behind it. */
export type Perche = {
  motivo: string;
  /** Protocollo. */
  quesito: string | null;
  rapporto: string | null;
  contributo: { anno: number; trimestre: number; progressivo: number } | null;
};

export type QuesitoConMotivo = Pick<
  Quesito,
  "protocollo" | "stato" | "esito" | "termine" | "sospesoDal" | "rapporto"
> & {
  categoriaCodice: string;
};

type Motivo = Pick<MotivoAppuntamento, "codice" | "richiedeQuesito" | "categoriaCodice" | "attivo">;

const MOTIVO_DI_ANOMALIA: Record<Anomalia["tipo"], string> = {
  trimestre_non_pagato: "trimestre_non_pagato",
  pagato_in_parte: "trimestre_pagato_in_parte",
  pagato_due_volte: "pagamento_doppio",
  pagato_in_piu: "pagamento_doppio",
  rapporto_sospeso_in_definizione: "rapporto_sospeso",
};

/** Reasons that name how the quesito ended; any other takes both. */
const MOTIVO_DI_QUESITO = { negativo: "quesito_negativo", scaduto: "quesito_senza_risposta" } as const;

/** Whether a quesito was closed negatively or has been left without an answer past its term; null: neither. */
export function perQuesito(
  quesito: Pick<Quesito, "stato" | "esito" | "termine" | "sospesoDal">,
  oggi: DataIso,
): keyof typeof MOTIVO_DI_QUESITO | null {
  if (quesito.esito === "negativo") return "negativo";
  return orologioDi(quesito, oggi)?.scaduto ? "scaduto" : null;
}

/** The reason under which an appuntamento about this quesito is asked for from its own page; null: none is due. */
export function percheDiQuesito(
  quesito: Omit<QuesitoConMotivo, "categoriaCodice">,
  oggi: DataIso,
): Perche | null {
  const come = perQuesito(quesito, oggi);
  return (
    come && {
      motivo: MOTIVO_DI_QUESITO[come],
      quesito: quesito.protocollo,
      rapporto: quesito.rapporto,
      contributo: null,
    }
  );
}

export function percheDiAnomalia(anomalia: Anomalia): Perche {
  return { motivo: MOTIVO_DI_ANOMALIA[anomalia.tipo], quesito: null, ...oggettoDi(anomalia) };
}

/** What a posizione gives a reason for today, in the order of the reasons. */
export function percheOfferti(
  motivi: readonly Motivo[],
  quesiti: readonly QuesitoConMotivo[],
  anomalie: readonly Anomalia[],
  oggi: DataIso,
): Perche[] {
  return motivi
    .filter(({ attivo }) => attivo)
    .flatMap((motivo) =>
      motivo.richiedeQuesito ? conQuesito(motivo, quesiti, oggi) : conAnomalia(motivo, anomalie),
    );
}

function conQuesito(motivo: Motivo, quesiti: readonly QuesitoConMotivo[], oggi: DataIso): Perche[] {
  const soloCosi = Object.values<string>(MOTIVO_DI_QUESITO).includes(motivo.codice);
  return quesiti.flatMap((quesito) => {
    const come = perQuesito(quesito, oggi);
    if (!come || (soloCosi && MOTIVO_DI_QUESITO[come] !== motivo.codice)) return [];
    if (motivo.categoriaCodice !== null && motivo.categoriaCodice !== quesito.categoriaCodice) return [];
    return [
      { motivo: motivo.codice, quesito: quesito.protocollo, rapporto: quesito.rapporto, contributo: null },
    ];
  });
}

/** A reason added later is about a rapporto in which something is wrong, whatever it is. */
function conAnomalia({ codice }: Motivo, anomalie: readonly Anomalia[]): Perche[] {
  if (Object.values(MOTIVO_DI_ANOMALIA).includes(codice)) {
    return anomalie.filter(({ tipo }) => MOTIVO_DI_ANOMALIA[tipo] === codice).map(percheDiAnomalia);
  }
  const rapporti = new Set(anomalie.map((anomalia) => oggettoDi(anomalia).rapporto));
  return [...rapporti].map((rapporto) => ({ motivo: codice, quesito: null, rapporto, contributo: null }));
}

function oggettoDi(anomalia: Anomalia): Pick<Perche, "rapporto" | "contributo"> {
  if (anomalia.tipo === "rapporto_sospeso_in_definizione") {
    return { rapporto: anomalia.rapporto.codice, contributo: null };
  }
  const { rapporto, anno, trimestre, progressivo } = anomalia.situazione.contributo;
  return { rapporto, contributo: { anno, trimestre, progressivo } };
}

/** The same thing asked about, whatever it is. */
export const samePerche = (a: Perche, b: Perche): boolean => queryDi(a).toString() === queryDi(b).toString();

export type OggettoDiAppuntamento = Pick<
  Appuntamento,
  "motivoCodice" | "rapporto" | "quesitoId" | "anno" | "trimestre" | "progressivo"
>;

/** Whether an appuntamento, or a wait, is about it: of one thing there is one that lives (as blocca_orario counts). */
export function isStesso(
  appuntamento: OggettoDiAppuntamento,
  perche: Perche,
  quesitoId: string | null,
): boolean {
  const { motivoCodice, rapporto, anno, trimestre, progressivo } = appuntamento;
  if (motivoCodice !== perche.motivo || appuntamento.quesitoId !== quesitoId) return false;
  if (quesitoId !== null) return true;
  const { contributo } = perche;
  return (
    rapporto === perche.rapporto &&
    anno === (contributo?.anno ?? null) &&
    trimestre === (contributo?.trimestre ?? null) &&
    progressivo === (contributo?.progressivo ?? null)
  );
}

/** What an appuntamento, or the bozza of one, is about. */
export function percheDi(
  oggetto: Omit<OggettoDiAppuntamento, "quesitoId" | "motivoCodice"> & { motivoCodice: string },
  protocollo: string | null,
): Perche {
  const { motivoCodice, rapporto, anno, trimestre, progressivo } = oggetto;
  const intero = anno !== null && trimestre !== null && progressivo !== null;
  return {
    motivo: motivoCodice,
    quesito: protocollo,
    rapporto,
    contributo: intero ? { anno, trimestre, progressivo } : null,
  };
}

/** As it stands in an address; percheInput (lib/appuntamenti/input.ts) reads it back. */
export function queryDi({ motivo, quesito, rapporto, contributo }: Perche): URLSearchParams {
  const query = new URLSearchParams({ motivo });
  if (quesito) query.set("quesito", quesito);
  if (rapporto) query.set("rapporto", rapporto);
  if (contributo) for (const [nome, valore] of Object.entries(contributo)) query.set(nome, String(valore));
  return query;
}

/** Where an appuntamento about it is asked for. `base` is `/cassetto/P`. */
export const indirizzoPrenota = (base: string, perche: Perche): string =>
  `${base}/appuntamenti/nuovo/come?${queryDi(perche)}`;
