import { useTranslations } from "next-intl";
import { ActionForm, FormFold } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import { FormSelect } from "@/components/ui/form-select";
import type { Parere } from "@/db/schema/lavorazione";
import type { Quesito } from "@/db/schema/quesiti";
import { formatIstante } from "@/lib/dates";
import { chiediParereAction } from "@/lib/quesiti/lavorazione/actions";
import type { Collega } from "@/lib/quesiti/lavorazione/queries";
import { QuesitoNascosto } from "./quesito-nascosto";

type Props = {
  quesito: Pick<Quesito, "id" | "protocollo">;
  pareri: Parere[];
  esperti: Collega[];
  chiedi: boolean;
};

/** What esperti were asked and answered, and the form to ask one. */
export function Pareri({ quesito, pareri, esperti, chiedi }: Props) {
  const t = useTranslations("sede.quesito.interno");
  const te = useTranslations("sede.errori");
  return (
    <>
      <h3 className="mt-6 text-xl">{t("pareri")}</h3>
      {pareri.length === 0 && <p className="minore">{t("nessunParere")}</p>}
      <ul className="mt-2 grid gap-3">
        {pareri.map(({ id, chiestoDaNome, espertoNome, chiestoAt, domanda, testo, resoAt }) => (
          <li key={id} className="border-s-4 border-slate-60 ps-4">
            <p className="minore">
              {t("parereChiesto", {
                chi: chiestoDaNome,
                esperto: espertoNome,
                quando: formatIstante(chiestoAt, "lungo"),
              })}
            </p>
            <p className="break-words whitespace-pre-wrap">{domanda}</p>
            <p className="minore mt-2">
              {resoAt
                ? t(testo === null ? "parereDecaduto" : "parereReso", {
                    esperto: espertoNome,
                    quando: formatIstante(resoAt, "lungo"),
                  })
                : t("parereAtteso")}
            </p>
            {testo && <p className="break-words whitespace-pre-wrap">{testo}</p>}
          </li>
        ))}
      </ul>
      {chiedi && esperti.length === 0 && <p className="minore mt-2">{t("nessunEsperto")}</p>}
      {chiedi && esperti.length > 0 && (
        <ActionForm
          action={chiediParereAction}
          titolo={te("riepilogo")}
          className="scheda mt-4 py-2! print:hidden"
        >
          <FormFold titolo={t("chiediParere")}>
            <QuesitoNascosto quesito={quesito} />
            <FormSelect
              name="esperto"
              label={t("esperto")}
              hint={t("espertoAiuto")}
              vuoto={te("esperto")}
              options={esperti.map(({ id, nome, altraSede }) => [
                id,
                altraSede ? `${nome}, ${altraSede}` : nome,
              ])}
            />
            <FormArea name="domanda" label={t("domanda")} rows={3} maxLength={2_000} />
            <button type="submit" className="bottone bottone-secondario my-4">
              {t("chiedi")}
            </button>
          </FormFold>
        </ActionForm>
      )}
    </>
  );
}
