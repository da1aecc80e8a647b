import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { RegistroIstituto } from "@/components/registro/registro-istituto";
import { Empty } from "@/components/ui/empty";
import { SearchForm } from "@/components/ui/search-form";
import { paginaRegistro } from "@/lib/accessi/input";
import { requireViewer } from "@/lib/auth/session";
import { cercaRegistroInput } from "@/lib/registro/input";
import { listRegistro, RIGHE_PER_PAGINA } from "@/lib/registro/queries";
import { openCerca, sealCerca } from "@/lib/ricerca";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registro"))("titolo") };
}

/** What amministratori did, and which drawers the sedi opened; of one person also whose they were. */
export default async function Registro({ searchParams }: Props) {
  const given = await searchParams;
  const { cerca, di } = cercaRegistroInput.parse(openCerca(given));
  const prima = paginaRegistro.parse(given.prima);
  const { viewer, dati } = await requireViewer("amministrazione", async (scope) =>
    di === undefined ? [] : listRegistro(scope, di, prima),
  );
  const righe = dati.slice(0, RIGHE_PER_PAGINA);
  const next = new URLSearchParams({
    prima: righe.at(-1)?.cursore ?? "",
    ...(cerca && { cerca: sealCerca(cerca) }),
  });
  const t = await getTranslations("registro");
  const tc = await getTranslations("comune");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="registro" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <SearchForm
        azione="/amministrazione/registro"
        cerca={cerca}
        testi={{ cerca: t("cerca"), filtra: t("trova"), azzera: t("azzera") }}
        filtrato={cerca !== ""}
      />
      {righe.length === 0 ? (
        <Empty titolo={t(cerca ? "nessunoDi" : "nessuno")}>{cerca && t("nessunoDiTesto")}</Empty>
      ) : (
        <RegistroIstituto righe={righe} />
      )}
      {dati.length > RIGHE_PER_PAGINA && (
        <a href={`/amministrazione/registro?${next}`} className="collegamento mt-4 non-stampare">
          {tc("precedenti")}
        </a>
      )}
    </Shell>
  );
}
