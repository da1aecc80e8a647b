import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { listEventiDelloStudio } from "@/lib/deleghe/proposte/queries";
import { CAMBIAMENTI_MASSIMI } from "@/lib/deleghe/rules";

type Props = { eventi: Awaited<ReturnType<typeof listEventiDelloStudio>> };

/** What changed among the studio's deleghe in the last 30 days, as far as it goes into one list. */
export function CambiamentiDeleghe({ eventi: trovati }: Props) {
  const t = useTranslations("deleghe");
  const nomeEvento = (evento: (typeof trovati)[number]["evento"], quante: number) =>
    quante > 1 && (evento === "attivata_da_archivio" || evento === "chiusa_da_archivio")
      ? t(`studio.insieme.${evento}`, { n: quante })
      : t(`eventi.${evento}`);
  const eventi = trovati.slice(0, CAMBIAMENTI_MASSIMI);
  return (
    <section className="sezione" aria-labelledby="cambiamenti">
      <h2 id="cambiamenti">{t("studio.cambiamenti")}</h2>
      {eventi.length === 0 && <p className="minore mt-2">{t("studio.nessunCambiamento")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {eventi.map(({ id, quandoAt, evento, chi, perConto, quante, codiceFiscale, datore }) => (
          <li
            key={id}
            className="grid gap-x-6 border-b border-slate-85 py-2.5 tablet:grid-cols-[14rem_1fr_14rem]"
          >
            <span className="minore tabular-nums">{formatIstante(quandoAt, "lungo")}</span>
            <span>
              <strong>{nomeEvento(evento, quante)}</strong>
              {chi && ` ${perConto ? t("daChiPerConto", { chi, studio: perConto }) : t("daChi", { chi })}`}
            </span>
            <span className="min-w-0">
              {datore && <span className="block break-words">{datore}</span>}
              <span className="minore tabular-nums">{codiceFiscale}</span>
            </span>
          </li>
        ))}
      </ul>
      {trovati.length > eventi.length && (
        <p className="minore mt-3">{t("studio.soloGliUltimi", { n: CAMBIAMENTI_MASSIMI })}</p>
      )}
    </section>
  );
}
