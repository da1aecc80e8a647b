import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Capacita, CapacitaPerMotivo } from "@/components/sede/andamento/capacita";
import { PrimiLiberi } from "@/components/sede/andamento/primi-liberi";
import { motivoScelto } from "@/lib/appuntamenti/capacita/input";
import { listPrimiPerCittadini, readCapacita } from "@/lib/appuntamenti/capacita/queries";
import { listMotiviTutti } from "@/lib/appuntamenti/motivi/gestione/queries";
import { requireViewer } from "@/lib/auth/session";
import type { ViewerScope } from "@/lib/auth/viewer";
import { currentDate, currentIstante } from "@/lib/oggi";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.capacita"))("titolo") };
}

/** What became of the time a sede gave: for its responsabile. */
export default async function AndamentoAppuntamenti({ searchParams }: Props) {
  const chiesto = motivoScelto.parse((await searchParams).motivo);
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("andamento", (scope) => readTutto(scope, chiesto));
  const { capacita, primi, motivo, motivi } = dati;
  const t = await getTranslations("appuntamenti.capacita");
  const ts = await getTranslations("sede.andamento");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="andamento" barra>
      <PageTitle
        passi={[{ nome: ts("titolo"), href: "/sede/andamento" }, { nome: t("titolo") }]}
        titolo={t("titolo")}
        sommario={`${viewer.profilo?.sede?.denominazione}. ${t("sommario")}`}
      />
      {motivo && (
        <PrimiLiberi primi={primi} motivo={motivo.codice} motivi={motivi.filter(({ attivo }) => attivo)} />
      )}
      <Capacita settimane={capacita.settimane} />
      <CapacitaPerMotivo
        motivi={capacita.motivi}
        nomi={new Map(motivi.map(({ codice, nome }) => [codice, nome]))}
      />
    </Shell>
  );

  async function readTutto(scope: ViewerScope, codice: string | null) {
    const motivi = (await listMotiviTutti(scope)).map((riga) => riga.motivo);
    const offerti = motivi.filter(({ attivo }) => attivo);
    const motivo = offerti.find((uno) => uno.codice === codice) ?? offerti[0];
    const [capacita, primi] = await Promise.all([
      readCapacita(scope, oggi),
      motivo ? listPrimiPerCittadini(scope, motivo, oggi, currentIstante()) : [],
    ]);
    return { capacita, primi, motivo, motivi };
  }
}
