import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Rifiuto as Motivo } from "@/lib/appuntamenti/rules";

/** Why what was just asked for was refused, above the page on which one goes on. */
export function Rifiuto({ esito }: { esito: Motivo | null }) {
  const t = useTranslations("appuntamenti.rifiuti");
  if (!esito) return null;
  return (
    <p
      role="alert"
      className="mt-5 flex gap-3 rounded-xl border border-red-80 border-s-6 border-s-red-44 bg-white p-4 font-semibold"
    >
      <CircleAlert aria-hidden size={24} className="mt-0.5 shrink-0 text-red-44" />
      {t(esito)}
    </p>
  );
}
