import type { NextRequest } from "next/server";
import { remainingSeconds, requireViewer } from "@/lib/auth/session";
import { OFFERTI_MASSIMI, offertiSenzaRicerca, paginaCorrispondente } from "@/lib/deleghe/cambio/rules";
import { cercaDelegantiInput, filtroDelegantiInput } from "@/lib/deleghe/deleganti/input";
import { listDeleganti, listDelegantiRecenti } from "@/lib/deleghe/deleganti/queries";
import { currentDate } from "@/lib/oggi";

const headers = { "Cache-Control": "private, no-store" };

/**
 * What the dialog that changes the drawer shows; each leads to the page of that drawer that answers to `da`. A POST: what
 * is searched for is somebody's name, and no address holds one.
 */
export async function POST(request: NextRequest) {
  // Whoever asks is a script: it cannot follow the gate to the login.
  if ((await remainingSeconds()) === 0) {
    return Response.json({ motivo: "sessione_finita" }, { status: 401, headers });
  }
  const input = cercaDelegantiInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return Response.json({ motivo: "richiesta_errata" }, { status: 400, headers });
  const { q, da } = input.data;
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("deleganti", (scope) =>
    Promise.all([
      q === "" ? listDelegantiRecenti(scope, OFFERTI_MASSIMI) : [],
      listDeleganti(scope, filtroDelegantiInput.parse({ cerca: q }), oggi, OFFERTI_MASSIMI),
    ]),
  );
  const [ultimi, trovati] = dati;
  const { deleganti, recenti } = offertiSenzaRicerca<(typeof ultimi)[number]>(ultimi, trovati);
  const pagina = paginaCorrispondente(da, viewer.profilo?.tipo ?? null);
  return Response.json(
    {
      deleganti: deleganti.map(({ id, nome, cognome, codiceFiscale, comune }) => ({
        id,
        nome: `${cognome} ${nome}`,
        codiceFiscale,
        comune,
        href: `/cassetto/${id}${pagina}`,
      })),
      recenti,
      altri: trovati.length > OFFERTI_MASSIMI,
    },
    { headers },
  );
}
