import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import { formatIstante } from "@/lib/dates";
import { eliminaBozzaAction } from "@/lib/quesiti/actions";
import type { BozzaElencata } from "@/lib/quesiti/bozze/queries";

type Props = { bozze: BozzaElencata[]; posizioneId: string };

/** What was begun and not sent: to go on with, or to throw away after being asked. */
export function Bozze({ bozze, posizioneId }: Props) {
  const t = useTranslations("quesiti");
  if (bozze.length === 0) return null;
  return (
    <section className="sezione print:hidden" aria-labelledby="bozze">
      <h2 id="bozze">{t("bozze.titolo")}</h2>
      <p className="minore mt-1 max-w-text">{t("bozze.spiega")}</p>
      <ul className="mt-4 grid gap-3">
        {bozze.map((riga) => (
          <Riga key={riga.bozza.id} riga={riga} posizioneId={posizioneId} />
        ))}
      </ul>
    </section>
  );
}

function Riga({ riga: { bozza, quesito }, posizioneId }: { riga: BozzaElencata; posizioneId: string }) {
  const t = useTranslations("quesiti");
  const te = useTranslations("quesiti.errori");
  const oggetto = quesito
    ? t("bozze.rispostaA", { oggetto: quesito.oggetto })
    : bozza.oggetto || t("bozze.senzaOggetto");
  return (
    <li className="scheda min-w-0">
      <div className="flex flex-col gap-3 tablet:flex-row tablet:items-center tablet:justify-between">
        <div className="min-w-0">
          <h3 className="break-words">{oggetto}</h3>
          <p className="minore">
            {t("bozze.salvataIl", { quando: formatIstante(bozza.aggiornataAt, "lungo") })}
          </p>
        </div>
        <ButtonLink
          href={`/cassetto/${posizioneId}/comunicazioni/nuova/${bozza.id}/testo`}
          etichetta={t("bozze.riprendiQuale", { oggetto })}
          className="shrink-0"
        >
          {t("bozze.riprendi")}
        </ButtonLink>
      </div>
      <ActionForm action={eliminaBozzaAction} titolo={te("riepilogo")}>
        <input type="hidden" name="posizione" value={posizioneId} />
        <input type="hidden" name="bozza" value={bozza.id} />
        <ChiediPrima titolo={t("bozze.elimina")} etichetta={t("bozze.eliminaQuale", { oggetto })}>
          <p className="max-w-text">{t("bozze.eliminaSpiega")}</p>
          <button type="submit" className="bottone bottone-pericolo mt-3">
            {t("bozze.eliminaConferma")}
          </button>
        </ChiediPrima>
      </ActionForm>
    </li>
  );
}
