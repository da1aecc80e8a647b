import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Prenotabile, PrenotaLink } from "@/components/appuntamenti/prenota-link";
import { Tag } from "@/components/ui/tag";
import { percheDiQuesito } from "@/lib/appuntamenti/motivi/rules";
import { formatIstante } from "@/lib/dates";
import type { QuesitoElencato } from "@/lib/quesiti/elenco/queries";
import { nomeOggetto } from "../nomi";
import { Orologio } from "../orologio";
import { StatoQuesito } from "../stato-quesito";

type Props = { quesito: QuesitoElencato; base: string; oggi: string; prenota: Prenotabile };

/** A quesito in the list: what, about whom, how it stands, what is new. */
export function SchedaQuesito({ quesito, base, oggi, prenota }: Props) {
  const t = useTranslations("quesiti");
  const { protocollo, oggetto, rapporto, nome, cognome, categoria, argomento, chi, perConto } = quesito;
  return (
    <li className={`scheda min-w-0 ${quesito.daLeggere > 0 ? "border-s-6 border-s-blue-40" : ""}`}>
      <p className="flex flex-wrap gap-2">
        <StatoQuesito stato={quesito.stato} esito={quesito.esito} />
        {quesito.daLeggere > 0 && (
          <Tag tono="arancio" icon={Mail}>
            {t("daLeggere", { n: quesito.daLeggere })}
          </Tag>
        )}
      </p>
      <h3 className="mt-1 break-words">
        <a href={`${base}/comunicazioni/${protocollo}`} className="collegamento wrap-anywhere">
          {oggetto}
        </a>
      </h3>
      <p>
        {nomeOggetto(t, rapporto, { nome, cognome })}. <Orologio quesito={quesito} oggi={oggi} />
      </p>
      <p className="minore mt-1">
        {categoria}: {argomento.toLowerCase()}
      </p>
      <p className="minore">
        {t("scrittoDa", { chi: perConto ? t("perConto", { chi, conto: perConto }) : chi })}.{" "}
        {t("ultimaAttivita", { quando: formatIstante(quesito.ultimoMessaggioAt, "lungo") })}.{" "}
        <span className="tabular-nums">{t("protocollo", { numero: protocollo })}</span>
      </p>
      <PrenotaLink
        base={base}
        perche={percheDiQuesito(quesito, oggi)}
        quesitoId={quesito.id}
        cosa={oggetto}
        prenota={prenota}
      />
    </li>
  );
}
