import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Periodo } from "@/components/deleghe/periodo";
import { ChiudiTutelaForm } from "@/components/deleghe/tutele/chiudi-tutela-form";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Dati } from "@/components/ui/dati";
import { requireViewer } from "@/lib/auth/session";
import { getTutela } from "@/lib/deleghe/tutele/queries";

type Props = { params: Promise<{ tutela: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe.tutele"))("titolo") };
}

export default async function Tutela({ params }: Props) {
  const tutelaId = z.uuid().safeParse((await params).tutela).data;
  const { viewer, dati } = await requireViewer("amministrazione", async (scope) =>
    tutelaId ? getTutela(scope, tutelaId) : [],
  );
  const [tutela] = dati;
  if (!tutela) notFound();
  const t = await getTranslations("deleghe");
  const tc = await getTranslations("comune");
  const { titolo, dal, al, datore, datore_nome, persona, persona_nome, motivo } = tutela;
  const chi = persona_nome || persona;
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="tutele" barra>
      <PageTitle
        passi={[{ nome: t("tutele.titolo"), href: "/amministrazione/tutele" }, { nome: chi }]}
        titolo={t("tutele.chiPerChi", { chi, datore: datore_nome })}
      />
      <section className="scheda mt-6">
        <Dati
          mancante={tc("nonIndicato")}
          righe={[
            [t("tutele.titoloField"), t(`titoli.${titolo}`)],
            [t("tutele.persona"), persona],
            [t("tutele.datore"), datore],
            [t("dettaglio.periodo"), <Periodo key="periodo" dal={dal} al={al} />],
            [t("tutele.motivo"), motivo],
          ]}
        />
      </section>
      <ChiudiTutelaForm tutelaId={tutela.id} chi={chi} datore={datore_nome} />
    </Shell>
  );
}
