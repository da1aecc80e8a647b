import { useTranslations } from "next-intl";
import type { Viewer } from "@/lib/auth/viewer";
import { cambioOf, OFFERTI_MASSIMI } from "@/lib/deleghe/cambio/rules";
import { CambiaCassetto } from "./cambia-cassetto";

type Props = { viewer: Viewer; percorso: string | undefined };

/** The dialog of whoever may open more than one drawer, closed; any `CambiaLink` of the page opens it. */
export function Cambia({ viewer, percorso = "" }: Props) {
  const t = useTranslations("cambia");
  if (cambioOf(viewer) !== "cassetto") return null;
  const testi = {
    titolo: t("titolo"),
    chiudi: t("chiudi"),
    cerca: t("cerca"),
    attesa: t("attesa"),
    recenti: t("recenti"),
    deleganti: t("deleganti"),
    risultati: t("risultati"),
    perMe: t("perMe"),
    perMeTesto: t("perMeTesto"),
    aperto: t("aperto"),
    conteggio: Array.from({ length: OFFERTI_MASSIMI + 1 }, (_, n) => t("conteggio", { n })),
    altri: t("altri", { n: OFFERTI_MASSIMI }),
    nessuno: t("nessuno"),
    errore: t("errore"),
    tutti: t("tutti"),
  };
  return (
    <CambiaCassetto testi={testi} percorso={percorso} profiloDatore={viewer.propria?.profiloId ?? null} />
  );
}
