import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Rifiuto } from "@/components/appuntamenti/orari/rifiuto";
import { SceltaOrario } from "@/components/appuntamenti/orari/scelta-orario";
import { Tenuto } from "@/components/appuntamenti/orari/tenuto";
import { PaginaPrenota } from "@/components/appuntamenti/prenota/pagina-prenota";
import { Scelto } from "@/components/appuntamenti/prenota/scelto";
import { SenzaOrari } from "@/components/appuntamenti/prenota/senza-orari";
import { bloccaOrarioAction, liberaOrarioAction } from "@/lib/appuntamenti/actions";
import { queryDi } from "@/lib/appuntamenti/motivi/rules";
import { type Given, openPrenota } from "../open-prenota";
import { readOrari } from "./read-orari";

type Props = { params: Promise<{ posizione: string }>; searchParams: Given };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("quando") };
}

/** The third step: when, and at which sede. */
export default async function Quando({ params, searchParams }: Props) {
  const { viewer, cassetto, base, offerta, sedi, quando, dati } = await openPrenota(
    params,
    searchParams,
    readOrari,
  );
  const t = await getTranslations("appuntamenti.prenota");
  const { perche, motivo, quesito, vivo } = offerta;
  const nuovo = `${base}/appuntamenti/nuovo`;
  const qui = `${nuovo}/quando`;
  if (!quando.modo || !dati) redirect(`${nuovo}/come?${queryDi(perche)}`);
  const { vista, prossimi, sede, nessuno, primi, attesa, telefono } = dati;
  const { modo } = quando;
  const { posizioneId } = cassetto;
  const fissi = Object.fromEntries(queryDi(perche));
  const oggetto = { ...fissi, posizione: posizioneId, quesitoId: quesito?.id ?? "" };
  const prenotazione = quando.prenotazione ?? vivo?.id ?? randomUUID();
  const scelta = { sedi, modo, sede, qui, fissi: { ...fissi, prenotazione } };
  return (
    <PaginaPrenota viewer={viewer} cassetto={cassetto} passo="quando" titolo={t("quando.titolo")}>
      <Rifiuto esito={quando.esito} />
      <Scelto offerta={offerta} modo={modo} cambia={`${nuovo}/come?${queryDi(perche)}`} />
      {vivo?.scadeAt && (
        <Tenuto
          posizioneId={posizioneId}
          tenuto={{ ...vivo, scadeAt: vivo.scadeAt }}
          adesso={new Date()}
          continua={`${nuovo}/${vivo.id}`}
          libera={liberaOrarioAction}
        />
      )}
      {vista ? (
        <SceltaOrario
          {...scelta}
          vista={vista}
          prossimi={prossimi}
          tenuto={vivo ? { sede: vivo.sedeCodice, inizio: vivo.inizioAt.getTime() / 60_000 } : undefined}
          azione={bloccaOrarioAction}
          campi={{ ...oggetto, prenotazione, modo, ...(sede && { filtro: sede }) }}
        />
      ) : (
        <SenzaOrari
          {...scelta}
          sedi={sedi}
          giorni={motivo.orizzonteGiorni}
          nessuno={nessuno}
          primi={primi}
          attesa={attesa}
          campiAttesa={cassetto.operazioni ? { ...oggetto, attesa: randomUUID() } : null}
          telefono={telefono}
          posizioneId={posizioneId}
        />
      )}
    </PaginaPrenota>
  );
}
