import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ButtonLink } from "@/components/ui/button-link";
import { ElencoUtenti } from "@/components/utenti/gestione/elenco-utenti";
import { requireViewer } from "@/lib/auth/session";
import { openCerca, sealCerca } from "@/lib/ricerca";
import { cercaUtentiInput } from "@/lib/utenti/gestione/input";
import { isTroppoComune, listUtenti, UTENTI_PER_PAGINA } from "@/lib/utenti/gestione/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.gestione"))("titolo") };
}

/** Who may log in: found by codice fiscale or name; without a search, who works for the institute. */
export default async function Utenti({ searchParams }: Props) {
  const scelta = cercaUtentiInput.parse(openCerca(await searchParams));
  const { viewer, dati } = await requireViewer("amministrazione", (scope) =>
    Promise.all([
      listUtenti(scope, scelta),
      scelta.parole === null ? false : isTroppoComune(scope, scelta.parole),
    ]),
  );
  const [trovati, troppoComune] = dati;
  const utenti = trovati.slice(0, UTENTI_PER_PAGINA);
  const next = new URLSearchParams({
    dopo: utenti.at(-1)?.id ?? "",
    ...(scelta.filtro && { filtro: scelta.filtro }),
    ...(scelta.cerca && { cerca: sealCerca(scelta.cerca) }),
  });
  const t = await getTranslations("utenti.gestione");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="utenti" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")}>
        <ButtonLink href="/amministrazione/utenti/nuovo" icon={UserPlus} className="mt-5">
          {t("crea")}
        </ButtonLink>
      </PageTitle>
      <ElencoUtenti
        utenti={utenti}
        scelta={scelta}
        troppoComune={troppoComune}
        altri={trovati.length > UTENTI_PER_PAGINA ? `/amministrazione/utenti?${next}#elenco` : null}
      />
    </Shell>
  );
}
