import { notFound } from "next/navigation";
import { intestazioniOriginale } from "@/lib/allegati/consegna/rules";
import { allegatoInput } from "@/lib/allegati/input";
import { getContenuto } from "@/lib/allegati/queries";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { requireCassetto } from "@/lib/auth/session";

type Context = { params: Promise<{ posizione: string; id: string }> };

/** A file as it was sent. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const cerca = allegatoInput.parse(await params);
  const { dati } = await requireCassetto(params, "comunicazioni", async (scope) =>
    cerca ? getContenuto(scope, cerca.id) : [],
  );
  const [file] = dati;
  if (!file) notFound();
  return new Response(new Uint8Array(file.contenuto), {
    headers: intestazioniOriginale(file.nome, file.tipo),
  });
});
