import { useTranslations } from "next-intl";
import { type Prenotabile, PrenotaLink } from "@/components/appuntamenti/prenota-link";
import { percheDiQuesito } from "@/lib/appuntamenti/motivi/rules";
import { formatIstante } from "@/lib/dates";
import type { QuesitoLetto, Tempi } from "@/lib/quesiti/queries";
import { Orologio } from "../orologio";
import { TempiVeri } from "../tempi-veri";

type Props = {
  riga: Pick<QuesitoLetto, "quesito" | "avvisato">;
  tempi: Tempi | null;
  oggi: string;
  base: string;
  prenota: Prenotabile;
};

/** Whose turn it is, and how long it may take. */
export function ProssimiPassi({ riga: { quesito, avvisato }, tempi, oggi, base, prenota }: Props) {
  const t = useTranslations("quesiti.conversazione");
  const ta = useTranslations("appuntamenti.chiedi");
  const { id, oggetto, stato, chiusoAt, chiusoDa } = quesito;
  const perche = percheDiQuesito(quesito, oggi);
  return (
    <section className="scheda-evidenza mt-6" aria-labelledby="prossimi">
      <h2 id="prossimi">{t("prossimi")}</h2>
      <p className="mt-1 max-w-text">
        {chiusoAt &&
          chiusoDa &&
          `${t(`chiusoDa.${chiusoDa}`, { quando: formatIstante(chiusoAt, "lungo") })} `}
        {t(`passi.${stato}`)}
        {(stato === "inviato" || stato === "in_carico") && ` ${t(avvisato ? "avvisi.si" : "avvisi.no")}`}
      </p>
      {stato !== "chiuso" && (
        <>
          <p className="mt-2 font-semibold">
            <Orologio quesito={quesito} oggi={oggi} />
          </p>
          <TempiVeri tempi={tempi} />
        </>
      )}
      {perche && prenota && (
        <p className="mt-3 flex flex-wrap items-center gap-x-4 print:hidden">
          {ta("diPersona")}
          <PrenotaLink base={base} perche={perche} quesitoId={id} cosa={oggetto} prenota={prenota} />
        </p>
      )}
    </section>
  );
}
