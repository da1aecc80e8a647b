import { notFound } from "next/navigation";
import { requireCassetto } from "@/lib/auth/session";
import { protocollo as protocolloInput, ricevutaInput } from "@/lib/quesiti/input";
import { getRicevuta } from "@/lib/quesiti/ricevuta/queries";

/**
 * What the page and the PDF of a receipt begin with. Not the gate of the thread: whoever looks at their receipt has
 * not read what the sede answered.
 */
export async function openRicevuta(
  params: Promise<{ posizione: string; protocollo: string }>,
  quale: string | string[] | null | undefined,
) {
  const protocollo = protocolloInput.safeParse((await params).protocollo).data;
  const { messaggio } = ricevutaInput.parse({ messaggio: quale ?? null });
  const { viewer, cassetto, dati } = await requireCassetto(params, "comunicazioni", async (scope) =>
    protocollo ? getRicevuta(scope, protocollo, messaggio) : null,
  );
  if (!dati) notFound();
  return { viewer, cassetto, ricevuta: dati };
}
