import { useTranslations } from "next-intl";
import { Orologio } from "@/components/sede/orologio";
import { StatoQuesito } from "@/components/sede/stato-quesito";
import { formatData, formatIstante } from "@/lib/dates";
import type { QuesitoDellaSede } from "@/lib/quesiti/lavorazione/queries";

type Props = { riga: QuesitoDellaSede; oggi: string };

/** What it is about, where it stands, how much time is left. */
export function TestataQuesito({ riga, oggi }: Props) {
  const t = useTranslations("sede");
  const te = useTranslations("quesiti.esiti");
  const tp = useTranslations("pagamenti");
  const { quesito, argomento, categoria } = riga;
  const quando = quesito.chiusoAt && formatIstante(quesito.chiusoAt, "lungo");
  return (
    <div className="mt-3">
      <p className="flex flex-wrap items-center gap-2">
        <StatoQuesito stato={quesito.stato} esito={quesito.esito} />
        <Orologio quesito={quesito} oggi={oggi} />
      </p>
      <p className="minore mt-2">
        {categoria}: {argomento}
        {quesito.anno !== null && (
          <>
            {" · "}
            {tp("trimestreAnno", { n: quesito.trimestre ?? 0, anno: String(quesito.anno) })}
          </>
        )}
        <br />
        {t("quesito.protocollo", { protocollo: quesito.protocollo })}
        {" · "}
        {t("quesito.inviato", { quando: formatIstante(quesito.inviatoAt, "lungo") })}
        {quesito.stato !== "chiuso" && (
          <>
            {" · "}
            {quesito.sospesoDal
              ? t("orologio.fermoTesto")
              : t("orologio.entro", { data: formatData(quesito.termine, "lungo") })}
          </>
        )}
      </p>
      {quando && (
        <p className="mt-2 font-semibold">
          {quesito.esito
            ? t("quesito.chiusoDallaSede", { quando, esito: te(quesito.esito) })
            : t("quesito.chiusoDalCittadino", { quando })}
        </p>
      )}
    </div>
  );
}
