import { useTranslations } from "next-intl";
import { ActionForm, FormField, FormFold } from "@/components/ui/action-form";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import { collegamentoAction } from "@/lib/appuntamenti/giornata/actions";
import { COLLEGAMENTO_MASSIMO } from "@/lib/appuntamenti/giornata/input";
import { AppuntamentoNascosto } from "./appuntamento-nascosto";

type Props = { appuntamento: Appuntamento };

/** Where the call by video will be: until the sede says so, who asked has nowhere to go. */
export function Collegamento({ appuntamento }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const { modo, stato, collegamento } = appuntamento;
  if (modo !== "video" || stato !== "confermato") return null;
  const field = (
    <>
      <FormField
        name="collegamento"
        label={t("collegamento.indirizzo")}
        hint={t("collegamento.aiuto")}
        type="url"
        inputMode="url"
        maxLength={COLLEGAMENTO_MASSIMO}
        autoComplete="off"
      />
      <button type="submit" className="bottone mt-5">
        {t("collegamento.bottone")}
      </button>
    </>
  );
  return (
    <section
      className={`scheda mt-6 ${collegamento === null ? "border-s-6 border-s-orange-48" : ""}`}
      aria-labelledby="collegamento-titolo"
    >
      <h2 id="collegamento-titolo">{t("collegamento.titolo")}</h2>
      {collegamento === null ? (
        <p className="mt-1 max-w-text">{t("collegamento.mancaTesto")}</p>
      ) : (
        <a href={collegamento} rel="noreferrer" className="collegamento mt-1 break-all">
          {collegamento}
        </a>
      )}
      <ActionForm
        action={collegamentoAction}
        titolo={t("errori.riepilogo")}
        className="max-w-text print:hidden"
      >
        <AppuntamentoNascosto appuntamento={appuntamento} />
        {collegamento === null ? field : <FormFold titolo={t("collegamento.cambia")}>{field}</FormFold>}
      </ActionForm>
    </section>
  );
}
