import { notFound } from "next/navigation";
import { intestazioniAnteprima } from "@/lib/allegati/consegna/rules";
import { anteprimaInput } from "@/lib/allegati/input";
import { getAnteprima } from "@/lib/allegati/queries";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { readOn, requirePosizione } from "@/lib/auth/session";

type Context = { params: Promise<{ posizione: string; id: string; pagina: string }> };

/** One page of an image, drawn anew. Part of the page it is shown in, it is no visit of its own in the register. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const { posizione } = await params;
  const cerca = anteprimaInput.parse(await params);
  const contesto = await requirePosizione(posizione, "comunicazioni");
  const [pagina] = cerca
    ? await readOn(contesto, (scope) => getAnteprima(scope, cerca.id, cerca.pagina))
    : [];
  if (!pagina) notFound();
  return new Response(new Uint8Array(pagina.contenuto), { headers: intestazioniAnteprima() });
});
