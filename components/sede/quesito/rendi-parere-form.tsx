import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import type { Parere } from "@/db/schema/lavorazione";
import type { Quesito } from "@/db/schema/quesiti";
import { rendiParereAction } from "@/lib/quesiti/lavorazione/actions";
import { QuesitoNascosto } from "./quesito-nascosto";

type Props = { quesito: Pick<Quesito, "id" | "protocollo">; parere: Parere };

/** The esperto's answer, which only the sede reads. */
export function RendiParereForm({ quesito, parere }: Props) {
  const t = useTranslations("sede.quesito.interno");
  const te = useTranslations("sede.errori");
  return (
    <section className="scheda-evidenza mt-7 print:hidden" aria-labelledby="parere-titolo">
      <h2 id="parere-titolo">{t("ilTuoParere")}</h2>
      <p className="mt-1">{t("chiedeATe", { chi: parere.chiestoDaNome })}</p>
      <p className="mt-2 border-s-4 border-blue-40 ps-4 break-words whitespace-pre-wrap">{parere.domanda}</p>
      <ActionForm action={rendiParereAction} titolo={te("riepilogo")}>
        <QuesitoNascosto quesito={quesito} />
        <input type="hidden" name="parere" value={parere.id} />
        <FormArea
          name="testoParere"
          label={t("parereTesto")}
          hint={t("parereAiuto")}
          rows={6}
          maxLength={4_000}
        />
        <button type="submit" className="bottone mt-4">
          {t("dai")}
        </button>
      </ActionForm>
    </section>
  );
}
