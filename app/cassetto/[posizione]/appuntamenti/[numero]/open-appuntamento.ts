import { notFound } from "next/navigation";
import { listAllegatiDiAppuntamento } from "@/lib/allegati/queries";
import { numeroInput } from "@/lib/appuntamenti/elenco/input";
import { getAppuntamento, listEventiDiAppuntamento } from "@/lib/appuntamenti/queries";
import { requireCassetto } from "@/lib/auth/session";

/** What the page, the files and the cancelling of an appuntamento begin with; what is only held is none yet. */
export async function openAppuntamento(params: Promise<{ posizione: string; numero: string }>) {
  const numero = numeroInput.safeParse((await params).numero).data;
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", async (scope) => {
    const [riga] = numero ? await getAppuntamento(scope, numero) : [];
    if (!riga || riga.appuntamento.stato === "in_prenotazione") return null;
    const { id } = riga.appuntamento;
    const [eventi, allegati] = await Promise.all([
      listEventiDiAppuntamento(scope, id),
      listAllegatiDiAppuntamento(scope, id),
    ]);
    return { riga, eventi, allegati };
  });
  if (!dati) notFound();
  return { viewer, cassetto, ...dati };
}
