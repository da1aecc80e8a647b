import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Carico } from "@/components/sede/andamento/carico";
import { RiassegnaForm } from "@/components/sede/andamento/riassegna-form";
import { Scaduti } from "@/components/sede/andamento/scaduti";
import { Tempi } from "@/components/sede/andamento/tempi";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";
import { categoriaInput } from "@/lib/quesiti/andamento/input";
import { listCarico, listTempiPerCategoria, listTempiPerMese } from "@/lib/quesiti/andamento/queries";
import { codaInput } from "@/lib/quesiti/lavorazione/coda/input";
import { listCoda } from "@/lib/quesiti/lavorazione/coda/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** How many of what is overdue are shown here; the queue has them all. */
const IN_VISTA = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sede.andamento"))("titolo") };
}

/** The responsabile's page: who has how much, what is overdue, how long answers take. */
export default async function Andamento({ searchParams }: Props) {
  const given = await searchParams;
  const categoria = categoriaInput.parse(given.categoria || null);
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("andamento", (scope) =>
    Promise.all([
      listCarico(scope, oggi),
      listCoda(scope, codaInput.parse({ vista: "scaduti" }), oggi, IN_VISTA),
      listTempiPerMese(scope, categoria, oggi),
      listTempiPerCategoria(scope, oggi),
    ]),
  );
  const [carico, scaduti, mesi, categorie] = dati;
  const t = await getTranslations("sede.andamento");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="andamento" barra>
      <PageTitle titolo={t("titolo")} sommario={`${viewer.profilo?.sede?.denominazione}. ${t("sommario")}`} />
      <a href="/sede/andamento/appuntamenti" className="collegamento mt-3 non-stampare">
        {t("appuntamenti")}
      </a>
      {given.fatto === "riassegnati" && <Fatto testo={t("riassegnati")} />}
      <Carico carico={carico} />
      <Scaduti
        scaduti={scaduti.slice(0, IN_VISTA)}
        quanti={carico.reduce((sum, riga) => sum + riga.scaduti, 0)}
        nomi={new Map(carico.map(({ id, nome }) => [id, nome]))}
        oggi={oggi}
      />
      <Tempi mesi={mesi} categorie={categorie} categoria={categoria} />
      <RiassegnaForm carico={carico} />
    </Shell>
  );
}
