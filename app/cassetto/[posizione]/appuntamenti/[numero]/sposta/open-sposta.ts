import { notFound } from "next/navigation";
import { numeroInput } from "@/lib/appuntamenti/input";
import { type AppuntamentoIntero, getAppuntamento } from "@/lib/appuntamenti/queries";
import { isAltrove, type Rifiuto, whyNotMove } from "@/lib/appuntamenti/rules";
import { requireCassetto } from "@/lib/auth/session";
import type { CassettoScope } from "@/lib/auth/viewer";
import { currentIstante } from "@/lib/oggi";

export type ParamsSposta = { posizione: string; numero: string };

/** What the pages of a move begin with: the appuntamento, and why it cannot be moved (a sede moves its own at any time). */
export async function openSposta<T>(
  params: Promise<ParamsSposta>,
  read: (scope: CassettoScope, riga: AppuntamentoIntero) => Promise<T>,
) {
  const numero = numeroInput.parse((await params).numero);
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", async (scope) => {
    const [riga] = numero ? await getAppuntamento(scope, numero) : [];
    return riga && { riga, altro: await read(scope, riga) };
  });
  if (!dati || dati.riga.appuntamento.stato === "in_prenotazione") notFound();
  const { appuntamento } = dati.riga;
  let rifiuto: Rifiuto | null = whyNotMove(appuntamento, currentIstante());
  if (cassetto.ufficio && rifiuto !== "gia_chiuso") {
    rifiuto = isAltrove(appuntamento, viewer.profilo?.sede?.codice ?? null) ? "altra_sede" : null;
  }
  const base = `/cassetto/${cassetto.posizioneId}/appuntamenti/${appuntamento.numero}`;
  return { viewer, cassetto, base, ...dati, rifiuto };
}
