import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import type { MessaggioQuesito } from "@/db/schema/messaggi";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatIstante } from "@/lib/dates";

type Props = { messaggi: MessaggioQuesito[]; allegati: AllegatoElencato[] };

/** What both sides wrote, in order. */
export function Filo({ messaggi, allegati }: Props) {
  const t = useTranslations("sede.quesito");
  return (
    <section className="mt-7" aria-labelledby="conversazione">
      <h2 id="conversazione">{t("conversazione")}</h2>
      <ol className="mt-4 grid gap-4">
        {messaggi.map((messaggio) => (
          <Messaggio
            key={messaggio.id}
            messaggio={messaggio}
            allegati={allegati.filter(({ messaggioId }) => messaggioId === messaggio.id)}
          />
        ))}
      </ol>
    </section>
  );
}

type MessaggioProps = { messaggio: MessaggioQuesito; allegati: AllegatoElencato[] };

function Messaggio({ messaggio, allegati }: MessaggioProps) {
  const t = useTranslations("sede.quesito");
  const tu = useTranslations("utenti.tipi");
  const { id, lato, chi, profilo, perConto, testo, azione, inviatoAt, lettoAt, protocollo } = messaggio;
  const dellaSede = lato === "sede";
  const come = [tu(profilo), perConto && t("perConto", { chi: perConto })].filter(Boolean).join(" ");
  return (
    <li
      id={id}
      className={`min-w-0 rounded-xl border p-5 ${dellaSede ? "border-blue-87 bg-blue-97 tablet:ms-8" : "border-slate-85 bg-white tablet:me-8"}`}
    >
      <h3>
        {dellaSede ? t("dallaSede", { chi }) : t("dalCittadino", { chi, come })}
        {azione && <span className="block text-base font-normal text-slate-36">{t(`azioni.${azione}`)}</span>}
      </h3>
      <p className="minore">
        <time dateTime={inviatoAt.toISOString()}>{formatIstante(inviatoAt, "lungo")}</time>
        {" · "}
        {t("ricevuta", { protocollo })}
      </p>
      <p className="mt-3 max-w-text break-words whitespace-pre-wrap">{testo}</p>
      <ElencoAllegati allegati={allegati} base="/sede/allegati" />
      {dellaSede && (
        <p className="minore mt-3">
          {lettoAt ? t("letto", { quando: formatIstante(lettoAt, "lungo") }) : t("nonLetto")}
        </p>
      )}
    </li>
  );
}
