import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CambiamentiDeleghe } from "@/components/deleghe/cambiamenti-deleghe";
import { DelegheFuture } from "@/components/deleghe/deleghe-future";
import { ChiediDelegaForm } from "@/components/deleghe/proposte/chiedi-delega-form";
import { type PaginaProposte, PropostePerStudio } from "@/components/deleghe/proposte/proposte-per-studio";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { Rifiuto } from "@/components/ui/rifiuto";
import { requireViewer } from "@/lib/auth/session";
import { rinunciaFuturaComeStudioAction } from "@/lib/deleghe/actions";
import { fattoInput, rifiutoInput } from "@/lib/deleghe/input";
import { canDecideDeleghe } from "@/lib/deleghe/policy";
import { type ParteProposte, pagineProposteInput } from "@/lib/deleghe/proposte/input";
import {
  listEventiDelloStudio,
  listProposteDelloStudio,
  PROPOSTE_PER_PAGINA,
  type PropostaElencata,
} from "@/lib/deleghe/proposte/queries";
import { listDelegheFuture } from "@/lib/deleghe/queries";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.studio"))("titolo") };
}

/** What datori offer to the studio and what the studio asks them, and what came of it lately. */
export default async function ProposteDelloStudio({ searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoInput.parse(given.fatto);
  const esito = rifiutoInput.parse(given.esito);
  const dopo = pagineProposteInput.parse(given);
  const { viewer, dati } = await requireViewer("studio", (scope) =>
    Promise.all([
      listProposteDelloStudio(scope, "ricevute", dopo.ricevute),
      listProposteDelloStudio(scope, "chieste", dopo.chieste),
      listProposteDelloStudio(scope, "passate", dopo.passate),
      listDelegheFuture(scope, "studio"),
      listEventiDelloStudio(scope),
    ]),
  );
  const [ricevute, chieste, passate, future, eventi] = dati;
  const t = await getTranslations("deleghe");
  const tn = await getTranslations("nav");
  const decide = canDecideDeleghe(viewer);
  const oggi = currentDate();
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="proposte" barra>
      <PageTitle
        passi={[{ nome: tn("deleganti"), href: "/deleganti" }, { nome: t("studio.titolo") }]}
        titolo={t("studio.titolo")}
        sommario={t("studio.sommario", { studio: viewer.profilo?.intermediario?.denominazione ?? "" })}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {esito && <Rifiuto testo={t(`rifiuti.${esito}`)} />}
      {!decide && <p className="scheda mt-6">{t("studio.soloTitolare")}</p>}
      <PropostePerStudio
        parti={{
          ricevute: toPagina("ricevute", ricevute),
          chieste: toPagina("chieste", chieste),
          passate: toPagina("passate", passate),
        }}
        decide={decide}
        oggi={oggi}
      />
      <DelegheFuture deleghe={future} action={rinunciaFuturaComeStudioAction} rinuncia={decide} />
      {decide && <ChiediDelegaForm oggi={oggi} />}
      <CambiamentiDeleghe eventi={eventi} />
    </Shell>
  );
}

function toPagina(parte: ParteProposte, trovate: PropostaElencata[]): PaginaProposte {
  const righe = trovate.slice(0, PROPOSTE_PER_PAGINA);
  const altre = trovate.length > righe.length;
  return {
    righe,
    altre: altre ? `/deleganti/proposte?${parte}=${righe.at(-1)?.proposta.id}#${parte}` : null,
  };
}
