import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { prendiInCaricoAction, rilasciaAction } from "@/lib/quesiti/lavorazione/actions";
import type { QuesitoDellaSede } from "@/lib/quesiti/lavorazione/queries";
import type { Atti } from "@/lib/quesiti/lavorazione/rules";
import { QuesitoNascosto } from "./quesito-nascosto";

type Props = { riga: QuesitoDellaSede; atti: Atti; assegnato: string | null };

/** Who is in charge, and so whose the acts are; takes charge, or gives it back. */
export function Incarico({ riga, atti, assegnato }: Props) {
  const t = useTranslations("sede.quesito.incarico");
  const te = useTranslations("sede.errori");
  const { quesito, sede } = riga;
  const parole = {
    altra_sede: () => t("altraSede", { sede }),
    chiuso: () => t("chiuso"),
    di_nessuno: () => t("nessuno"),
    di_altri: () => t("altri", { chi: assegnato ?? t("qualcuno") }),
  };
  return (
    <section className="scheda mt-6 print:hidden" aria-labelledby="incarico">
      <h2 id="incarico" className="text-xl">
        {t("titolo")}
      </h2>
      <p className="mt-1">{atti.impedimento ? parole[atti.impedimento]() : t("tu")}</p>
      {(atti.prendi || atti.rilascia) && (
        <ActionForm action={atti.prendi ? prendiInCaricoAction : rilasciaAction} titolo={te("riepilogo")}>
          <QuesitoNascosto quesito={quesito} />
          <button type="submit" className={`bottone mt-4 ${atti.prendi ? "" : "bottone-secondario"}`}>
            {t(atti.prendi ? "prendi" : "rilascia")}
          </button>
        </ActionForm>
      )}
    </section>
  );
}
