import { CalendarClock, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { indirizzoElenco } from "./indirizzo-elenco";

const COSE = {
  messaggi: { icon: Mail, filtro: "da_leggere" },
  appuntamenti: { icon: CalendarClock, filtro: "da_spostare" },
} as const;

/** That a sede wrote about some of them, or cannot keep what it agreed with them; nothing when there are none. */
export function AvvisoDeleganti({ cosa, n }: { cosa: keyof typeof COSE; n: number }) {
  const t = useTranslations("deleganti");
  if (n === 0) return null;
  const { icon: Icon, filtro } = COSE[cosa];
  return (
    <p className="scheda-evidenza mt-6 print:hidden flex flex-wrap items-center gap-x-4 gap-y-1 !py-4">
      <Icon aria-hidden size={22} className="shrink-0 text-blue-40" />
      <span className="font-semibold">{t(`${cosa}.avviso`, { n })}</span>
      <a href={indirizzoElenco({ filtro })} className="collegamento">
        {t(`${cosa}.guarda`)}
      </a>
    </p>
  );
}
