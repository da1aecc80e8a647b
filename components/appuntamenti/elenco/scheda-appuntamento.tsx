import { useTranslations } from "next-intl";
import { nomeOggetto } from "@/components/quesiti/nomi";
import type { AppuntamentoElencato } from "@/lib/appuntamenti/elenco/queries";
import { formatQuando } from "../nomi";
import { StatoAppuntamento } from "../stato-appuntamento";

type Props = { appuntamento: AppuntamentoElencato; base: string };

/** An appuntamento in the list: when, how, what about, with whom; a held time leads back to where it is confirmed. */
export function SchedaAppuntamento({ appuntamento, base }: Props) {
  const t = useTranslations("appuntamenti");
  const tq = useTranslations("quesiti");
  const { id, numero, stato, modo, inizioAt, motivo, quesito, rapporto, lavoratore } = appuntamento;
  const { sede, espertoNome, chi, perConto } = appuntamento;
  const tenuto = stato === "in_prenotazione";
  const href = `${base}/appuntamenti/${tenuto ? `nuovo/${id}` : numero}`;
  return (
    <li className="scheda min-w-0">
      <StatoAppuntamento {...appuntamento} />
      <h3 className="mt-1">
        <a href={href} className="collegamento">
          {formatQuando(inizioAt)}
        </a>
      </h3>
      <p>{modo === "in_persona" ? `${t("modi.in_persona")}: ${sede.denominazione}` : t(`modi.${modo}`)}</p>
      <p className="break-words">
        {motivo}: {quesito ?? nomeOggetto(tq, rapporto, lavoratore)}
      </p>
      {tenuto ? (
        <p className="mt-1 font-semibold">{t("elenco.tenuto")}</p>
      ) : (
        <p className="minore mt-1">
          {t("elenco.con", { esperto: espertoNome })}.{" "}
          {t("elenco.presoDa", { chi: perConto ? tq("perConto", { chi, conto: perConto }) : chi })}.{" "}
          <span className="whitespace-nowrap tabular-nums">{t("elenco.numero", { numero })}</span>
        </p>
      )}
    </li>
  );
}
