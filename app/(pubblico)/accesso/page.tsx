import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/components/layout/shell";
import { AccediForm } from "@/components/utenti/accedi-form";
import { PersoneDemo } from "@/components/utenti/persone-demo";
import { safeReturnPath } from "@/lib/auth/rules";

type Props = { searchParams: Promise<{ da?: string | string[]; motivo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.accesso"))("titolo") };
}

export default async function Accesso({ searchParams }: Props) {
  const { da, motivo } = await searchParams;
  const t = await getTranslations("utenti");
  const testi = {
    codiceFiscale: t("accesso.codiceFiscale"),
    codiceFiscaleAiuto: t("accesso.codiceFiscaleAiuto"),
    pin: t("accesso.pin"),
    pinAiuto: t("accesso.pinAiuto"),
    accedi: t("accesso.accedi"),
    riepilogo: t("errori.riepilogo"),
  };
  return (
    <Shell viewer={undefined}>
      <div className="grid gap-x-14 gap-y-11 desktop:grid-cols-[minmax(0,30rem)_1fr]">
        <div>
          <h1>{t("accesso.titolo")}</h1>
          <p className="sommario">{t("accesso.sommario")}</p>
          {(motivo === "scaduta" || motivo === "uscito") && (
            <p role="status" className="scheda-evidenza mt-5">
              {t(`accesso.${motivo}`)}
            </p>
          )}
          <AccediForm testi={testi} da={safeReturnPath(da) ?? undefined} />
          <h2 className="mt-9 text-lg">{t("accesso.aiuto")}</h2>
          <p className="minore mt-1">{t("accesso.aiutoTesto")}</p>
        </div>
        <PersoneDemo da={safeReturnPath(da) ?? undefined} />
      </div>
    </Shell>
  );
}
