import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import { esciDaAttesaAction } from "@/lib/appuntamenti/actions";
import type { AttesaElencata } from "@/lib/appuntamenti/attese/queries";
import { percheDi } from "@/lib/appuntamenti/motivi/rules";
import { formatIstante } from "@/lib/dates";
import { useRiguarda } from "./prenota/nomi";

type Props = {
  attese: AttesaElencata[];
  posizioneId: string;
  /** Whether whoever looks may leave a place and take what is offered. */
  puo: boolean;
};

/** The places of a drawer on the waiting list: what is offered to be taken, and the way out. */
export function Attese({ attese, posizioneId, puo }: Props) {
  const t = useTranslations("appuntamenti.attese");
  if (attese.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="attese">
      <h2 id="attese">{t("titolo")}</h2>
      <ul className="mt-4 grid gap-3">
        {attese.map((attesa) => (
          <Riga key={attesa.id} attesa={attesa} posizioneId={posizioneId} puo={puo} />
        ))}
      </ul>
    </section>
  );
}

function Riga({ attesa, posizioneId, puo }: { attesa: AttesaElencata } & Omit<Props, "attese">) {
  const t = useTranslations("appuntamenti.attese");
  const tm = useTranslations("appuntamenti.modi");
  const { id, motivo, quesito, lavoratore, modi, creataAt, offerta, stato, chi } = attesa;
  const riguarda = useRiguarda()({ ...percheDi(attesa, quesito?.protocollo ?? null), quesito, lavoratore });
  const nome = [motivo, riguarda].filter(Boolean).join(", ");
  const scade = stato === "offerta" ? offerta?.scadeAt : null;
  return (
    <li className={scade ? "scheda-evidenza" : "scheda"}>
      <h3>{motivo}</h3>
      {riguarda && <p className="break-words">{riguarda}</p>}
      <p className="minore">
        {t("dal", {
          data: formatIstante(creataAt, "lungo").split(",")[0] ?? "",
          modi: modi.map((modo) => tm(modo).toLowerCase()).join(", "),
        })}
      </p>
      {offerta && scade && (
        <p className="mt-2 font-semibold">
          {t("offerto", {
            quando: formatIstante(offerta.inizioAt, "esteso"),
            fine: formatIstante(scade, "esteso"),
          })}
        </p>
      )}
      {stato === "offerta" && !offerta && <p className="mt-2 font-semibold">{t("offertoAd", { chi })}</p>}
      {puo && (
        <div className="mt-3 flex flex-wrap gap-3 print:hidden">
          {offerta && scade && (
            <ButtonLink
              href={`/cassetto/${posizioneId}/appuntamenti/nuovo/${offerta.id}`}
              etichetta={`${t("guarda")}: ${nome}`}
            >
              {t("guarda")}
            </ButtonLink>
          )}
          <ChiediPrima titolo={t("esci")} etichetta={`${t("esci")}: ${nome}`}>
            <form action={esciDaAttesaAction}>
              <input type="hidden" name="posizione" value={posizioneId} />
              <input type="hidden" name="attesa" value={id} />
              <p className="max-w-text">{t("esciTesto")}</p>
              <button type="submit" className="bottone bottone-secondario mt-2">
                {t("esciConferma")}
              </button>
            </form>
          </ChiediPrima>
        </div>
      )}
    </li>
  );
}
