import { useTranslations } from "next-intl";
import type { Viewer } from "@/lib/auth/viewer";
import { mayCambiare, OFFERTI_MASSIMI, proprioCassetto } from "@/lib/deleghe/cambio/rules";
import { CambiaCassetto } from "./cambia-cassetto";
import { ElencoLink } from "./elenco-link";

type Props = { viewer: Viewer; percorso: string | undefined };

/** The dialog of whoever may open more than one drawer, closed; any `CambiaLink` of the page opens it. */
export function Cambia({ viewer, percorso = "" }: Props) {
  const t = useTranslations("cambia");
  if (!mayCambiare(viewer)) return null;
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
  };
  return (
    <CambiaCassetto
      testi={testi}
      percorso={percorso}
      proprio={proprioCassetto(viewer.propria, percorso)}
      elenco={
        <ElencoLink
          viewer={viewer}
          percorso={percorso}
          segni={{ "data-voce": "" }}
          className="flex min-h-12 w-full items-center rounded px-3 font-semibold text-blue-30 underline underline-offset-4 hover:bg-blue-97"
        >
          {t("tutti")}
        </ElencoLink>
      }
    />
  );
}
