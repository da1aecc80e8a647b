import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArgomentoForm } from "@/components/quesiti/nuovo/argomento-form";
import { PaginaBozza } from "@/components/quesiti/nuovo/pagina-bozza";
import { listArgomenti } from "@/lib/quesiti/bozze/queries";
import { listRapporti } from "@/lib/rapporti/queries";
import { openBozzaStep, type ParamsBozza } from "./open-bozza";

type Props = { params: ParamsBozza };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.nuova"))("titolo") };
}

/** A second thought about what the quesito is about. */
export default async function ArgomentoBozza({ params }: Props) {
  const { viewer, cassetto, riga, altro, qui } = await openBozzaStep(params, (scope) =>
    Promise.all([listRapporti(scope), listArgomenti(scope)]),
  );
  const [rapporti, argomenti] = altro;
  const { bozza } = riga;
  if (riga.quesito) redirect(`${qui}/testo`);
  const { anno, trimestre, progressivo } = bozza;
  const contributo =
    anno !== null && trimestre !== null && progressivo !== null
      ? { anno, trimestre, progressivo }
      : undefined;
  return (
    <PaginaBozza viewer={viewer} cassetto={cassetto} riga={riga} passo="argomento">
      <ArgomentoForm
        posizioneId={cassetto.posizioneId}
        bozzaId={bozza.id}
        rapporti={rapporti}
        argomenti={argomenti}
        spunto={{
          rapporto: bozza.rapporto ?? undefined,
          argomento: bozza.argomentoCodice ?? undefined,
          contributo,
          posizione: bozza.rapporto === null,
        }}
      />
    </PaginaBozza>
  );
}
