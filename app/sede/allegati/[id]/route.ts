import { notFound } from "next/navigation";
import { intestazioniOriginale } from "@/lib/allegati/consegna/rules";
import { allegatoInput } from "@/lib/allegati/input";
import { getContenuto } from "@/lib/allegati/queries";
import { requireAllegatoSede } from "@/lib/auth/registrati";
import { ownPagesOnly } from "@/lib/auth/same-origin";

type Context = { params: Promise<{ id: string }> };

/** A file as it was sent, of a quesito of the viewer's sede or one they were asked about; its register says so. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const cerca = allegatoInput.parse(await params);
  const [file] = await requireAllegatoSede(cerca?.id, false, (scope) =>
    cerca ? getContenuto(scope, cerca.id) : Promise.resolve([]),
  );
  if (!file) notFound();
  return new Response(new Uint8Array(file.contenuto), {
    headers: intestazioniOriginale(file.nome, file.tipo),
  });
});
