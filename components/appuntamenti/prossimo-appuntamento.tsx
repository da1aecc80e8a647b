import { useTranslations } from "next-intl";
import { nomeOggetto } from "@/components/quesiti/nomi";
import { ButtonLink } from "@/components/ui/button-link";
import type { AppuntamentoElencato } from "@/lib/appuntamenti/elenco/queries";
import { vicinanzaDi } from "@/lib/appuntamenti/elenco/rules";
import type { DataIso } from "@/lib/dates";
import { Dove } from "./dove";
import { formatQuando } from "./nomi";

type Props = {
  appuntamento: AppuntamentoElencato;
  base: string;
  oggi: DataIso;
  /** How many more there are to come. */
  altri?: number;
};

/** The next appuntamento, in large letters: what one looks for the day before. */
export function ProssimoAppuntamento({ appuntamento, base, oggi, altri = 0 }: Props) {
  const t = useTranslations("appuntamenti");
  const tq = useTranslations("quesiti");
  const { numero, inizioAt, modo, sede, espertoNome, collegamento } = appuntamento;
  const { motivo, rapporto, lavoratore, quesito } = appuntamento;
  const daSpostare = appuntamento.daSpostareAt !== null;
  // What will not be held then is not announced for tomorrow.
  const vicino = daSpostare ? null : vicinanzaDi(inizioAt, oggi);
  const quando = formatQuando(inizioAt);
  return (
    <section
      className={`scheda-evidenza mt-6 ${vicino || daSpostare ? "border-s-6 border-s-blue-40" : ""}`}
      aria-labelledby="prossimo"
    >
      {daSpostare && (
        <p className="mb-3 max-w-text font-semibold text-orange-30">{t("elenco.daSpostareTesto")}</p>
      )}
      <h2 id="prossimo" className="break-words">
        <span className="block text-base font-semibold text-blue-30">{t("elenco.prossimo")}</span>
        <span className="block text-[1.625rem] leading-tight text-balance tablet:text-[2rem]">
          {vicino && <span className="block text-blue-30">{t(`elenco.vicinanze.${vicino}`)}</span>}
          {quando}
        </span>
      </h2>
      <Dove modo={modo} sede={sede} esperto={espertoNome} collegamento={collegamento} />
      <p className="minore mt-2 break-words">
        {motivo}: {quesito ?? nomeOggetto(tq, rapporto, lavoratore)}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 [overflow-wrap:anywhere]">
        <ButtonLink
          href={`${base}/appuntamenti/${numero}`}
          etichetta={`${t("elenco.apri")}: ${quando}`}
          secondario={collegamento !== null}
        >
          {t("elenco.apri")}
        </ButtonLink>
        {altri > 0 && (
          <a href={`${base}/appuntamenti`} className="collegamento non-stampare">
            {t("elenco.altri", { n: altri })}
          </a>
        )}
      </div>
    </section>
  );
}
