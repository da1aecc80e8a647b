import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PaginaBozza } from "@/components/quesiti/nuovo/pagina-bozza";
import { TestoForm } from "@/components/quesiti/nuovo/testo-form";
import { openBozzaStep, type ParamsBozza } from "../open-bozza";

type Props = { params: ParamsBozza };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.nuova"))("titolo") };
}

export default async function TestoBozza({ params }: Props) {
  const { viewer, cassetto, riga, qui } = await openBozzaStep(params, async () => null);
  const { quesito } = riga;
  const base = `/cassetto/${cassetto.posizioneId}/comunicazioni`;
  return (
    <PaginaBozza viewer={viewer} cassetto={cassetto} riga={riga} passo="testo">
      <TestoForm
        riga={riga}
        posizioneId={cassetto.posizioneId}
        indietro={quesito ? `${base}/${quesito.protocollo}` : qui}
      />
    </PaginaBozza>
  );
}
