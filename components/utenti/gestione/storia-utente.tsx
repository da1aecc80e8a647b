import { useTranslations } from "next-intl";
import { useOggettoEvento } from "@/components/registro/nomi";
import { formatIstante } from "@/lib/dates";
import type { EventoDiUtente } from "@/lib/utenti/gestione/queries";

/** What was done about a user, latest first: when, what, by whom, why. */
export function StoriaUtente({ eventi }: { eventi: EventoDiUtente[] }) {
  const t = useTranslations("utenti.gestione");
  const tr = useTranslations("registro");
  const oggettoEvento = useOggettoEvento();
  return (
    <section className="sezione" aria-labelledby="storia">
      <h2 id="storia">{t("storia")}</h2>
      {eventi.length === 0 && <p className="mt-2">{t("storiaVuota")}</p>}
      <ol className="mt-3 border-s-4 border-blue-87 ps-5 empty:hidden">
        {eventi.map(({ id, quandoAt, evento, chi, oggetto, motivo }) => (
          <li key={id} className="py-2">
            <p className="font-semibold break-words">
              {[tr(`eventi.${evento}`), oggettoEvento(evento, oggetto)].filter(Boolean).join(": ")}
            </p>
            <p className="minore">
              {formatIstante(quandoAt, "lungo")}, {chi ?? tr("daComando")}
            </p>
            {motivo && <p className="max-w-text break-words">«{motivo}»</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
