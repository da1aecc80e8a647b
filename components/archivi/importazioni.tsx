import { CircleAlert, CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { ScrollBox } from "@/components/ui/scroll-box";
import { Tag, type Tono } from "@/components/ui/tag";
import type { Importazione } from "@/db/schema/archivi";
import { formatIstante } from "@/lib/dates";

const ASPETTO: Record<Importazione["esito"], { tono: Tono; icon: LucideIcon }> = {
  in_corso: { tono: "blu", icon: Clock },
  caricato: { tono: "verde", icon: CircleCheck },
  caricato_con_scarti: { tono: "arancio", icon: CircleAlert },
  non_caricato: { tono: "rosso", icon: CircleX },
};
const numero = new Intl.NumberFormat("it-IT", { useGrouping: "always" });
const COLONNE = ["lette", "nuove", "cambiate", "uguali", "scartate"] as const;

/** The runs of the importer, each with its table of rows by file. */
export function Importazioni({ importazioni }: { importazioni: Importazione[] }) {
  const t = useTranslations("archivi");
  if (importazioni.length === 0) return <Empty titolo={t("nessuno")} />;
  return (
    <ol className="mt-7 flex flex-col gap-4">
      {importazioni.map((importazione) => (
        <li key={importazione.id} className="scheda">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="text-xl">
              {t("numero")} {importazione.id} · {formatIstante(importazione.iniziataAt, "lungo")}
            </h2>
            <Tag {...ASPETTO[importazione.esito]}>{t(`esiti.${importazione.esito}`)}</Tag>
          </div>
          <p className="minore mt-1 break-all">
            {t("cartella")}: {importazione.cartella}
            {importazione.finitaAt && ` · ${t("secondi", { n: seconds(importazione) })}`}
          </p>
          {importazione.errore && <p className="mt-2 text-red-37">{importazione.errore}</p>}
          {importazione.riepilogo.length > 0 && <Riepilogo importazione={importazione} />}
        </li>
      ))}
    </ol>
  );
}

function Riepilogo({ importazione }: { importazione: Importazione }) {
  const t = useTranslations("archivi");
  return (
    <ScrollBox nome={t("file")}>
      <table className="tabella">
        <thead>
          <tr>
            <th scope="col">{t("file")}</th>
            {COLONNE.map((colonna) => (
              <th key={colonna} scope="col" className="numero">
                {t(colonna)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {importazione.riepilogo.map((riga) => (
            <tr key={riga.file}>
              <th scope="row" className="font-normal">
                {riga.file}
              </th>
              {COLONNE.map((colonna) => (
                <td key={colonna} className="numero">
                  {numero.format(riga[colonna])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const seconds = ({ iniziataAt, finitaAt }: Importazione) =>
  finitaAt ? Math.max(1, Math.round((finitaAt.getTime() - iniziataAt.getTime()) / 1000)) : 0;
