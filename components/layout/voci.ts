import { Archive, Euro, Eye, House, IdCard, Info, type LucideIcon, UserRound, Users } from "lucide-react";
import { areaOf, mayEnter } from "@/lib/auth/route-access";
import type { Viewer } from "@/lib/auth/viewer";
import type { Messaggio } from "@/lib/messaggi";

export type Voce = { chiave: string; href: string; icon: LucideIcon; nome: Messaggio; breve: Messaggio };

/** The parts of a drawer this viewer may open, in the order of the menus. */
export function vociCassetto(viewer: Viewer, posizioneId: string): Voce[] {
  const base = `/cassetto/${posizioneId}`;
  return allowed(viewer, [
    { chiave: "panoramica", href: base, icon: House, nome: "nav.panoramica", breve: "nav.panoramica" },
    {
      chiave: "rapporti",
      href: `${base}/rapporti`,
      icon: Users,
      nome: "nav.rapporti",
      breve: "nav.rapportiBreve",
    },
    {
      chiave: "pagamenti",
      href: `${base}/pagamenti`,
      icon: Euro,
      nome: "nav.pagamenti",
      breve: "nav.pagamenti",
    },
    {
      chiave: "anagrafica",
      href: `${base}/anagrafica`,
      icon: IdCard,
      nome: "nav.anagrafica",
      breve: "nav.anagrafica",
    },
    { chiave: "accessi", href: `${base}/accessi`, icon: Eye, nome: "nav.accessi", breve: "nav.accessiBreve" },
  ]);
}

/** The parts of the site outside any drawer that this viewer may open. */
export function vociServizio(viewer: Viewer): Voce[] {
  return allowed(viewer, [
    {
      chiave: "deleganti",
      href: "/deleganti",
      icon: Users,
      nome: "nav.deleganti",
      breve: "nav.delegantiBreve",
    },
    ...(viewer.profilo?.tipo === "datore"
      ? [
          {
            chiave: "cassetto",
            href: "/cassetto",
            icon: House,
            nome: "nav.cassetto",
            breve: "nav.cassetto",
          } as const,
        ]
      : []),
    {
      chiave: "archivi",
      href: "/amministrazione/archivi",
      icon: Archive,
      nome: "nav.archivi",
      breve: "nav.archivi",
    },
    { chiave: "profilo", href: "/profilo", icon: UserRound, nome: "nav.profilo", breve: "nav.profilo" },
    {
      chiave: "informazioni",
      href: "/informazioni",
      icon: Info,
      nome: "nav.informazioni",
      breve: "nav.informazioni",
    },
  ]);
}

function allowed(viewer: Viewer, voci: Voce[]): Voce[] {
  return voci.filter(({ href }) => {
    const area = areaOf(href);
    return area !== null && mayEnter(area, viewer.profilo?.tipo ?? null);
  });
}
