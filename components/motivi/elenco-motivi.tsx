import { Check, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { MotivoElencato } from "@/lib/appuntamenti/motivi/gestione/queries";

/** In the order in which who asks finds them. */
export function ElencoMotivi({ motivi }: { motivi: MotivoElencato[] }) {
  return (
    <ul className="mt-6 border-t border-slate-85">
      {motivi.map((riga) => (
        <Riga key={riga.motivo.codice} {...riga} />
      ))}
    </ul>
  );
}

function Riga({ motivo, categoria }: MotivoElencato) {
  const t = useTranslations("appuntamenti.motivi");
  const { codice, nome, daPortare, attivo, richiedeQuesito } = motivo;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-lg break-words">{nome}</h2>
        {daPortare && <p className="minore max-w-text break-words">{daPortare}</p>}
        <p className="mt-1">
          {[
            t("inBreve.durata", { n: motivo.durataMinuti }),
            motivo.pausaMinuti > 0 && t("inBreve.pausa", { n: motivo.pausaMinuti }),
            t("inBreve.preavviso", { n: motivo.preavvisoOre }),
            t("inBreve.orizzonte", { n: motivo.orizzonteGiorni }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <Tag tono={attivo ? "verde" : "grigio"} icon={attivo ? Check : X}>
            {t(attivo ? "offerto" : "nonOfferto")}
          </Tag>
          <span>
            {richiedeQuesito
              ? t("inBreve.conQuesito", { categoria: categoria ?? t("tutteCategorie") })
              : t("inBreve.senzaQuesito")}
          </span>
        </p>
      </div>
      <a
        href={`/amministrazione/motivi/${codice}`}
        aria-label={t("cambiaDi", { nome })}
        className="bottone bottone-secondario print:hidden"
      >
        <Pencil aria-hidden size={18} className="shrink-0" />
        {t("cambia")}
      </a>
    </li>
  );
}
