import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";
import { Shell } from "./shell";
import { vociCassetto } from "./voci";

type Props = { viewer: Viewer; cassetto: Cassetto; corrente: string; children: ReactNode };

/** The frame of a page of a drawer; says at all times for whom one acts, when it is not for oneself. */
export function CassettoShell({ viewer, cassetto, corrente, children }: Props) {
  return (
    <Shell
      viewer={viewer}
      banner={cassetto.proprio ? undefined : <Banner viewer={viewer} cassetto={cassetto} />}
      voci={vociCassetto(viewer, cassetto.posizioneId)}
      corrente={corrente}
      barra
    >
      {children}
    </Shell>
  );
}

function Banner({ viewer, cassetto }: { viewer: Viewer; cassetto: Cassetto }) {
  const t = useTranslations("banner");
  const intermediario = viewer.profilo?.intermediario?.denominazione;
  return (
    <aside className="border-b border-orange-77 bg-[#fff3e0] text-orange-20">
      <div className="contenitore flex min-h-12 flex-wrap items-center gap-x-3 py-1.5">
        <Users aria-hidden size={20} className="shrink-0" />
        <p>
          {t.rich("agisci", {
            nome: `${cassetto.nome} ${cassetto.cognome}`,
            come: intermediario ? t("comeIntermediario", { intermediario }) : t("comeDelegato"),
            b: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
        <a href="/deleganti" className="collegamento non-stampare">
          {t("cambia")}
        </a>
      </div>
    </aside>
  );
}
