import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllegatiBozza } from "@/components/allegati/allegati-bozza";
import { PaginaBozza } from "@/components/quesiti/nuovo/pagina-bozza";
import { caricaAllegatiAction, togliAllegatoAction } from "@/lib/allegati/actions";
import { elencoInput } from "@/lib/allegati/input";
import { listAllegatiDiBozza } from "@/lib/allegati/queries";
import { openBozzaStep, type ParamsBozza } from "../open-bozza";

type Props = {
  params: ParamsBozza;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegati"))("titolo") };
}

/** The third step of writing to the sede; the second of answering in a thread. */
export default async function AllegatiDiBozza({ params, searchParams }: Props) {
  const { viewer, cassetto, riga, altro, qui } = await openBozzaStep(params, (scope, { bozza }) =>
    listAllegatiDiBozza(scope, bozza.id),
  );
  const { fatto } = elencoInput.parse(await searchParams);
  return (
    <PaginaBozza viewer={viewer} cassetto={cassetto} riga={riga} passo="allegati">
      <AllegatiBozza
        allegati={altro}
        campi={{ posizione: cassetto.posizioneId, bozza: riga.bozza.id }}
        carica={caricaAllegatiAction}
        togli={togliAllegatoAction}
        base={`/cassetto/${cassetto.posizioneId}/allegati`}
        indietro={`${qui}/testo`}
        tolto={fatto === "tolto"}
        sede={false}
      />
    </PaginaBozza>
  );
}
