import { useTranslations } from "next-intl";
import type { EventoQuesito } from "@/db/schema/quesiti";
import { formatIstante } from "@/lib/dates";

/** What happened to a quesito, from the first to the last. */
export function Eventi({ eventi }: { eventi: EventoQuesito[] }) {
  const t = useTranslations("sede.quesito");
  return (
    <>
      <h3 className="mt-6 text-xl">{t("interno.eventi")}</h3>
      <ol className="mt-2 grid gap-2.5">
        {eventi.map(({ id, quandoAt, evento, chi, perConto, dettaglio, motivo }) => (
          <li key={id} className="border-s-4 border-slate-85 ps-4">
            <p className="font-semibold">{t(`eventi.${evento}`, { dettaglio: dettaglio ?? "" })}</p>
            <p className="minore">
              {formatIstante(quandoAt, "lungo")}, {chi}
              {perConto && `, ${t("perConto", { chi: perConto })}`}
              {motivo && <span className="block break-words">{t("eventoMotivo", { motivo })}</span>}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
