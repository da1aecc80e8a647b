import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { correggiAction } from "@/lib/appuntamenti/giornata/actions";
import { type Correggibile, momentoDi } from "@/lib/appuntamenti/giornata/rules";
import { AppuntamentoNascosto } from "./appuntamento-nascosto";

type Props = {
  appuntamento: Appuntamento;
  /** What was marked last; null: nothing that can be taken back. */
  atto: Correggibile | null;
};

/** Takes back what was marked by mistake, by the name under which it is seen above. */
export function Correggi({ appuntamento, atto }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  if (atto === null) return null;
  const momento = t(`momenti.${momentoDi(appuntamento)}`, { modo: appuntamento.modo });
  return (
    <ActionForm action={correggiAction} titolo={t("errori.riepilogo")} className="mt-6 print:hidden">
      <AppuntamentoNascosto appuntamento={appuntamento} />
      <input type="hidden" name="atto" value={atto} />
      <p className="minore max-w-text">
        {t("correggi.testo")}
        {atto === "non_presentato" && appuntamento.notaSede && ` ${t("correggi.conNota")}`}
      </p>
      <button type="submit" className="bottone bottone-secondario mt-2">
        {t("correggi.bottone", { momento })}
      </button>
    </ActionForm>
  );
}
