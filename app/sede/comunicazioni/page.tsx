import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ElencoCoda } from "@/components/sede/coda/elenco-coda";
import { FiltroCoda } from "@/components/sede/coda/filtro-coda";
import { TastiCoda } from "@/components/sede/coda/tasti-coda";
import { Viste } from "@/components/sede/coda/viste";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";
import { codaInput } from "@/lib/quesiti/lavorazione/coda/input";
import {
  countCoda,
  cursoreDi,
  listCategorie,
  listCoda,
  QUESITI_PER_PAGINA,
} from "@/lib/quesiti/lavorazione/coda/queries";
import { fattoSedeInput } from "@/lib/quesiti/lavorazione/input";
import { listColleghi } from "@/lib/quesiti/lavorazione/queries";
import { openCerca } from "@/lib/ricerca";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sede"))("titolo") };
}

/** The queue of a sede. */
export default async function Comunicazioni({ searchParams }: Props) {
  const given = await searchParams;
  const scelta = codaInput.parse(openCerca(given));
  const fatto = fattoSedeInput.parse(given.fatto);
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    Promise.all([
      listCoda(scope, scelta, oggi),
      countCoda(scope, oggi),
      listCategorie(scope),
      listColleghi(scope),
    ]),
  );
  const [trovati, conteggi, categorie, colleghi] = dati;
  const quesiti = trovati.slice(0, QUESITI_PER_PAGINA);
  const last = trovati.length > QUESITI_PER_PAGINA ? quesiti.at(-1) : undefined;
  const miei = colleghi.filter(({ altraSede }) => altraSede === null);
  const t = await getTranslations("sede");
  const tt = await getTranslations("sede.coda.tasti");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="sede" barra>
      <PageTitle
        titolo={t("titolo")}
        sommario={`${viewer.profilo?.sede?.denominazione}. ${t("coda.sommario")}`}
      />
      {fatto && fatto !== "gia_preso" && <Fatto testo={t(`fatti.${fatto}`)} />}
      <Viste corrente={scelta.vista} conteggi={conteggi} />
      <FiltroCoda scelta={scelta} categorie={categorie} colleghi={miei} />
      <TastiCoda
        testi={{
          apri: tt("apri"),
          titolo: tt("titolo"),
          testo: tt("testo"),
          giu: tt("giu"),
          su: tt("su"),
          entra: tt("entra"),
          segna: tt("segna"),
          prende: tt("prende"),
          aiuto: tt("aiuto"),
          attivi: tt("attivi"),
          chiudi: tt("chiudi"),
        }}
      />
      <ElencoCoda
        quesiti={quesiti}
        scelta={scelta}
        dopo={last && cursoreDi(last)}
        colleghi={miei}
        oggi={oggi}
      />
    </Shell>
  );
}
