import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CambiaLink } from "@/components/deleghe/cambia/cambia-link";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";
import { mayCambiare, proprioCassetto } from "@/lib/deleghe/cambio/rules";
import { Shell } from "./shell";
import { vociCassetto } from "./voci";

type Props = { viewer: Viewer; cassetto: Cassetto; corrente: string; children: ReactNode };

/** The frame of a page of a drawer; says at all times for whom one acts, when it is not for oneself. */
export function CassettoShell({ viewer, cassetto, corrente, children }: Props) {
  const voci = vociCassetto(viewer, cassetto);
  const percorso =
    voci.find(({ chiave }) => chiave === corrente)?.href ?? `/cassetto/${cassetto.posizioneId}`;
  return (
    <Shell
      viewer={viewer}
      banner={
        cassetto.proprio ? undefined : <Banner viewer={viewer} cassetto={cassetto} percorso={percorso} />
      }
      voci={voci}
      corrente={corrente}
      percorso={percorso}
      barra
    >
      {children}
    </Shell>
  );
}

type BannerProps = { viewer: Viewer; cassetto: Cassetto; percorso: string };

function Banner({ viewer, cassetto, percorso }: BannerProps) {
  const t = useTranslations("banner");
  const studio = viewer.profilo?.intermediario;
  const nome = `${cassetto.nome} ${cassetto.cognome}`;
  const proprio = proprioCassetto(viewer.propria, percorso);
  return (
    <aside className="border-b border-orange-77 bg-[#fff3e0] text-orange-20">
      <div className="contenitore flex min-h-12 flex-wrap items-center justify-between gap-x-6 py-1.5 desktop:flex-nowrap">
        <p className="flex min-w-0 items-start gap-3 py-1.5">
          <Users aria-hidden size={20} className="mt-1 shrink-0" />
          <span className="min-w-0">
            {cassetto.ufficio
              ? t.rich("ufficio", { nome, b: (chunks) => <strong>{chunks}</strong> })
              : t.rich(cassetto.operazioni ? "agisci" : "guardi", {
                  nome,
                  come: studio
                    ? t(studio.titolare ? "comeIntermediario" : "comeSubAbilitato", {
                        intermediario: studio.denominazione,
                      })
                    : t(`come.${cassetto.titolo ?? "volontaria"}`),
                  b: (chunks) => <strong>{chunks}</strong>,
                })}
            {!cassetto.operazioni && !cassetto.ufficio && ` ${t("soloConsultazione")}`}
          </span>
        </p>
        <div className="flex flex-wrap gap-x-6 max-desktop:ps-8 desktop:shrink-0 print:hidden">
          {cassetto.ufficio && (
            <a href="/sede/posizioni" className="collegamento font-semibold">
              {t("ricerca")}
            </a>
          )}
          {mayCambiare(viewer) && (
            <CambiaLink
              viewer={viewer}
              percorso={percorso}
              className="collegamento font-semibold text-blue-30 underline underline-offset-4 hover:text-blue-20 hover:decoration-2"
            >
              {t("cambia")}
            </CambiaLink>
          )}
          {proprio && (
            <a href={proprio} className="collegamento font-semibold">
              {t("torna")}
            </a>
          )}
        </div>
      </div>
    </aside>
  );
}
