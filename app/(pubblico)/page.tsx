import { CalendarClock, CalendarDays, Euro, Eye, type LucideIcon, Mail, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/components/layout/shell";
import { ButtonLink } from "@/components/ui/button-link";
import { currentViewer } from "@/lib/auth/session";

export default async function Home() {
  const t = await getTranslations("home");
  return (
    <Shell viewer={await currentViewer()}>
      <div className="max-w-[46rem]">
        <h1>{t("titolo")}</h1>
        <p className="sommario">{t("sommario")}</p>
        <p className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
          <ButtonLink href="/cassetto">{t("entra")}</ButtonLink>
          <span className="minore">{t("serve")}</span>
        </p>
      </div>
      <section className="sezione">
        <h2>{t("trovi")}</h2>
        <ul className="mt-5 grid gap-4 tablet:grid-cols-2">
          <Cosa icon={CalendarClock} chiave="trovaScadenze" />
          <Cosa icon={Euro} chiave="trovaPagamenti" />
          <Cosa icon={Users} chiave="trovaRapporti" />
          <Cosa icon={Mail} chiave="trovaSede" />
          <Cosa icon={CalendarDays} chiave="trovaAppuntamenti" />
          <Cosa icon={Eye} chiave="trovaChi" />
        </ul>
      </section>
      <div className="sezione grid gap-9 tablet:grid-cols-2 tablet:gap-4">
        <section className="tablet:pe-8">
          <h2>{t("aiuto")}</h2>
          <p className="mt-2">{t("aiutoTesto")}</p>
        </section>
        <section className="tablet:pe-8">
          <h2>{t("senzaEntrare")}</h2>
          <p className="mt-2">{t("senzaEntrareTesto")}</p>
          <InformazioniLink />
        </section>
      </div>
    </Shell>
  );
}

type Chiave =
  | "trovaScadenze"
  | "trovaPagamenti"
  | "trovaRapporti"
  | "trovaSede"
  | "trovaAppuntamenti"
  | "trovaChi";

function Cosa({ icon: Icon, chiave }: { icon: LucideIcon; chiave: Chiave }) {
  const t = useTranslations("home");
  return (
    <li className="scheda flex gap-4">
      <Icon aria-hidden size={28} className="mt-0.5 shrink-0 text-blue-40" />
      <div className="min-w-0 break-words hyphens-auto">
        <h3>{t(chiave)}</h3>
        <p className="minore mt-1">{t(`${chiave}Testo`)}</p>
      </div>
    </li>
  );
}

function InformazioniLink() {
  const t = useTranslations("nav");
  return (
    <a href="/informazioni" className="collegamento mt-1">
      {t("informazioni")}
    </a>
  );
}
