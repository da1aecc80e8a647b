import { notFound } from "next/navigation";
import { intestazioniAnteprima } from "@/lib/allegati/consegna/rules";
import { anteprimaInput } from "@/lib/allegati/input";
import { getAnteprima } from "@/lib/allegati/queries";
import { requireAllegatoSede } from "@/lib/auth/registrati";
import { ownPagesOnly } from "@/lib/auth/same-origin";

type Context = { params: Promise<{ id: string; pagina: string }> };

/** One page of an image, drawn anew. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const cerca = anteprimaInput.parse(await params);
  const [pagina] = await requireAllegatoSede(cerca?.id, true, (scope) =>
    cerca ? getAnteprima(scope, cerca.id, cerca.pagina) : Promise.resolve([]),
  );
  if (!pagina) notFound();
  return new Response(new Uint8Array(pagina.contenuto), { headers: intestazioniAnteprima() });
});
