import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";

type Props = {
  n: number;
  href: string;
  /** Offered to whoever looks, not to the drawer or the studio they are in. */
  persona?: boolean;
};

/** That somebody waits for an answer; nothing when nobody does. */
export function AvvisoProposte({ n, href, persona = false }: Props) {
  const t = useTranslations("deleghe.persona");
  if (n === 0) return null;
  return (
    <p className="scheda-evidenza non-stampare mt-6 flex flex-wrap items-center gap-x-4 gap-y-1 !py-4">
      <KeyRound aria-hidden size={22} className="shrink-0 text-blue-40" />
      <span className="font-semibold">{t(persona ? "avvisoPersona" : "avviso", { n })}</span>
      <a href={href} className="collegamento">
        {t(persona ? "guardaPersona" : "guarda")}
      </a>
    </p>
  );
}
