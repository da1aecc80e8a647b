import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Attivita } from "@/components/intermediari/attivita";
import { Gruppi } from "@/components/intermediari/gruppi";
import { SubAbilitati } from "@/components/intermediari/sub-abilitati";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { Rifiuto } from "@/components/ui/rifiuto";
import { paginaRegistro } from "@/lib/accessi/input";
import { requireViewer } from "@/lib/auth/session";
import { rifiutoInput } from "@/lib/deleghe/input";
import { fattoStudioInput } from "@/lib/intermediari/input";
import {
  ATTIVITA_PER_PAGINA,
  listAttivita,
  listGruppi,
  listNomineDelloStudio,
} from "@/lib/intermediari/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intermediari.studio"))("titolo") };
}

/** The titolare's page: who works for the studio, how the deleganti are divided, who did what. */
export default async function Studio({ searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoStudioInput.parse(given.fatto);
  const esito = rifiutoInput.parse(given.esito);
  const prima = paginaRegistro.parse(given.prima);
  const { viewer, dati } = await requireViewer("studio", (scope) =>
    Promise.all([listNomineDelloStudio(scope), listGruppi(scope), listAttivita(scope, prima)]),
  );
  const intermediario = viewer.profilo?.intermediario;
  if (!intermediario?.titolare) forbidden();
  const [nomine, gruppi, attivita] = dati;
  const righe = attivita.slice(0, ATTIVITA_PER_PAGINA);
  const t = await getTranslations("intermediari");
  const tn = await getTranslations();
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="studio" barra>
      <PageTitle
        passi={[{ nome: tn("nav.deleganti"), href: "/deleganti" }, { nome: t("studio.titolo") }]}
        titolo={t("studio.titolo")}
        sommario={t("studio.sommario", { studio: intermediario.denominazione })}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {esito && <Rifiuto testo={tn(`deleghe.rifiuti.${esito}`)} />}
      <SubAbilitati nomine={nomine} />
      <Gruppi gruppi={gruppi} />
      <Attivita
        attivita={righe}
        altre={
          attivita.length > ATTIVITA_PER_PAGINA
            ? `/deleganti/studio?prima=${righe.at(-1)?.cursore}#attivita`
            : null
        }
      />
    </Shell>
  );
}
