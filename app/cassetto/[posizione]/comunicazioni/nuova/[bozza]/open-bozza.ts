import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requireCassetto } from "@/lib/auth/session";
import type { CassettoScope } from "@/lib/auth/viewer";
import { type BozzaElencata, getBozza, getInviato } from "@/lib/quesiti/bozze/queries";

export type ParamsBozza = Promise<{ posizione: string; bozza: string }>;

/**
 * What each step of a bozza begins with. One that was sent meanwhile (Back, a second tab) leads to its receipt; one
 * that is somebody else's is not there.
 */
export async function openBozzaStep<T>(
  params: ParamsBozza,
  read: (scope: CassettoScope, riga: BozzaElencata) => Promise<T>,
) {
  const id = z.uuid().safeParse((await params).bozza).data;
  const { viewer, cassetto, dati } = await requireCassetto(params, "comunicazioni", async (scope) => {
    if (!id) return null;
    const [riga] = await getBozza(scope, id);
    if (riga) return { riga, altro: await read(scope, riga) };
    const [inviato] = await getInviato(scope, id);
    return inviato ? { inviato } : null;
  });
  if (!dati) notFound();
  const base = `/cassetto/${cassetto.posizioneId}/comunicazioni`;
  if (dati.inviato) {
    const { protocollo, ricevuta } = dati.inviato;
    redirect(`${base}/${protocollo}/ricevuta?messaggio=${ricevuta}`);
  }
  return { viewer, cassetto, ...dati, qui: `${base}/nuova/${dati.riga.bozza.id}` };
}
