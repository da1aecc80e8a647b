import { notFound, redirect } from "next/navigation";
import { listAllegatiDiBozza } from "@/lib/allegati/queries";
import { isOfferta } from "@/lib/appuntamenti/attese/queries";
import { getBozzaDiPrenotazione } from "@/lib/appuntamenti/bozze/queries";
import { idInput, percheInput, quandoInput } from "@/lib/appuntamenti/input";
import { type Perche, percheDi } from "@/lib/appuntamenti/motivi/rules";
import { getPrenotazione } from "@/lib/appuntamenti/queries";
import { secondiRimasti } from "@/lib/appuntamenti/rules";
import { requireCassetto } from "@/lib/auth/session";
import { getAnagrafica } from "@/lib/posizioni/queries";
import type { Given } from "../open-prenota";

export type ParamsPrenotazione = Promise<{ posizione: string; prenotazione: string }>;

/**
 * What the pages of a held time begin with. One that was confirmed (Back, a second tab) leads to its appuntamento; one
 * that is somebody else's is not there. `riga` null: it ran out, and only what it was about is known.
 */
export async function openPrenotazione(params: ParamsPrenotazione, searchParams: Given) {
  const id = idInput.parse((await params).prenotazione);
  const given = await searchParams;
  const adesso = new Date();
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", async (scope) =>
    id
      ? Promise.all([
          getPrenotazione(scope, id),
          getBozzaDiPrenotazione(scope, id),
          listAllegatiDiBozza(scope, id),
          getAnagrafica(scope),
          isOfferta(scope, id),
        ])
      : null,
  );
  if (!id || !dati) notFound();
  const [[trovata], [bozza], allegati, [anagrafica], offerta] = dati;
  const base = `/cassetto/${cassetto.posizioneId}/appuntamenti`;
  const preso = trovata?.appuntamento;
  if (trovata && preso && preso.stato !== "in_prenotazione")
    redirect(`${base}/${preso.numero}${preso.stato === "confermato" ? "?fatto=confermato" : ""}`);
  const mia = preso && preso.utenteId === viewer.utenteId && preso.spostaId === null ? trovata : undefined;
  const perche =
    (mia && percheDi(mia.appuntamento, mia.quesito?.protocollo ?? null)) ??
    bozzaPerche(bozza) ??
    percheInput.parse(given);
  const modo = mia?.appuntamento.modo ?? bozza?.modo ?? quandoInput.parse(given).modo;
  if (!perche || !modo) notFound();
  const scadeAt = mia?.appuntamento.scadeAt;
  const tenuta = mia && scadeAt && secondiRimasti({ scadeAt }, adesso) > 0 ? { ...mia, scadeAt } : null;
  const soggetto = anagrafica?.soggetto;
  return {
    ...{ viewer, cassetto, id, base, adesso, perche, modo, tenuta, allegati, offerta },
    nota: bozza?.testo ?? "",
    conBozza: bozza !== undefined,
    /** Of whom the drawer is: not of who helps them. */
    telefono: (!cassetto.delegaId && (soggetto?.cellulare ?? soggetto?.telefono)) || "",
  };
}

type Bozza = Awaited<ReturnType<typeof getBozzaDiPrenotazione>>[number];

function bozzaPerche(bozza: Bozza | undefined): Perche | undefined {
  const motivoCodice = bozza?.motivoCodice;
  return bozza && motivoCodice ? percheDi({ ...bozza, motivoCodice }, bozza.protocollo) : undefined;
}
