import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { QuesitoLetto, Tempi } from "@/lib/quesiti/queries";
import { Orologio } from "../orologio";
import { TempiVeri } from "../tempi-veri";

type Props = { quesito: QuesitoLetto["quesito"]; tempi: Tempi | null; oggi: string };

/** Whose turn it is, and how long it may take. */
export function ProssimiPassi({ quesito, tempi, oggi }: Props) {
  const t = useTranslations("quesiti.conversazione");
  const { stato, chiusoAt, chiusoDa } = quesito;
  return (
    <section className="scheda-evidenza mt-6" aria-labelledby="prossimi">
      <h2 id="prossimi">{t("prossimi")}</h2>
      <p className="mt-1 max-w-text">
        {chiusoAt &&
          chiusoDa &&
          `${t(`chiusoDa.${chiusoDa}`, { quando: formatIstante(chiusoAt, "lungo") })} `}
        {t(`passi.${stato}`)}
      </p>
      {stato !== "chiuso" && (
        <>
          <p className="mt-2 font-semibold">
            <Orologio quesito={quesito} oggi={oggi} />
          </p>
          <TempiVeri tempi={tempi} />
        </>
      )}
    </section>
  );
}
