import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { MotivoForm } from "@/components/motivi/motivo-form";
import { codiceMotivo } from "@/lib/appuntamenti/motivi/gestione/input";
import { getMotivo } from "@/lib/appuntamenti/motivi/gestione/queries";
import { listCategorie } from "@/lib/argomenti/queries";
import { requireViewer } from "@/lib/auth/session";

type Props = { params: Promise<{ motivo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.motivi"))("titolo") };
}

export default async function CambiaMotivo({ params }: Props) {
  const codice = codiceMotivo.safeParse((await params).motivo).data ?? "";
  const { viewer, dati } = await requireViewer("amministrazione", (scope) =>
    Promise.all([getMotivo(scope, codice), listCategorie(scope)]),
  );
  const [[trovato], categorie] = dati;
  if (!trovato) notFound();
  const { motivo } = trovato;
  const t = await getTranslations("appuntamenti.motivi");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="motivi" barra>
      <PageTitle
        passi={[{ nome: t("titolo"), href: "/amministrazione/motivi" }, { nome: motivo.nome }]}
        titolo={motivo.nome}
        sommario={t("avvertenza")}
      />
      <MotivoForm motivo={motivo} categorie={categorie} />
    </Shell>
  );
}
