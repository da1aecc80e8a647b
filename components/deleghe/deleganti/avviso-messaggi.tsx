import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { indirizzoElenco } from "./indirizzo-elenco";

/** That a sede wrote about some of them; nothing when all is read. */
export function AvvisoMessaggi({ deleganti }: { deleganti: number }) {
  const t = useTranslations("deleganti");
  if (deleganti === 0) return null;
  return (
    <p className="scheda-evidenza non-stampare mt-6 flex flex-wrap items-center gap-x-4 gap-y-1 !py-4">
      <Mail aria-hidden size={22} className="shrink-0 text-blue-40" />
      <span className="font-semibold">{t("messaggi.avviso", { n: deleganti })}</span>
      <a href={indirizzoElenco({ filtro: "da_leggere" })} className="collegamento">
        {t("messaggi.guarda")}
      </a>
    </p>
  );
}
