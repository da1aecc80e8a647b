import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { fineDi } from "@/lib/appuntamenti/rules";
import { formatIstante } from "@/lib/dates";

type Props = {
  posizioneId: string;
  tenuto: { id: string; inizioAt: Date; scadeAt: Date; offerta: boolean };
  adesso: Date;
  /** Where one goes on with it. */
  continua: string;
  libera: (formData: FormData) => Promise<void>;
};

/** A time that whoever looks holds already: go on with it, let it go, or choose another below. */
export function Tenuto({ posizioneId, tenuto, adesso, continua, libera }: Props) {
  const t = useTranslations("appuntamenti.prenota.quando");
  return (
    <section className="scheda-evidenza mt-6" aria-labelledby="tenuto">
      <h2 id="tenuto" className="flex items-start gap-3">
        <Clock aria-hidden size={26} className="mt-1 shrink-0" />
        {t("tenuto", fineDi(tenuto.scadeAt, adesso))}
      </h2>
      <p className="mt-1 text-xl font-semibold first-letter:uppercase">
        {formatIstante(tenuto.inizioAt, "esteso")}
      </p>
      <p className={tenuto.offerta ? "max-w-text" : "minore"}>
        {t(tenuto.offerta ? "offertoTesto" : "tenutoTesto")}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={continua}>{t("continua")}</ButtonLink>
        <form action={libera}>
          <input type="hidden" name="posizione" value={posizioneId} />
          <input type="hidden" name="prenotazione" value={tenuto.id} />
          <button type="submit" className="bottone bottone-secondario">
            {t("lascia")}
          </button>
        </form>
      </div>
    </section>
  );
}
