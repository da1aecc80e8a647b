import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviaForm } from "@/components/quesiti/nuovo/invia-form";
import { PaginaBozza } from "@/components/quesiti/nuovo/pagina-bozza";
import { Riepilogo } from "@/components/quesiti/nuovo/riepilogo";
import { listAllegatiDiBozza } from "@/lib/allegati/queries";
import type { CassettoScope } from "@/lib/auth/viewer";
import { currentDate } from "@/lib/oggi";
import { type BozzaElencata, getSede, getSedeCompetente, getTempi } from "@/lib/quesiti/bozze/queries";
import { termineAtteso } from "@/lib/quesiti/rules";
import { openBozzaStep, type ParamsBozza } from "../open-bozza";

type Props = { params: ParamsBozza };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quesiti.riepilogo"))("titolo") };
}

/** The last look before sending: to whom, what, by when. */
export default async function RiepilogoBozza({ params }: Props) {
  const { viewer, cassetto, riga, qui, altro } = await openBozzaStep(params, readRiepilogo);
  const { bozza, quesito, termineGiorni } = riga;
  const termine = termineGiorni === null ? null : termineAtteso(quesito, termineGiorni, currentDate());
  const intero = quesito !== null || (bozza.oggetto.length >= 3 && bozza.argomentoCodice !== null);
  return (
    <PaginaBozza viewer={viewer} cassetto={cassetto} riga={riga} passo="riepilogo">
      <Riepilogo riga={riga} {...altro} termine={termine} qui={qui} />
      <InviaForm
        posizioneId={cassetto.posizioneId}
        bozzaId={bozza.id}
        intero={intero && bozza.testo.trim() !== ""}
        indietro={`${qui}/allegati`}
      />
    </PaginaBozza>
  );
}

async function readRiepilogo(scope: CassettoScope, { bozza, quesito, categoriaCodice }: BozzaElencata) {
  const [allegati, [sede]] = await Promise.all([
    listAllegatiDiBozza(scope, bozza.id),
    quesito ? getSede(scope, quesito.sedeCodice) : getSedeCompetente(scope, bozza.rapporto),
  ]);
  // Every posizione has a sede, and so has every rapporto and every quesito.
  if (!sede) throw new Error("no sede for a bozza");
  const tempi = categoriaCodice ? await getTempi(scope, sede.codice, categoriaCodice) : null;
  return { allegati, sede, tempi };
}
