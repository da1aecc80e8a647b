import { useTranslations } from "next-intl";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { Offerta } from "@/lib/appuntamenti/motivi/queries";
import { useRiguarda } from "./nomi";

type Props = { offerta: Offerta; modo?: ModoAppuntamento; cambia: string };

/** What was chosen so far, and the way back to it. */
export function Scelto({ offerta, modo, cambia }: Props) {
  const t = useTranslations("appuntamenti");
  const riguarda = useRiguarda();
  const { perche, motivo, quesito, lavoratore } = offerta;
  return (
    <div className="mt-5 max-w-text">
      <strong>{motivo.nome}</strong>
      {`: ${riguarda({ ...perche, quesito, lavoratore })}. `}
      {modo && `${t(`modi.${modo}`)}.`}
      <a href={cambia} className="collegamento !flex w-fit">
        {t("prenota.cambia")}
      </a>
    </div>
  );
}
