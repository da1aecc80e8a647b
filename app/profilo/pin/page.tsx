import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { CambiaPinForm } from "@/components/utenti/cambia-pin-form";
import { requireViewer } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.pin"))("titolo") };
}

export default async function CambiaPin() {
  const { viewer } = await requireViewer("profilo");
  const t = await getTranslations("utenti");
  const tn = await getTranslations("nav");
  const testi = {
    attuale: t("pin.attuale"),
    nuovo: t("pin.nuovo"),
    ripetuto: t("pin.ripetuto"),
    regole: t("pin.regole"),
    salva: t("pin.salva"),
    riepilogo: t("errori.riepilogo"),
    vai: t("profilo.vai"),
  };
  return (
    <Shell viewer={viewer} voci={viewer.pinIniziale ? [] : vociServizio(viewer)} corrente="profilo" barra>
      <PageTitle
        passi={
          viewer.pinIniziale
            ? undefined
            : [{ nome: tn("profilo"), href: "/profilo" }, { nome: t("pin.titolo") }]
        }
        titolo={t(viewer.pinIniziale ? "pin.titoloIniziale" : "pin.titolo")}
        sommario={viewer.pinIniziale ? t("pin.sommarioIniziale") : undefined}
      />
      <CambiaPinForm testi={testi} />
    </Shell>
  );
}
