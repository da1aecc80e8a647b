import { useTranslations } from "next-intl";
import { formatData, formatIstante } from "@/lib/dates";
import { AMBITI_DELEGA } from "@/lib/deleghe/input";
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
          <Perche evento={evento} motivo={motivo} />
        </li>
      ))}
    </ol>
  );
}

/** Why, in the words of who acted; of a change, what holds from then on. */
function Perche({ evento, motivo }: Pick<EventoElencato, "evento" | "motivo">) {
  const t = useTranslations("deleghe");
  const ambito = AMBITI_DELEGA.find((one) => evento === "portata_cambiata" && one === motivo);
  if (ambito) return <p>{t(`ambiti.${ambito}`)}</p>;
  if (evento === "fine_cambiata")
    return <p>{motivo ? t("storiaFine", { data: formatData(motivo, "lungo") }) : t("storiaSenzaFine")}</p>;
  return motivo && <p className="max-w-text break-words">«{motivo}»</p>;
}
