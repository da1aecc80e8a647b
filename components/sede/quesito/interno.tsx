import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm, FormFold } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import type { NotaQuesito, Parere } from "@/db/schema/lavorazione";
import type { EventoQuesito } from "@/db/schema/quesiti";
import { formatIstante } from "@/lib/dates";
import { notaAction } from "@/lib/quesiti/lavorazione/actions";
import type { Collega, QuesitoDellaSede } from "@/lib/quesiti/lavorazione/queries";
import type { Atti } from "@/lib/quesiti/lavorazione/rules";
import { Eventi } from "./eventi";
import { Pareri } from "./pareri";
import { QuesitoNascosto } from "./quesito-nascosto";

type Props = {
  quesito: QuesitoDellaSede["quesito"];
  note: NotaQuesito[];
  pareri: Parere[];
  eventi: EventoQuesito[];
  esperti: Collega[];
  atti: Atti;
  /** The id of a note that is written here. */
  nuova: string;
};

/** What the sede keeps for itself: set apart from what the cittadino reads, and said to be so. */
export function Interno({ quesito, note, pareri, eventi, esperti, atti, nuova }: Props) {
  const t = useTranslations("sede.quesito.interno");
  const te = useTranslations("sede.errori");
  return (
    <section
      className="mt-10 rounded-xl border-2 border-dashed border-slate-60 bg-[#f6f7f8] p-5 tablet:p-6"
      aria-labelledby="interno"
    >
      <h2 id="interno" className="flex items-center gap-3">
        <Lock aria-hidden size={24} className="shrink-0" />
        {t("titolo")}
      </h2>
      <p className="mt-1">{t("testo")}</p>

      <h3 className="mt-6 text-xl">{t("note")}</h3>
      {note.length === 0 && <p className="minore">{t("nessunaNota")}</p>}
      <ul className="mt-2 grid gap-3">
        {note.map(({ id, chi, quandoAt, testo }) => (
          <li key={id} className="border-s-4 border-slate-60 ps-4">
            <p className="minore">
              {chi}, {formatIstante(quandoAt, "lungo")}
            </p>
            <p className="break-words whitespace-pre-wrap">{testo}</p>
          </li>
        ))}
      </ul>
      {atti.annota && (
        <ActionForm action={notaAction} titolo={te("riepilogo")} className="scheda mt-4 py-2! print:hidden">
          <FormFold titolo={t("nuovaNota")}>
            <QuesitoNascosto quesito={quesito} />
            <input type="hidden" name="chiave" value={nuova} />
            <FormArea name="nota" label={t("notaTesto")} hint={t("testo")} rows={3} maxLength={2_000} />
            <button type="submit" className="bottone bottone-secondario my-4">
              {t("salvaNota")}
            </button>
          </FormFold>
        </ActionForm>
      )}
      <Pareri quesito={quesito} pareri={pareri} esperti={esperti} chiedi={atti.chiediParere} />
      <Eventi eventi={eventi} />
    </section>
  );
}
