import { Mail, MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Orologio } from "@/components/sede/orologio";
import { StatoQuesito } from "@/components/sede/stato-quesito";
import { Tag } from "@/components/ui/tag";
import { formatData } from "@/lib/dates";
import type { QuesitoInCoda } from "@/lib/quesiti/lavorazione/coda/queries";
import { termineRipreso } from "@/lib/quesiti/rules";

type Props = {
  quesito: QuesitoInCoda;
  /** Who is in charge; null: nobody. */
  inCarico: string | null;
  /** Whether it can be ticked, to be given to somebody. */
  scegli: boolean;
  oggi: string;
};

/** The form of the buttons by which one takes what nobody has in charge. */
export const PRENDI = "prendi";

/** By when, what, whose, where it stands, who is in charge. */
export function RigaCoda({ quesito, inCarico, scegli, oggi }: Props) {
  const t = useTranslations("sede.coda");
  const { id, protocollo, oggetto, datoreNome, argomento, stato, esito, daLeggere, pareriNuovi } = quesito;
  const cella = "max-tablet:block max-tablet:!px-0 max-tablet:!py-1 align-top";
  return (
    <tr
      role="row"
      data-riga
      className="max-tablet:relative max-tablet:flex max-tablet:flex-col max-tablet:py-4 focus-within:bg-blue-97"
    >
      {scegli && (
        <td role="cell" className="w-12 !p-0 align-top max-tablet:absolute max-tablet:end-0 max-tablet:top-2">
          <label className="grid size-12 cursor-pointer place-items-center">
            <input type="checkbox" name={`quesito.${id}`} value="si" className="size-5 accent-blue-40" />
            <span className="solo-lettori">{t("segna", { protocollo })}</span>
          </label>
        </td>
      )}
      <td role="cell" className={`${cella} max-tablet:order-2 tablet:w-52`}>
        <Orologio quesito={quesito} oggi={oggi} breve />
        {stato !== "chiuso" && (
          <span className="block text-slate-36 tabular-nums max-tablet:ms-2 max-tablet:inline">
            {formatData(termineRipreso(quesito, oggi), "breve")}
          </span>
        )}
      </td>
      <th
        role="rowheader"
        scope="row"
        className={`${cella} text-start font-normal! max-tablet:order-1 ${scegli ? "max-tablet:pe-12!" : ""}`}
      >
        <a
          href={`/sede/comunicazioni/${protocollo}`}
          className="-my-2.5 inline-block py-2.5 text-lg leading-snug font-semibold break-words"
        >
          {oggetto}
        </a>
        {(daLeggere > 0 || pareriNuovi > 0) && (
          <span className="flex flex-wrap gap-2">
            {daLeggere > 0 && (
              <Tag tono="arancio" icon={Mail}>
                {t("daLeggere", { n: daLeggere })}
              </Tag>
            )}
            {pareriNuovi > 0 && (
              <Tag tono="arancio" icon={MessageSquareText}>
                {t("pareriNuovi", { n: pareriNuovi })}
              </Tag>
            )}
          </span>
        )}
        <span className="block text-slate-36">
          {argomento}
          <br />
          <span className="tabular-nums">{protocollo}</span>
        </span>
      </th>
      <td role="cell" className={`${cella} break-words max-tablet:order-3 max-tablet:font-semibold`}>
        {datoreNome}
      </td>
      <td role="cell" className={`${cella} max-tablet:order-4`}>
        <StatoQuesito stato={stato} esito={esito} />
        {scegli && !inCarico && (
          <button
            type="submit"
            form={PRENDI}
            name="scelto"
            value={`${id}/${protocollo}`}
            aria-label={`${t("prendi")}: ${oggetto}`}
            className="bottone bottone-secondario mt-2 min-h-11 px-3 py-1.5 text-base"
          >
            {t("prendi")}
          </button>
        )}
        {inCarico && (
          <span className="mt-1 block text-slate-36">
            <span className="solo-lettori">{t("colonne.inCarico")}: </span>
            {inCarico}
          </span>
        )}
      </td>
    </tr>
  );
}
