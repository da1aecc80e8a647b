import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { segnaAction } from "@/lib/appuntamenti/giornata/actions";
import type { InGiornata } from "@/lib/appuntamenti/giornata/queries";
import { whichActs } from "@/lib/appuntamenti/giornata/rules";
import { formatIstante } from "@/lib/dates";
import { Modo } from "./modo";
import { Momento } from "./momento";

type Props = {
  riga: InGiornata;
  /** The instant that counts as now for the agenda, and the clock's. */
  adesso: Date;
  now: Date;
  oggi: string;
  /** The query of the list, to come back to. */
  da: string;
};

/** One appuntamento of the day; what is marked often is marked here, the rest on its page. */
export function RigaGiornata({ riga, adesso, now, oggi, da }: Props) {
  const t = useTranslations("appuntamenti.giornata");
  const { id, numero, inizioAt, fineAt, datoreNome, motivo, espertoNome, modo } = riga;
  const atti = whichActs(riga, adesso, oggi).filter((atto) => atto === "arrivato" || atto === "iniziato");
  const pagina = `/sede/appuntamenti/${numero}`;
  const finisce = riga.stato === "confermato" && riga.iniziatoAt !== null;
  return (
    <li className="border-b border-slate-85 py-4 tablet:grid tablet:grid-cols-[7.5rem_minmax(0,1fr)_auto] tablet:items-start tablet:gap-x-6">
      <p className="text-2xl leading-tight font-bold tabular-nums">
        <time dateTime={inizioAt.toISOString()}>{formatIstante(inizioAt, "ora")}</time>
        <span className="text-base font-normal text-slate-36 tablet:block">
          {" "}
          {t("finoAlle", { ora: formatIstante(fineAt, "ora") })}
        </span>
      </p>
      <div className="mt-1 min-w-0 tablet:mt-0">
        <h2 className="text-lg">
          <a href={pagina} className="inline-flex min-h-11 items-center break-words">
            {datoreNome}
          </a>
        </h2>
        <p className="break-words">{motivo}</p>
        <p className="minore flex flex-wrap gap-x-4 gap-y-1">
          <Modo modo={modo} />
          <span className="break-words">{t("con", { esperto: espertoNome })}</span>
          <span className="tabular-nums">{numero}</span>
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Momento appuntamento={riga} now={now} />
          {riga.stato === "confermato" && riga.daSpostareAt && (
            <span className="font-semibold text-red-37">{t("daSpostare")}</span>
          )}
          {riga.stato === "confermato" && modo === "video" && riga.collegamento === null && (
            <span className="font-semibold text-red-37">{t("collegamento.manca")}</span>
          )}
        </p>
      </div>
      <div className="mt-3 flex flex-wrap gap-2 tablet:mt-0 tablet:max-w-56 tablet:justify-end print:hidden">
        {atti.length > 0 && (
          <ActionForm action={segnaAction} titolo={t("errori.riepilogo")} className="contents">
            <input type="hidden" name="appuntamento" value={id} />
            <input type="hidden" name="da" value={da} />
            {atti.map((atto, index) => (
              <button
                key={atto}
                type="submit"
                name="atto"
                value={atto}
                aria-label={t("segnaDi", { atto: t(`atti.${atto}`, { modo }), chi: datoreNome })}
                className={`bottone ${index > 0 ? "bottone-secondario" : ""}`}
              >
                {t(`atti.${atto}`, { modo })}
              </button>
            ))}
          </ActionForm>
        )}
        {finisce && (
          <a
            href={`${pagina}#concludi`}
            aria-label={t("segnaDi", { atto: t("concludi.titolo"), chi: datoreNome })}
            className="bottone"
          >
            {t("concludi.titolo")}
          </a>
        )}
      </div>
    </li>
  );
}
