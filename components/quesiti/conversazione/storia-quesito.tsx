import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { EventoElencato } from "@/lib/quesiti/queries";

/** What happened to a quesito, from the first: when, what, by whom, why. */
export function StoriaQuesito({ eventi }: { eventi: EventoElencato[] }) {
  const t = useTranslations("quesiti");
  return (
    <ol className="mt-3 border-s-4 border-blue-87 ps-5">
      {eventi.map(({ id, quandoAt, evento, chi, perConto, dettaglio, motivo }) => (
        <li key={id} className="py-2">
          <p className="font-semibold">
            {t(`eventi.${evento as Visibile}`)}
            {evento === "trasferito" && dettaglio && `: ${dettaglio}`}
            {evento === "chiuso" && dettaglio && `: ${t(`esiti.${dettaglio as "positivo"}`).toLowerCase()}`}
          </p>
          <p className="minore">
            {formatIstante(quandoAt, "lungo")}, {perConto ? t("perConto", { chi, conto: perConto }) : chi}
          </p>
          {motivo && <p className="max-w-text break-words">«{motivo}»</p>}
        </li>
      ))}
    </ol>
  );
}

/** The others are kept from this side by the policy of the table. */
type Visibile = Exclude<
  EventoElencato["evento"],
  "assegnato" | "rilasciato" | "parere_chiesto" | "parere_reso"
>;
