import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AllegatiBozza } from "@/components/allegati/allegati-bozza";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { caricaAllegatiSedeAction, togliAllegatoSedeAction } from "@/lib/allegati/actions";
import { elencoInput } from "@/lib/allegati/input";
import { listAllegatiDiBozza, listBozzeDaAllegare } from "@/lib/allegati/queries";
import { requireQuesitoSede } from "@/lib/auth/registrati";

type Props = {
  params: Promise<{ protocollo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegati"))("titolo") };
}

/** The files of an answer that is being written; without one there is nothing to add them to. */
export default async function AllegatiSede({ params, searchParams }: Props) {
  const { fatto, bozza } = elencoInput.parse(await searchParams);
  const { viewer, dati } = await requireQuesitoSede(params, async (scope, quesitoId) => {
    const bozze = await listBozzeDaAllegare(scope, quesitoId);
    const scelta = bozza ? bozze.find(({ id }) => id === bozza) : bozze[0];
    return scelta ? { id: scelta.id, allegati: await listAllegatiDiBozza(scope, scelta.id) } : null;
  });
  const { protocollo } = await params;
  const quesito = `/sede/comunicazioni/${protocollo}`;
  if (!dati) redirect(quesito);
  const t = await getTranslations();
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="sede" barra>
      <PageTitle
        passi={[
          { nome: t("sede.titolo"), href: "/sede/comunicazioni" },
          { nome: protocollo, href: quesito },
          { nome: t("allegati.titolo") },
        ]}
        titolo={t("allegati.titolo")}
      />
      <AllegatiBozza
        allegati={dati.allegati}
        campi={{ protocollo, bozza: dati.id }}
        carica={caricaAllegatiSedeAction}
        togli={togliAllegatoSedeAction}
        base="/sede/allegati"
        tolto={fatto === "tolto"}
        sede
      />
    </Shell>
  );
}
