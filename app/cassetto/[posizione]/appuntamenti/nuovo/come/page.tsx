import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Modi } from "@/components/appuntamenti/prenota/modi";
import { voceDi } from "@/components/appuntamenti/prenota/nomi";
import { PaginaPrenota } from "@/components/appuntamenti/prenota/pagina-prenota";
import { Scelto } from "@/components/appuntamenti/prenota/scelto";
import { MODI_APPUNTAMENTO } from "@/lib/appuntamenti/input";
import { queryDi } from "@/lib/appuntamenti/motivi/rules";
import { listPrimi } from "@/lib/appuntamenti/orari/queries";
import { currentDate, currentIstante } from "@/lib/oggi";
import { type Given, openPrenota } from "../open-prenota";

type Props = { params: Promise<{ posizione: string }>; searchParams: Given };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("come") };
}

/** The second step: in which way. */
export default async function Come({ params, searchParams }: Props) {
  const { viewer, cassetto, base, offerta, sedi, quando, dati } = await openPrenota(
    params,
    searchParams,
    (scope, { perche, vivo }, sedi) =>
      listPrimi(scope, {
        sedi: sedi.map(({ codice }) => codice),
        motivo: perche.motivo,
        modi: [...MODI_APPUNTAMENTO],
        oggi: currentDate(),
        adesso: currentIstante(),
        offerta: vivo?.id,
      }),
  );
  const t = await getTranslations("appuntamenti");
  const voce = voceDi(cassetto);
  const nome = (codice: string) => sedi.find((sede) => sede.codice === codice)?.denominazione ?? codice;
  const query = queryDi(offerta.perche);
  if (quando.prenotazione) query.set("prenotazione", quando.prenotazione);
  return (
    <PaginaPrenota
      viewer={viewer}
      cassetto={cassetto}
      passo="come"
      titolo={t(`${voce}.come.titolo`)}
      sommario={t("prenota.come.sommario")}
    >
      <Scelto offerta={offerta} cambia={`${base}/appuntamenti/nuovo`} />
      <Modi
        voce={voce}
        primi={dati.map(({ modo, primo }) => ({
          modo,
          primo: primo && { inizio: new Date(primo.inizio * 60_000), sede: nome(primo.sede) },
        }))}
        indirizzo={(modo) => `${base}/appuntamenti/nuovo/quando?${query}&modo=${modo}`}
      />
    </PaginaPrenota>
  );
}
