import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Subito } from "@/components/deleghe/cambia/subito";
import { AvvisoDeleganti } from "@/components/deleghe/deleganti/avviso-deleganti";
import { ElencoDeleganti } from "@/components/deleghe/deleganti/elenco-deleganti";
import { FiltroDeleganti } from "@/components/deleghe/deleganti/filtro-deleganti";
import { TotaliDeleganti } from "@/components/deleghe/deleganti/totali-deleganti";
import { AvvisoProposte } from "@/components/deleghe/proposte/avviso-proposte";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { requireViewer } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { paginaCorrispondente, proprioCassetto } from "@/lib/deleghe/cambio/rules";
import { filtroDelegantiInput } from "@/lib/deleghe/deleganti/input";
import {
  countDeleganti,
  countDelegantiDaLeggere,
  countDelegantiDaSpostare,
  cursoreDi,
  DELEGANTI_PER_PAGINA,
  listDeleganti,
  listDelegantiRecenti,
} from "@/lib/deleghe/deleganti/queries";
import { haBisognoDiFiltri } from "@/lib/deleghe/deleganti/rules";
import { fattoInput } from "@/lib/deleghe/input";
import { countProposteRicevute } from "@/lib/deleghe/queries";
import { listGruppi } from "@/lib/intermediari/queries";
import { currentDate } from "@/lib/oggi";
import { openCerca } from "@/lib/ricerca";

/** How many of the last opened the desk names above its list. */
const RECENTI_IN_VISTA = 4;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleganti"))("titolo") };
}

export default async function Deleganti({ searchParams }: Props) {
  const given = await searchParams;
  const scelta = filtroDelegantiInput.parse(openCerca(given));
  const fatto = fattoInput.parse(given.fatto);
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("deleganti", (scope) =>
    Promise.all([
      listDeleganti(scope, scelta, oggi),
      countDeleganti(scope),
      listGruppi(scope),
      countProposteRicevute(scope),
      countDelegantiDaLeggere(scope),
      countDelegantiDaSpostare(scope),
      listDelegantiRecenti(scope, RECENTI_IN_VISTA),
    ]),
  );
  const [trovati, totali, gruppi, proposte, daLeggere, daSpostare, recenti] = dati;
  const pagina = paginaCorrispondente(scelta.da, viewer.profilo?.tipo ?? null);
  const deleganti = trovati.slice(0, DELEGANTI_PER_PAGINA);
  const last = trovati.length > DELEGANTI_PER_PAGINA ? deleganti.at(-1) : undefined;
  // Who searches or turns pages has left the beginning.
  const intero = !(scelta.cerca || scelta.filtro || scelta.gruppo || scelta.dopo);
  const parte = scelta.cerca || scelta.filtro || scelta.gruppo || scelta.dopo || last ? "si" : "no";
  const t = await getTranslations("deleganti");
  const tf = await getTranslations("deleghe.fatti");
  const titolare = viewer.profilo?.intermediario?.titolare === true;
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="deleganti" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario", { n: totali.deleganti })} />
      <p className="hidden print:block">
        {[
          viewer.profilo?.intermediario?.denominazione,
          t("stampato", { data: formatData(oggi, "lungo"), parte }),
        ]
          .filter(Boolean)
          .join(". ")}
      </p>
      {fatto && <Fatto testo={tf(fatto)} />}
      {intero && (
        <Subito proprio={proprioCassetto(viewer.propria, scelta.da)} recenti={recenti} pagina={pagina} />
      )}
      <AvvisoProposte n={proposte.alloStudio} href="/deleganti/proposte" />
      <AvvisoProposte persona n={proposte.allaPersona} href="/profilo/deleghe" />
      <AvvisoDeleganti cosa="messaggi" n={daLeggere} />
      <AvvisoDeleganti cosa="appuntamenti" n={daSpostare} />
      {totali.deleganti === 0 ? (
        <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>
      ) : (
        <>
          {(!intero || haBisognoDiFiltri(totali.deleganti, gruppi.length)) && (
            <>
              <TotaliDeleganti totali={totali} filtro={scelta.filtro} />
              <FiltroDeleganti scelta={scelta} gruppi={gruppi} />
            </>
          )}
          <ElencoDeleganti
            deleganti={deleganti}
            scelta={scelta}
            dopo={last && cursoreDi(last)}
            gruppi={gruppi}
            titolare={titolare}
            pagina={pagina}
            oggi={oggi}
          />
        </>
      )}
    </Shell>
  );
}
