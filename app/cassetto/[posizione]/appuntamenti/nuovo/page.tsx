import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Attese } from "@/components/appuntamenti/attese";
import { OfferteScadute } from "@/components/appuntamenti/offerte-scadute";
import { Rifiuto } from "@/components/appuntamenti/orari/rifiuto";
import { voceDi } from "@/components/appuntamenti/prenota/nomi";
import { Offerte } from "@/components/appuntamenti/prenota/offerte";
import { PaginaPrenota } from "@/components/appuntamenti/prenota/pagina-prenota";
import { Fatto } from "@/components/ui/fatto";
import { listAttese, listOfferteScadute } from "@/lib/appuntamenti/attese/queries";
import { percheFattoInput } from "@/lib/appuntamenti/input";
import { listOfferti } from "@/lib/appuntamenti/motivi/queries";
import { requireCassetto } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("perche") };
}

/** The first step of an appuntamento: why. */
export default async function Perche({ params, searchParams }: Props) {
  const { fatto, esito } = percheFattoInput.parse(await searchParams);
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", (scope) =>
    Promise.all([listOfferti(scope, currentDate()), listAttese(scope), listOfferteScadute(scope)]),
  );
  const [offerte, attese, scadute] = dati;
  const t = await getTranslations("appuntamenti");
  const voce = voceDi(cassetto);
  return (
    <PaginaPrenota
      viewer={viewer}
      cassetto={cassetto}
      passo="perche"
      titolo={t(`${voce}.perche.titolo`)}
      sommario={t(`${voce}.perche.sommario`)}
    >
      {fatto && <Fatto testo={t(`prenota.fatti.${fatto}`)} />}
      <Rifiuto esito={esito} />
      <OfferteScadute scadute={scadute} posizioneId={cassetto.posizioneId} puo={cassetto.operazioni} />
      <Offerte
        offerte={offerte}
        base={`/cassetto/${cassetto.posizioneId}`}
        scrive={cassetto.operazioni}
        voce={voce}
        adesso={new Date()}
      />
      <Attese attese={attese} posizioneId={cassetto.posizioneId} puo={cassetto.operazioni} />
    </PaginaPrenota>
  );
}
