import { useTranslations } from "next-intl";
import { giornoDi } from "@/lib/appuntamenti/agenda/cambi/rules";
import { istanteDi, limitiDi } from "@/lib/appuntamenti/agenda/rules";
import { formatData, formatIstante } from "@/lib/dates";

type Periodo = { inizioAt: Date; fineAt: Date };

/** An assenza in words: whole days without hours, one day without "from ... to". */
export function useQuando(): (assenza: Periodo) => string {
  const t = useTranslations("appuntamenti.agenda.assenze");
  return ({ inizioAt, fineAt }) => {
    const dal = giornoDi(inizioAt);
    // What ends at midnight ends with the day before.
    const al = giornoDi(new Date(fineAt.getTime() - 1));
    const interi = isAt(inizioAt, limitiDi(dal).inizio) && isAt(fineAt, limitiDi(al).fine);
    const [da, a] = [formatData(dal, "esteso"), formatData(al, "esteso")];
    if (interi) return dal === al ? t("giornata", { data: da }) : t("giornate", { dal: da, al: a });
    const ore = {
      dal: formatIstante(inizioAt, "ora"),
      al: isAt(fineAt, limitiDi(al).fine) ? "24:00" : formatIstante(fineAt, "ora"),
    };
    if (dal === al) return t("oreDelGiorno", { data: da, ...ore });
    return t("giornate", { dal: formatIstante(inizioAt, "esteso"), al: formatIstante(fineAt, "esteso") });
  };
}

const isAt = (istante: Date, minuto: number) => istante.getTime() === istanteDi(minuto).getTime();
