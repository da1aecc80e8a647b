import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BarraAgenda } from "@/components/agenda/barra-agenda";
import { SchedeAgenda } from "@/components/agenda/schede-agenda";
import { SettimanaAgenda } from "@/components/agenda/settimana-agenda";
import { TabellaAgenda } from "@/components/agenda/tabella-agenda";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Empty } from "@/components/ui/empty";
import { agendaInput, TUTTI } from "@/lib/appuntamenti/agenda/input";
import { readAgenda } from "@/lib/appuntamenti/agenda/queries";
import { giorniDi, giornoAgenda, soloDi } from "@/lib/appuntamenti/agenda/rules";
import { requireViewer } from "@/lib/auth/session";
import { formatData } from "@/lib/dates";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.agenda"))("titolo") };
}

/** The agenda of the sede by day or week; an esperto sees their own first. */
export default async function Agenda({ searchParams }: Props) {
  const chiesto = agendaInput.parse(await searchParams);
  const oggi = currentDate();
  const { vista } = chiesto;
  const data = chiesto.data ?? oggi;
  const giorni = giorniDi(vista, data);
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    readAgenda(scope, giorni[0] ?? data, giorni.at(-1) ?? data),
  );
  const { esperti } = dati;
  const nomi = new Map(esperti.map(({ id, nome }) => [id, nome]));
  const mia = nomi.has(viewer.utenteId) ? viewer.utenteId : null;
  const chi = chiesto.esperto === TUTTI ? null : (chiesto.esperto ?? mia);
  const esperto = chi !== null && nomi.has(chi) ? chi : null;
  const suoi = soloDi(dati, esperto);
  const agende = giorni.map((giorno) => giornoAgenda(suoi, giorno));
  const t = await getTranslations("appuntamenti.agenda");
  const diChi = esperto ? t("diEsperto", { nome: nomi.get(esperto) ?? "" }) : t("filtro.tutti");
  const mostrati = esperto === null ? nomi : null;
  const quando =
    vista === "giorno"
      ? formatData(data, "esteso")
      : t("periodo", {
          dal: formatData(giorni[0] ?? data, "lungo"),
          al: formatData(giorni.at(-1) ?? data, "lungo"),
        });
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="agenda" barra>
      <div className={vista === "settimana" ? "stampa-larga" : undefined}>
        <PageTitle titolo={t("titolo")} sommario={viewer.profilo?.sede?.denominazione} />
        <SchedeAgenda corrente="agenda" esperto={mia !== null} />
        {esperti.length === 0 && (
          <Empty titolo={t("vuoto.senzaEsperti")}>{t("vuoto.senzaEspertiTesto")}</Empty>
        )}
        <BarraAgenda scelta={{ esperto, vista, data }} oggi={oggi} esperti={esperti} />
        <div className="mt-7 print:mt-3">
          <p className="text-2xl font-bold first-letter:uppercase">{quando}</p>
          <p className="minore">
            {diChi}, {t("conteggio", { n: suoi.appuntamenti.filter(isPreso).length })}
          </p>
        </div>
        {vista === "giorno" ? (
          <TabellaAgenda giorni={agende} nomi={mostrati} />
        ) : (
          <>
            <SettimanaAgenda giorni={agende} oggi={oggi} nomi={mostrati} />
            <details className="scheda mt-9 py-2! print:hidden">
              <summary className="flex min-h-11 cursor-pointer items-center gap-4 font-semibold">
                {t("tabella")}
              </summary>
              <TabellaAgenda giorni={agende} nomi={mostrati} />
            </details>
          </>
        )}
      </div>
    </Shell>
  );
}

const isPreso = ({ stato }: { stato: string }) => stato !== "in_prenotazione";
