import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AllegatiBozza } from "@/components/allegati/allegati-bozza";
import { PaginaPrenota } from "@/components/appuntamenti/prenota/pagina-prenota";
import { Scadenza } from "@/components/appuntamenti/prenota/scadenza";
import { caricaAllegatiAction, togliAllegatoAction } from "@/lib/allegati/actions";
import { elencoInput } from "@/lib/allegati/input";
import type { Given } from "../../open-prenota";
import { openPrenotazione, type ParamsPrenotazione } from "../open-prenotazione";

type Props = { params: ParamsPrenotazione; searchParams: Given };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("allegati") };
}

/** The files that go with an appuntamento, added while its time is held. */
export default async function AllegatiPrenotazione({ params, searchParams }: Props) {
  const { viewer, cassetto, id, base, adesso, tenuta, allegati, conBozza } = await openPrenotazione(
    params,
    searchParams,
  );
  if (!conBozza) notFound();
  const { fatto } = elencoInput.parse(await searchParams);
  const t = await getTranslations("allegati");
  const qui = `${base}/nuovo/${id}`;
  return (
    <PaginaPrenota viewer={viewer} cassetto={cassetto} passo="conferma" titolo={t("titolo")}>
      {tenuta && (
        <Scadenza
          posizioneId={cassetto.posizioneId}
          prenotazione={id}
          scadeAt={tenuta.scadeAt}
          adesso={adesso}
          indirizzo={qui}
        />
      )}
      <AllegatiBozza
        allegati={allegati}
        campi={{ posizione: cassetto.posizioneId, bozza: id, parte: "appuntamenti" }}
        carica={caricaAllegatiAction}
        togli={togliAllegatoAction}
        base={`/cassetto/${cassetto.posizioneId}/allegati`}
        indietro={qui}
        tolto={fatto === "tolto"}
        sede={false}
      />
    </PaginaPrenota>
  );
}
