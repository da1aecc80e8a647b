import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArgomentoForm } from "@/components/argomenti/argomento-form";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { codiceArgomento } from "@/lib/argomenti/input";
import { getArgomento } from "@/lib/argomenti/queries";
import { requireViewer } from "@/lib/auth/session";

type Props = { params: Promise<{ argomento: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("argomenti"))("titolo") };
}

export default async function CambiaArgomento({ params }: Props) {
  const codice = codiceArgomento.safeParse((await params).argomento).data ?? "";
  const { viewer, dati } = await requireViewer("amministrazione", (scope) => getArgomento(scope, codice));
  const [trovato] = dati;
  if (!trovato) notFound();
  const { argomento, categoria } = trovato;
  const t = await getTranslations("argomenti");
  const lista = "/amministrazione/argomenti";
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="argomenti" barra>
      <PageTitle
        passi={[
          { nome: t("titolo"), href: `${lista}#${argomento.categoriaCodice}` },
          { nome: argomento.nome },
        ]}
        titolo={argomento.nome}
        sommario={`${categoria}. ${t("avvertenza")}`}
      />
      <ArgomentoForm argomento={argomento} />
    </Shell>
  );
}
