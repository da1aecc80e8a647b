import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** Leads from a delega just accepted to its drawer, which opens as the profilo that has it. */
export function ApriCassetto({ posizioneId, nome }: { posizioneId: string; nome: string }) {
  const t = useTranslations("deleghe.persona");
  return (
    <ButtonLink href={`/cassetto/${posizioneId}`} className="mt-4">
      {t("apri", { chi: nome })}
    </ButtonLink>
  );
}

/** From a nomina just accepted to the studio's list: as its profilo, which is chosen on the way if it is not in use. */
export function ApriDeleganti({ studio, profilo }: { studio: string; profilo: string | null }) {
  const t = useTranslations("deleghe.persona");
  if (!profilo) {
    return (
      <ButtonLink href="/deleganti" className="mt-4">
        {t("lavora", { studio })}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action="/profilo/scelta" className="mt-4">
      <input type="hidden" name="profilo" value={profilo} />
      <button type="submit" className="bottone">
        {t("lavora", { studio })}
      </button>
    </form>
  );
}
