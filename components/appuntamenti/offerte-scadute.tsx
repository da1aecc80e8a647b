import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { esciDaAttesaAction } from "@/lib/appuntamenti/actions";
import type { AttesaElencata } from "@/lib/appuntamenti/attese/queries";
import { indirizzoPrenota, percheDi } from "@/lib/appuntamenti/motivi/rules";
import { useRiguarda } from "./prenota/nomi";

type Props = {
  scadute: AttesaElencata[];
  posizioneId: string;
  /** Whether whoever looks may book from here. */
  puo: boolean;
};

/** Times that were offered from the waiting list and not confirmed: that they are gone, and what to do. */
export function OfferteScadute({ scadute, posizioneId, puo }: Props) {
  const t = useTranslations("appuntamenti.attese.scadute");
  const riguardaDi = useRiguarda();
  if (scadute.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="offerte-scadute">
      <h2 id="offerte-scadute">{t("titolo")}</h2>
      <ul className="mt-4 grid gap-3">
        {scadute.map((attesa) => {
          const perche = percheDi(attesa, attesa.quesito?.protocollo ?? null);
          const riguarda = riguardaDi({ ...perche, quesito: attesa.quesito, lavoratore: attesa.lavoratore });
          const nome = [attesa.motivo, riguarda].filter(Boolean).join(", ");
          return (
            <li key={attesa.id} className="scheda border-s-6 border-s-orange-48">
              <h3>{attesa.motivo}</h3>
              {riguarda && <p className="break-words">{riguarda}</p>}
              <p className="mt-2 max-w-text">{t("testo", { chi: attesa.chi })}</p>
              {puo && (
                <div className="mt-3 flex flex-wrap gap-3 print:hidden">
                  <ButtonLink
                    href={indirizzoPrenota(`/cassetto/${posizioneId}`, perche)}
                    etichetta={`${t("riprova")}: ${nome}`}
                  >
                    {t("riprova")}
                  </ButtonLink>
                  <form action={esciDaAttesaAction}>
                    <input type="hidden" name="posizione" value={posizioneId} />
                    <input type="hidden" name="attesa" value={attesa.id} />
                    <button
                      type="submit"
                      aria-label={`${t("capito")}: ${nome}`}
                      className="bottone bottone-secondario"
                    >
                      {t("capito")}
                    </button>
                  </form>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
