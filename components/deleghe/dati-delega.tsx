import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import type { Delega } from "@/db/schema/deleghe";
import { PeriodoDelega } from "./periodo";

type Props = { delega: Delega; ambito: string; origine?: string };

/** To whom, for how long, how far; and where it comes from, for the datore. */
export function DatiDelega({ delega, ambito, origine }: Props) {
  const t = useTranslations("deleghe");
  const tc = useTranslations("comune");
  return (
    <section className="scheda mt-6">
      <Dati
        mancante={tc("nonIndicato")}
        righe={[
          [
            t("dettaglio.tipo"),
            delega.titolo === "volontaria" ? t(`tipi.${delega.tipo}`) : t(`titoli.${delega.titolo}`),
          ],
          [t("dettaglio.periodo"), <PeriodoDelega key="periodo" delega={delega} />],
          [t("dettaglio.ambito"), ambito],
          ...(origine ? [[t("dettaglio.origine"), origine] as const] : []),
        ]}
      />
    </section>
  );
}
