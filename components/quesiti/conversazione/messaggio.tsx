import { Check, CheckCheck, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import { Tag } from "@/components/ui/tag";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatIstante } from "@/lib/dates";
import type { MessaggioElencato } from "@/lib/quesiti/queries";
import { AzioneRisposta } from "./azione-risposta";

type Props = {
  messaggio: MessaggioElencato;
  allegati: AllegatoElencato[];
  /** `/cassetto/P`. */
  base: string;
  /** Of the thread. */
  protocollo: string;
  ultimo: boolean;
};

/** What one side told the other: who, as what, when, under which number, and whether it was read. */
export function Messaggio({ messaggio, allegati, base, protocollo, ultimo }: Props) {
  const t = useTranslations("quesiti.conversazione");
  const tq = useTranslations("quesiti");
  const tu = useTranslations("utenti.tipi");
  const { lato, profilo, chi, perConto, testo, azione, inviatoAt, lettoAt, nuovo } = messaggio;
  const sede = lato === "sede";
  const quando = lettoAt && formatIstante(lettoAt, "lungo");
  return (
    <li
      id={ultimo ? "ultimo" : undefined}
      className={`rounded-xl border p-5 tablet:p-6 ${
        sede
          ? "border-blue-87 bg-blue-97 tablet:me-16 print:me-0"
          : "border-slate-85 bg-white tablet:ms-16 print:ms-0"
      }`}
    >
      <p className="minore font-semibold">{t(sede ? "sede" : "cittadino")}</p>
      <h3 className="break-words">{perConto ? tq("perConto", { chi, conto: perConto }) : chi}</h3>
      <p className="minore">
        {tu(profilo)}, {formatIstante(inviatoAt, "lungo")}
      </p>
      {(azione || nuovo) && (
        <p className="mt-2 flex flex-wrap gap-2">
          {azione && <AzioneRisposta azione={azione} />}
          {nuovo && (
            <Tag tono="verde" icon={Check}>
              {t("nuovo")}
            </Tag>
          )}
        </p>
      )}
      <p className="mt-3 max-w-text whitespace-pre-wrap break-words">{testo}</p>
      <ElencoAllegati allegati={allegati} base={`${base}/allegati`} />
      <p className="minore mt-4 flex flex-wrap items-center gap-x-4 border-t border-slate-85 pt-2">
        <span className="tabular-nums">{tq("protocollo", { numero: messaggio.protocollo })}</span>
        {sede && quando && !nuovo && <span>{t("letto", { quando })}</span>}
        {!sede && (
          <span className="inline-flex items-center gap-1.5">
            {quando ? <CheckCheck aria-hidden size={18} /> : <Clock aria-hidden size={18} />}
            {quando ? t("lettoDallaSede", { quando }) : t("nonLetto")}
          </span>
        )}
        {!sede && (
          <a
            href={`${base}/comunicazioni/${protocollo}/ricevuta?messaggio=${messaggio.protocollo}`}
            aria-label={t("ricevutaDi", { numero: messaggio.protocollo })}
            className="collegamento non-stampare"
          >
            {t("ricevuta")}
          </a>
        )}
      </p>
    </li>
  );
}
