import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { esciDaAttesaAction } from "@/lib/appuntamenti/actions";
import type { AttesaElencata } from "@/lib/appuntamenti/attese/queries";
import { formatIstante } from "@/lib/dates";

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
  const { id, motivo, modi, creataAt, offerta, stato } = attesa;
  const scade = stato === "offerta" ? offerta?.scadeAt : null;
  return (
    <li className={scade ? "scheda-evidenza" : "scheda"}>
      <h3>{motivo}</h3>
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
            ora: formatIstante(scade, "ora"),
          })}
        </p>
      )}
      {puo && (
        <div className="mt-3 flex flex-wrap gap-3 print:hidden">
          {offerta && scade && (
            <ButtonLink
              href={`/cassetto/${posizioneId}/appuntamenti/nuovo/${offerta.id}`}
              etichetta={`${t("guarda")}: ${motivo}`}
            >
              {t("guarda")}
            </ButtonLink>
          )}
          <form action={esciDaAttesaAction}>
            <input type="hidden" name="posizione" value={posizioneId} />
            <input type="hidden" name="attesa" value={id} />
            <button
              type="submit"
              aria-label={`${t("esci")}: ${motivo}`}
              className="bottone bottone-secondario"
            >
              {t("esci")}
            </button>
          </form>
        </div>
      )}
    </li>
  );
}
