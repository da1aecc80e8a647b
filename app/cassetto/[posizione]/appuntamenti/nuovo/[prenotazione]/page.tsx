import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfermaForm } from "@/components/appuntamenti/prenota/conferma-form";
import { voceDi } from "@/components/appuntamenti/prenota/nomi";
import { PaginaPrenota } from "@/components/appuntamenti/prenota/pagina-prenota";
import { RiepilogoPrenotazione } from "@/components/appuntamenti/prenota/riepilogo-prenotazione";
import { Scadenza } from "@/components/appuntamenti/prenota/scadenza";
import { Scaduta } from "@/components/appuntamenti/prenota/scaduta";
import { queryDi } from "@/lib/appuntamenti/motivi/rules";
import type { Given } from "../open-prenota";
import { openPrenotazione, type ParamsPrenotazione } from "./open-prenotazione";

type Props = { params: ParamsPrenotazione; searchParams: Given };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("conferma") };
}

/** The last step: a time is held, and waits to be confirmed. */
export default async function Prenotazione({ params, searchParams }: Props) {
  const aperta = await openPrenotazione(params, searchParams);
  const { viewer, cassetto, id, base, adesso, perche, modo, tenuta, allegati, nota, telefono } = aperta;
  const t = await getTranslations("appuntamenti.prenota");
  const query = queryDi(perche);
  query.set("modo", modo);
  const campi = { ...Object.fromEntries(query), posizione: cassetto.posizioneId, prenotazione: id };
  return (
    <PaginaPrenota
      viewer={viewer}
      cassetto={cassetto}
      passo="conferma"
      titolo={t(tenuta ? "conferma.titolo" : "scaduta.pagina")}
    >
      {tenuta ? (
        <>
          <Scadenza
            posizioneId={cassetto.posizioneId}
            prenotazione={id}
            scadeAt={tenuta.scadeAt}
            adesso={adesso}
            indirizzo={`${base}/nuovo/quando?${query}&prenotazione=${id}`}
          />
          <RiepilogoPrenotazione riga={tenuta} />
          <ConfermaForm
            campi={campi}
            voce={voceDi(cassetto)}
            modo={modo}
            nota={nota}
            telefono={tenuta.appuntamento.telefono ?? telefono}
            allegati={aperta.conBozza ? allegati : null}
            offerta={aperta.offerta}
          />
        </>
      ) : (
        <Scaduta
          quando={`${base}/nuovo/quando?${query}&prenotazione=${id}`}
          vuota={nota === "" && allegati.length === 0}
        />
      )}
    </PaginaPrenota>
  );
}
