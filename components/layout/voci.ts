import {
  Archive,
  Briefcase,
  CalendarClock,
  CalendarDays,
  CalendarRange,
  ChartColumn,
  Euro,
  Eye,
  FileSearch,
  House,
  IdCard,
  Inbox,
  Info,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  NotebookPen,
  ScrollText,
  Send,
  ShieldCheck,
  UserCog,
  UserRound,
  Users,
} from "lucide-react";
import { areaOf, mayEnter } from "@/lib/auth/route-access";
import type { Cassetto, Viewer } from "@/lib/auth/viewer";
import type { Messaggio } from "@/lib/messaggi";

export type Voce = {
  chiave: string;
  href: string;
  icon: LucideIcon;
  nome: Messaggio;
  breve: Messaggio;
  /** How much is new there. */
  nuovi?: number;
  /** How it is said, if not by answers to be read. */
  nuoviTesto?: "nav.novitaSede";
};

const POSTI_IN_BARRA = 5;

/** The parts of a drawer this viewer may open, in the order of the menus. */
export function vociCassetto(viewer: Viewer, { posizioneId, daLeggere }: Cassetto): Voce[] {
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
      chiave: "comunicazioni",
      href: `${base}/comunicazioni`,
      icon: Mail,
      nome: "nav.comunicazioni",
      breve: "nav.comunicazioniBreve",
      nuovi: daLeggere,
    },
    {
      chiave: "appuntamenti",
      href: `${base}/appuntamenti`,
      icon: CalendarDays,
      nome: "nav.appuntamenti",
      breve: "nav.appuntamenti",
    },
    {
      chiave: "anagrafica",
      href: `${base}/anagrafica`,
      icon: IdCard,
      nome: "nav.anagrafica",
      breve: "nav.anagrafica",
    },
    {
      chiave: "deleghe",
      href: `${base}/deleghe`,
      icon: KeyRound,
      nome: "nav.deleghe",
      breve: "nav.delegheBreve",
    },
    {
      chiave: "delega",
      href: `${base}/delega`,
      icon: KeyRound,
      nome: "nav.delega",
      breve: "nav.delegaBreve",
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
    {
      chiave: "proposte",
      href: "/deleganti/proposte",
      icon: Mail,
      nome: "nav.proposte",
      breve: "nav.proposteBreve",
    },
    ...(viewer.profilo?.intermediario?.titolare
      ? [
          {
            chiave: "studio",
            href: "/deleganti/studio",
            icon: Briefcase,
            nome: "nav.studio",
            breve: "nav.studio",
          } as const,
        ]
      : []),
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
      chiave: "sede",
      href: "/sede/comunicazioni",
      icon: Inbox,
      nome: "nav.sede",
      breve: "nav.sedeBreve",
      nuovi: viewer.novita,
      nuoviTesto: "nav.novitaSede",
    },
    {
      chiave: "appuntamentiSede",
      href: "/sede/appuntamenti",
      icon: CalendarDays,
      nome: "nav.appuntamentiSede",
      breve: "nav.appuntamenti",
    },
    {
      chiave: "agenda",
      href: "/sede/agenda",
      icon: CalendarRange,
      nome: "nav.agenda",
      breve: "nav.agendaBreve",
    },
    {
      chiave: "posizioni",
      href: "/sede/posizioni",
      icon: FileSearch,
      nome: "nav.posizioni",
      breve: "nav.posizioniBreve",
    },
    {
      chiave: "andamento",
      href: "/sede/andamento",
      icon: ChartColumn,
      nome: "nav.andamento",
      breve: "nav.andamentoBreve",
    },
    {
      chiave: "modelli",
      href: "/sede/modelli",
      icon: NotebookPen,
      nome: "nav.modelli",
      breve: "nav.modelliBreve",
    },
    {
      chiave: "archivi",
      href: "/amministrazione/archivi",
      icon: Archive,
      nome: "nav.archivi",
      breve: "nav.archivi",
    },
    {
      chiave: "utenti",
      href: "/amministrazione/utenti",
      icon: UserCog,
      nome: "nav.utenti",
      breve: "nav.utenti",
    },
    {
      chiave: "registro",
      href: "/amministrazione/registro",
      icon: ScrollText,
      nome: "nav.registro",
      breve: "nav.registro",
    },
    {
      chiave: "tutele",
      href: "/amministrazione/tutele",
      icon: ShieldCheck,
      nome: "nav.tutele",
      breve: "nav.tutele",
    },
    {
      chiave: "argomenti",
      href: "/amministrazione/argomenti",
      icon: ListChecks,
      nome: "nav.argomenti",
      breve: "nav.argomentiBreve",
    },
    {
      chiave: "motivi",
      href: "/amministrazione/motivi",
      icon: CalendarClock,
      nome: "nav.motivi",
      breve: "nav.motiviBreve",
    },
    {
      chiave: "posta",
      href: "/amministrazione/posta",
      icon: Send,
      nome: "nav.posta",
      breve: "nav.postaBreve",
    },
    { chiave: "profilo", href: "/profilo", icon: UserRound, nome: "nav.profilo", breve: "nav.profiloBreve" },
    {
      chiave: "informazioni",
      href: "/informazioni",
      icon: Info,
      nome: "nav.informazioni",
      breve: "nav.informazioniBreve",
    },
  ]);
}

/** What a phone's bar shows, and what is listed at the foot of the page, where the header's "menu" leads. */
export function splitVoci(voci: Voce[], barra: boolean): { inBarra: Voce[]; inFondo: Voce[] } {
  const places = barra ? POSTI_IN_BARRA : 0;
  return { inBarra: voci.slice(0, places), inFondo: voci.slice(places) };
}

function allowed(viewer: Viewer, voci: Voce[]): Voce[] {
  return voci.filter(({ href }) => {
    const area = areaOf(href);
    return area !== null && mayEnter(area, viewer.profilo?.tipo ?? null);
  });
}
