import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { EventoElencato } from "@/lib/deleghe/queries";

/** What happened to a delega, from the first: when, what, by whom, why. */
export function StoriaDelega({ eventi }: { eventi: EventoElencato[] }) {
  const t = useTranslations("deleghe");
  return (
    <ol className="mt-3 border-s-4 border-blue-87 ps-5 empty:hidden">
      {eventi.map(({ id, quandoAt, evento, chi, perConto, motivo }) => (
        <li key={id} className="py-2">
          <p className="font-semibold">{t(`eventi.${evento}`)}</p>
          <p className="minore">
            {formatIstante(quandoAt, "lungo")}
            {chi && `, ${perConto ? t("daChiPerConto", { chi, studio: perConto }) : t("daChi", { chi })}`}
          </p>
          {motivo && <p className="max-w-text break-words">«{motivo}»</p>}
        </li>
      ))}
    </ol>
  );
}
