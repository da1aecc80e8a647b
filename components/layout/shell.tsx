import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cambia } from "@/components/deleghe/cambia/cambia";
import { SessionWarning } from "@/components/utenti/session-warning";
import type { Viewer } from "@/lib/auth/viewer";
import { Footer } from "./footer";
import { Header } from "./header";
import { FootNav, SideNav, TabBar } from "./nav";
import { Ritorno } from "./ritorno";
import { splitVoci, type Voce } from "./voci";

type Props = {
  /** null: a guest, who may log in; undefined: the page does not know, or is the login itself. */
  viewer: Viewer | null | undefined;
  /** Between header and page: for whom one acts. */
  banner?: ReactNode;
  voci?: Voce[];
  corrente?: string;
  /** Shows the menu as a bar at the bottom of a phone too. */
  barra?: boolean;
  /** The page of a drawer this is: where another drawer opens. */
  percorso?: string;
  children: ReactNode;
};

/** The frame of every page. */
export function Shell({
  viewer,
  banner,
  voci = [],
  corrente = "",
  barra = false,
  percorso,
  children,
}: Props) {
  const t = useTranslations("comune");
  const tt = useTranslations("utenti.termine");
  // The number of seconds is filled in by the dialog, every second.
  const termine = { titolo: tt("titolo"), testo: tt.raw("testo"), resta: tt("resta"), esci: tt("esci") };
  const menu = voci.length > 0;
  const { inBarra, inFondo } = splitVoci(voci, barra);
  return (
    <>
      <a
        href="#contenuto"
        className="bottone sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-2 focus:z-20"
      >
        {t("vaiAlContenuto")}
      </a>
      <Header viewer={viewer} percorso={percorso} menu={inFondo.length > 0} />
      {banner}
      <div className={`contenitore ${menu ? "flex gap-14" : ""} pt-6 pb-16 tablet:pt-9 print:pb-0`}>
        {menu && <SideNav voci={voci} corrente={corrente} nome={t("menuCassetto")} />}
        <main id="contenuto" tabIndex={-1} className="min-w-0 flex-1">
          {children}
        </main>
      </div>
      {inFondo.length > 0 && <FootNav voci={inFondo} corrente={corrente} nome={t("menu")} />}
      <Footer />
      {menu && barra && (
        <>
          <div className="h-18 bg-blue-20 desktop:hidden print:hidden" />
          <TabBar voci={inBarra} corrente={corrente} nome={t("menu")} />
        </>
      )}
      {viewer && <Cambia viewer={viewer} percorso={percorso} />}
      {viewer && <SessionWarning testi={termine} />}
      {viewer && <Ritorno />}
    </>
  );
}
