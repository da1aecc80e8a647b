import type { NextRequest } from "next/server";
import { currentContesto, readOn, remainingSeconds, requireViewer } from "@/lib/auth/session";
import { listOfferti } from "@/lib/deleghe/cambio/queries";
import { OFFERTI_MASSIMI, offertiSenzaRicerca, unisciScrivanie } from "@/lib/deleghe/cambio/rules";
import { cercaDelegantiInput } from "@/lib/deleghe/deleganti/input";
import { listDelegantiRecenti } from "@/lib/deleghe/deleganti/queries";

const headers = { "Cache-Control": "private, no-store" };

/**
 * What the dialog that changes the drawer shows, from all desks of whoever asks; each leads to the page of that drawer
 * that answers to `da`. A POST: what is searched for is somebody's name, and no address holds one.
 */
export async function POST(request: NextRequest) {
  // Whoever asks is a script: it cannot follow the gate to the login.
  if ((await remainingSeconds()) === 0) {
    return Response.json({ motivo: "sessione_finita" }, { status: 401, headers });
  }
  const input = cercaDelegantiInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return Response.json({ motivo: "richiesta_errata" }, { status: 400, headers });
  const { q, da } = input.data;
  const { viewer } = await requireViewer("profilo");
  if (viewer.scrivanie.length === 0) {
    return Response.json({ motivo: "non_consentito" }, { status: 403, headers });
  }
  const contesto = await currentContesto();
  const desks = await Promise.all(
    viewer.scrivanie.map(async ({ profilo, tipo }) => {
      const [recenti, primi] = await readOn({ ...contesto, profilo }, (scope) =>
        Promise.all([
          q === "" ? listDelegantiRecenti(scope, OFFERTI_MASSIMI) : [],
          listOfferti(scope, q, OFFERTI_MASSIMI + 1),
        ]),
      );
      return { tipo, recenti, primi };
    }),
  );
  const { recenti: ultimi, primi } = unisciScrivanie<Trovato>(desks, da);
  const { deleganti, recenti } = offertiSenzaRicerca(ultimi.slice(0, OFFERTI_MASSIMI), primi);
  return Response.json(
    {
      deleganti: deleganti.map(({ id, nome, cognome, codiceFiscale, comune, pagina }) => ({
        id,
        nome: `${cognome} ${nome}`,
        codiceFiscale,
        comune,
        href: `/cassetto/${id}${pagina}`,
      })),
      recenti,
      altri: primi.length > OFFERTI_MASSIMI,
    },
    { headers },
  );
}

type Trovato = {
  id: string;
  nome: string;
  cognome: string;
  codiceFiscale: string;
  comune: string | null;
  ultimo?: number;
};
