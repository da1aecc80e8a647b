import { forbidden, notFound } from "next/navigation";
import { intestazioniAnteprima } from "@/lib/allegati/consegna/rules";
import { anteprimaInput } from "@/lib/allegati/input";
import { getAnteprima } from "@/lib/allegati/queries";
import { isCrossSite } from "@/lib/auth/same-origin";
import { requireViewer } from "@/lib/auth/session";

type Context = { params: Promise<{ id: string; pagina: string }> };

/** One page of an image, drawn anew. */
export async function GET(request: Request, { params }: Context) {
  if (isCrossSite(request)) forbidden();
  const cerca = anteprimaInput.parse(await params);
  const { dati } = await requireViewer("sede", async (scope) =>
    cerca ? getAnteprima(scope, cerca.id, cerca.pagina) : [],
  );
  const [pagina] = dati;
  if (!pagina) notFound();
  return new Response(new Uint8Array(pagina.contenuto), { headers: intestazioniAnteprima() });
}
