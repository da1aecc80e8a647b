import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";

/** Within a day of it only the sede changes anything: its number, to call at once. */
export function TroppoTardi({ sede }: { sede: { denominazione: string; telefono: string | null } }) {
  const t = useTranslations("appuntamenti.dettaglio.tardi");
  return (
    <div className="scheda mt-3 max-w-text border-s-6 border-s-orange-48">
      <p>{t("testo", { sede: sede.denominazione })}</p>
      {sede.telefono ? (
        <a
          href={`tel:${sede.telefono.replace(/[^+\d]/g, "")}`}
          className="collegamento mt-2 text-xl font-bold"
        >
          <Phone aria-hidden size={22} />
          {sede.telefono}
        </a>
      ) : (
        <p className="mt-2">{t("senzaTelefono")}</p>
      )}
    </div>
  );
}
