import { Briefcase, HeartHandshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** To an intermediario or to a person: the two differ in what they may be and in how many. */
export function ScegliTipo({ azione }: { azione: string }) {
  const t = useTranslations("deleghe.nuova");
  const tipi = [
    ["personale", HeartHandshake],
    ["professionale", Briefcase],
  ] as const;
  return (
    <section className="mt-6" aria-labelledby="a-chi">
      <h2 id="a-chi">{t("aChi")}</h2>
      <ul className="mt-4 grid gap-4 tablet:grid-cols-2">
        {tipi.map(([tipo, Icon]) => (
          <li key={tipo} className="scheda flex flex-col gap-2">
            <Icon aria-hidden size={32} className="text-blue-40" />
            <h3>{t(tipo)}</h3>
            <p className="grow">{t(`${tipo}Testo`)}</p>
            <ButtonLink
              href={`${azione}?tipo=${tipo}`}
              etichetta={`${t("scegli")}: ${t(tipo)}`}
              className="mt-2 self-start"
            >
              {t("scegli")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
