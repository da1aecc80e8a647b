import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatByte } from "@/lib/allegati/rules";
import { formatIstante } from "@/lib/dates";
import type { Ricevuta } from "@/lib/quesiti/ricevuta/queries";
import { righeRicevuta } from "./righe-ricevuta";

/** The receipt as it is read and printed: on one sheet. */
export function FoglioRicevuta({ ricevuta, adesso }: { ricevuta: Ricevuta; adesso: Date }) {
  const t = useTranslations();
  const tr = useTranslations("quesiti.ricevuta");
  return (
    <>
      <section className="scheda mt-6" aria-label={tr("titolo")}>
        <Dati mancante={t("comune.nonIndicato")} righe={righeRicevuta(t, ricevuta)} />
      </section>
      <section className="scheda mt-4" aria-labelledby="file">
        <h2 id="file">{tr("allegati")}</h2>
        {ricevuta.file.length === 0 && <p className="mt-1">{tr("nessunFile")}</p>}
        <ul>
          {ricevuta.file.map(({ id, nome, byte, sha256 }) => (
            <li key={id} className="border-b border-slate-85 py-3 last:border-0">
              <p className="font-semibold break-all">
                {nome} <span className="font-normal">({formatByte(byte)})</span>
              </p>
              <p className="minore">
                {tr("impronta")}: <code className="break-all">{sha256}</code>
              </p>
            </li>
          ))}
        </ul>
        {ricevuta.file.length > 0 && <p className="minore mt-2 max-w-text">{tr("improntaSpiega")}</p>}
      </section>
      <p className="minore mt-4">{tr("piede", { quando: formatIstante(adesso, "lungo") })}</p>
    </>
  );
}
