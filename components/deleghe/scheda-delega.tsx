import { useTranslations } from "next-intl";
import type { DelegaElencata } from "@/lib/deleghe/queries";
import { isChiudibile, statoDelega } from "@/lib/deleghe/rules";
import { nomeDelegato } from "./nomi";
import { PeriodoDelega } from "./periodo";
import { StatoDelega } from "./stato-delega";

type Props = { riga: DelegaElencata; base: string; oggi: string };

/** A delega in the datore's list; leads to its history, and to where it is ended. */
export function SchedaDelega({ riga, base, oggi }: Props) {
  const t = useTranslations("deleghe");
  const { delega } = riga;
  const chi = nomeDelegato(riga);
  const aperta = isChiudibile(delega, oggi);
  return (
    <li className="scheda flex flex-col gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="minore">
            {delega.titolo === "volontaria" ? t(`tipi.${delega.tipo}`) : t(`titoli.${delega.titolo}`)}
          </p>
          <h3 className="break-words">{chi}</h3>
        </div>
        <StatoDelega stato={statoDelega(delega, oggi)} />
      </div>
      <p>
        {t(`ambiti.${delega.ambito}`)}. <PeriodoDelega delega={delega} />.
      </p>
      {delega.identificativo && <p className="minore">{t("dallArchivio")}</p>}
      <a
        href={`${base}/deleghe/${delega.id}`}
        aria-label={t(aperta ? "vediDi" : "storiaDi", { chi })}
        className="collegamento non-stampare self-start"
      >
        {t(aperta ? "vedi" : "storia")}
      </a>
    </li>
  );
}
