import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import { creaGruppoAction, eliminaGruppoAction } from "@/lib/intermediari/actions";
import type { GruppoElencato } from "@/lib/intermediari/queries";

/** How the studio divides its deleganti; they are put into groups on the desk. */
export function Gruppi({ gruppi }: { gruppi: GruppoElencato[] }) {
  const t = useTranslations("intermediari.studio");
  const te = useTranslations("deleghe.errori");
  return (
    <section className="sezione" aria-labelledby="gruppi">
      <h2 id="gruppi">{t("gruppi")}</h2>
      <p className="mt-1 max-w-text">{t("gruppiTesto")}</p>
      {gruppi.length === 0 && <p className="minore mt-3">{t("nessunGruppo")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {gruppi.map(({ id, nome, deleganti }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-3"
          >
            <a href={`/deleganti?gruppo=${id}`} className="collegamento min-w-0 font-semibold">
              <span className="min-w-0">{nome}</span>
            </a>
            <span className="minore ms-auto">{t("nelGruppo", { n: deleganti })}</span>
            <ActionForm action={eliminaGruppoAction} titolo={te("riepilogo")} className="print:hidden">
              <input type="hidden" name="gruppo" value={id} />
              <ChiediPrima titolo={t("elimina")} etichetta={t("eliminaDi", { nome })}>
                <p className="max-w-text">{t("eliminaTesto", { n: deleganti })}</p>
                <button type="submit" className="bottone bottone-pericolo mt-3">
                  {t("eliminaConferma")}
                </button>
              </ChiediPrima>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={creaGruppoAction} titolo={te("riepilogo")} className="mt-2 max-w-text print:hidden">
        <FormField name="nome" label={t("nuovoGruppo")} maxLength={60} autoComplete="off" />
        <button type="submit" className="bottone bottone-secondario mt-4">
          {t("crea")}
        </button>
      </ActionForm>
    </section>
  );
}
