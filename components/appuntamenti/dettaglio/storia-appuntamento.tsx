import { useTranslations } from "next-intl";
import type { Appuntamento, EventoAppuntamento } from "@/db/schema/appuntamenti";
import { formatData, formatIstante } from "@/lib/dates";

type Props = { eventi: EventoAppuntamento[]; modo: Appuntamento["modo"] };

/** What happened to it and which mails were written, from the first: when, what, by whom, why. */
export function StoriaAppuntamento({ eventi, modo }: Props) {
  const t = useTranslations("appuntamenti.eventi");
  return (
    <section className="sezione print:hidden" aria-labelledby="storia">
      <h2 id="storia">{t("titolo")}</h2>
      <ol className="mt-3 border-s-4 border-blue-87 ps-5">
        {eventi.map((evento) => (
          <Riga key={evento.id} evento={evento} modo={modo} />
        ))}
      </ol>
    </section>
  );
}

function Riga({ evento: riga, modo }: { evento: EventoAppuntamento; modo: Props["modo"] }) {
  const t = useTranslations("appuntamenti.eventi");
  const tq = useTranslations("quesiti");
  const tp = useTranslations("posta");
  const { quandoAt, evento, chi, perConto, dettaglio } = riga;
  // Of a move it is the hold's id.
  const motivo = evento === "spostato" ? null : riga.motivo;
  return (
    <li className="py-2">
      <p className="font-semibold">
        {evento === "spostato" && dettaglio
          ? t("spostatoDa", { quando: istante(dettaglio) })
          : t(evento, { modo })}
        {evento === "corretto" && dettaglio && ` «${t(dettaglio as Evento, { modo })}»`}
        {evento === "avvisato" && dettaglio && ` «${tp(`${dettaglio as Modello}.oggetto`)}»`}
      </p>
      <p className="minore">
        {formatIstante(quandoAt, "lungo")}
        {chi && `, ${perConto ? tq("perConto", { chi, conto: perConto }) : chi}`}
      </p>
      {motivo && <p className="max-w-text break-words">«{motivo}»</p>}
    </li>
  );
}

type Evento = EventoAppuntamento["evento"];
type Modello = "appuntamento_confermato";

/** `2026-10-08 09:00` of Rome, as the act wrote it down. */
function istante(testo: string): string {
  const [data = "", ora = ""] = testo.split(" ");
  return `${formatData(data, "lungo")}, ${ora.replace(/^0/, "")}`;
}
