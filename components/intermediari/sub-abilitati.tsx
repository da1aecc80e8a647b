import { useTranslations } from "next-intl";
import { CampoCodiceFiscale } from "@/components/deleghe/campo-codice-fiscale";
import { ActionForm } from "@/components/ui/action-form";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import { formatIstante } from "@/lib/dates";
import { nominaSubAbilitatoAction, revocaNominaAction } from "@/lib/intermediari/actions";
import type { NominaElencata } from "@/lib/intermediari/queries";

/** Who works for the studio: added by codice fiscale, taken away at once. */
export function SubAbilitati({ nomine }: { nomine: NominaElencata[] }) {
  const t = useTranslations("intermediari.studio");
  const te = useTranslations("deleghe.errori");
  return (
    <section className="sezione" aria-labelledby="persone">
      <h2 id="persone">{t("persone")}</h2>
      <p className="mt-1 max-w-text">{t("personeTesto")}</p>
      {nomine.length === 0 && <p className="minore mt-3">{t("nessuno")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {nomine.map((nomina) => (
          <SubAbilitato key={nomina.codiceFiscale} nomina={nomina} />
        ))}
      </ul>
      <ActionForm
        action={nominaSubAbilitatoAction}
        titolo={te("riepilogo")}
        className="scheda mt-5 max-w-text print:hidden"
      >
        <h3>{t("nomina")}</h3>
        <CampoCodiceFiscale name="codiceFiscale" label={t("codiceFiscale")} hint={t("codiceFiscaleAiuto")} />
        <button type="submit" className="bottone mt-5">
          {t("nominaBottone")}
        </button>
      </ActionForm>
    </section>
  );
}

function SubAbilitato({
  nomina: { codiceFiscale, nome, stato, nominatoAt, decisaAt },
}: {
  nomina: NominaElencata;
}) {
  const t = useTranslations("intermediari.studio");
  const te = useTranslations("deleghe.errori");
  const chi = nome ?? codiceFiscale;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-3">
      <div className="min-w-0">
        <p className="font-semibold break-words">{chi}</p>
        <p className="minore">
          {nome && `${codiceFiscale} · `}
          {t(`stati.${stato}`)}, {formatIstante(decisaAt ?? nominatoAt, "lungo")}
        </p>
      </div>
      {(stato === "proposta" || stato === "attiva") && (
        <ActionForm action={revocaNominaAction} titolo={te("riepilogo")} className="print:hidden">
          <input type="hidden" name="codiceFiscale" value={codiceFiscale} />
          <ChiediPrima titolo={t("togli")} etichetta={t("togliDi", { chi })}>
            <p className="max-w-text">{t(stato === "attiva" ? "togliTesto" : "togliNominaTesto", { chi })}</p>
            <button type="submit" className="bottone bottone-pericolo mt-3">
              {t("togliConferma")}
            </button>
          </ChiediPrima>
        </ActionForm>
      )}
    </li>
  );
}
