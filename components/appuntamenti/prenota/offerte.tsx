import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import type { Offerta } from "@/lib/appuntamenti/motivi/queries";
import { indirizzoPrenota, queryDi } from "@/lib/appuntamenti/motivi/rules";
import { fineDi } from "@/lib/appuntamenti/rules";
import { formatIstante } from "@/lib/dates";
import { useRiguarda, type Voce } from "./nomi";

type Props = {
  offerte: Offerta[];
  /** `/cassetto/P`. */
  base: string;
  /** Whether whoever looks may write to the sede from here. */
  scrive: boolean;
  voce: Voce;
  adesso: Date;
};

/** What an appuntamento can be asked for, each a large link; nothing: why, and what to do instead. */
export function Offerte({ offerte, base, scrive, voce, adesso }: Props) {
  const t = useTranslations("appuntamenti");
  const scrivi = scrive && (
    <ButtonLink href={`${base}/comunicazioni/nuova`} secondario className="mt-3">
      {t("prenota.perche.scrivi")}
    </ButtonLink>
  );
  if (offerte.length === 0) {
    return (
      <>
        <Empty titolo={t("prenota.perche.nessuno")}>{t(`${voce}.perche.nessunoTesto`)}</Empty>
        {scrivi}
      </>
    );
  }
  return (
    <>
      <ul className="mt-6 grid gap-3">
        {offerte.map((offerta) => (
          <Riga
            key={queryDi(offerta.perche).toString()}
            offerta={offerta}
            base={base}
            voce={voce}
            adesso={adesso}
          />
        ))}
      </ul>
      <section className="sezione max-w-text">
        <h2>{t("prenota.perche.altro")}</h2>
        <p className="mt-1">{t(`${voce}.perche.altroTesto`)}</p>
        {scrivi}
      </section>
    </>
  );
}

type RigaProps = Pick<Props, "base" | "voce" | "adesso"> & { offerta: Offerta };

function Riga({ offerta, base, voce, adesso }: RigaProps) {
  const t = useTranslations("appuntamenti");
  const riguarda = useRiguarda();
  const { perche, motivo, quesito, lavoratore, vivo } = offerta;
  const testo = riguarda({ ...perche, quesito, lavoratore });
  if (vivo) {
    const tenuto = vivo.stato === "in_prenotazione" && vivo.scadeAt !== null;
    return (
      <li className="scheda">
        <h2 className="text-xl">{motivo.nome}</h2>
        <p className="minore">{testo}</p>
        <p className="mt-2 font-semibold">
          {tenuto
            ? t("prenota.perche.tenuto", fineDi(vivo.scadeAt as Date, adesso))
            : t(`${voce}.perche.preso`, { quando: formatIstante(vivo.inizioAt, "esteso") })}
        </p>
        <a
          href={tenuto ? `${base}/appuntamenti/nuovo/${vivo.id}` : `${base}/appuntamenti/${vivo.numero}`}
          aria-label={`${t(tenuto ? "prenota.perche.continua" : "prenota.perche.vedi")}: ${motivo.nome}, ${testo}`}
          className="collegamento"
        >
          {t(tenuto ? "prenota.perche.continua" : "prenota.perche.vedi")}
        </a>
      </li>
    );
  }
  return (
    <li>
      <a
        href={indirizzoPrenota(base, perche)}
        className="scheda flex min-h-18 items-center gap-4 no-underline hover:border-blue-40 hover:bg-blue-97"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-xl font-semibold underline underline-offset-4">{motivo.nome}</span>
          <span className="minore block">{testo}</span>
        </span>
        <ChevronRight aria-hidden size={24} className="shrink-0" />
      </a>
    </li>
  );
}
