import "server-only";
import { notFound } from "next/navigation";
import { openAllegato, openAppuntamento, openQuesito } from "./opening";
import { requireAperto, requireCassetto } from "./session";
import type { Cassetto, CassettoScope, Viewer } from "./viewer";

// The gates of what has a number of its own: to read it is an act, which goes into a register.

const PROTOCOLLO = /^\d{6}\.\d{4}\.\d{7}$/;
const NUMERO = /^[0-9A-F]{4}-[0-9A-F]{4}$/;

/** A thread somebody has before them. */
export type QuesitoAperto = { viewer: Viewer; quesitoId: string };

/**
 * The gate of a thread on the side of who asks: as `requireCassetto`, and 404 when the quesito is not of this drawer.
 * `read` gets its id.
 */
export async function requireQuesito<T>(
  params: Promise<{ posizione: string; protocollo: string }>,
  read: (scope: CassettoScope, quesitoId: string) => Promise<T>,
): Promise<QuesitoAperto & { cassetto: Cassetto; dati: T }> {
  const { protocollo } = await params;
  const { viewer, cassetto, dati } = await requireCassetto(params, "comunicazioni", async (scope) => {
    const aperto = PROTOCOLLO.test(protocollo) ? await openQuesito(scope.tx, protocollo) : undefined;
    if (aperto?.posizioneId !== scope.posizioneId) return null;
    return { quesitoId: aperto.quesitoId, dati: await read(scope, aperto.quesitoId) };
  });
  if (!dati) notFound();
  return { viewer, cassetto, quesitoId: dati.quesitoId, dati: dati.dati };
}

/** The gate of a thread on the side of the sede: 404 when it is neither of theirs nor one they were asked about. */
export async function requireQuesitoSede<T>(
  params: Promise<{ protocollo: string }>,
  read: (scope: CassettoScope, quesitoId: string) => Promise<T>,
): Promise<QuesitoAperto & { posizioneId: string; dati: T }> {
  const { protocollo } = await params;
  return requireAperto(
    async (tx) => (PROTOCOLLO.test(protocollo) ? openQuesito(tx, protocollo) : undefined),
    (scope, { quesitoId }) => read(scope, quesitoId),
  );
}

/**
 * The gate of an appuntamento on the side of the sede, by its number: 404 when it is not of theirs. `read` gets its
 * id.
 */
export async function requireAppuntamentoSede<T>(
  params: Promise<{ numero: string }>,
  read: (scope: CassettoScope, appuntamentoId: string) => Promise<T>,
): Promise<{ viewer: Viewer; posizioneId: string; appuntamentoId: string; dati: T }> {
  const { numero } = await params;
  return requireAperto(
    async (tx) => (NUMERO.test(numero) ? openAppuntamento(tx, numero) : undefined),
    (scope, { appuntamentoId }) => read(scope, appuntamentoId),
  );
}

/**
 * The gate of a file on the side of the sede: 404 when what it came with is not of theirs. `pagina`: only a page of it,
 * drawn anew.
 */
export async function requireAllegatoSede<T>(
  id: string | undefined,
  pagina: boolean,
  read: (scope: CassettoScope) => Promise<T>,
): Promise<T> {
  const { dati } = await requireAperto(async (tx) => (id ? openAllegato(tx, id, pagina) : undefined), read);
  return dati;
}
