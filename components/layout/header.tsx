import { ArrowLeftRight, LogIn, LogOut, Menu, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { CambiaLink } from "@/components/deleghe/cambia/cambia-link";
import type { Viewer } from "@/lib/auth/viewer";
import { mayCambiare } from "@/lib/deleghe/cambio/rules";

type Props = {
  viewer: Viewer | null | undefined;
  percorso?: string;
  /** Whether the foot of the page lists what a phone's bar does not. */
  menu: boolean;
};

const TASTO =
  "flex min-h-12 min-w-12 shrink-0 items-center justify-center gap-2.5 rounded border border-blue-67 bg-white/10 px-3 font-semibold text-white no-underline hover:bg-white/20 hover:text-white max-tablet:flex-col max-tablet:gap-0.5 max-tablet:px-1.5 tablet:px-3.5";
/** A sign alone is a riddle: under it a phone says what it is. */
const BREVE = "text-xs leading-none font-normal tablet:hidden";

/** The slim header of the institute and the blue one of the service; that of a sede is dark, and bears its name. */
export function Header({ viewer, percorso, menu }: Props) {
  const t = useTranslations("comune");
  const tu = useTranslations("utenti.profilo");
  const tn = useTranslations("nav");
  const nome = viewer ? `${viewer.nome} ${viewer.cognome}`.trim() : null;
  const sede = viewer?.profilo?.sede?.denominazione;
  return (
    <header className="print:hidden">
      <div className={`text-white ${sede ? "bg-[#0b1f33]" : "bg-blue-20"}`}>
        <div className="contenitore flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-[0.9375rem]">
          <span className={menu ? "max-tablet:sr-only" : "max-[359px]:sr-only"}>
            {sede ? t("intranet", { istituto: t("istituto") }) : t("istituto")}
          </span>
          <nav
            aria-label={t("assistenza")}
            className="flex grow flex-wrap items-center justify-between gap-x-5 tablet:grow-0"
          >
            {menu && (
              <a
                href="#altro"
                className="collegamento text-white no-underline hover:text-white hover:underline desktop:hidden"
              >
                <Menu aria-hidden size={17} />
                {t("menuBreve")}
              </a>
            )}
            <a
              href="/informazioni#assistenza"
              className="collegamento text-white no-underline hover:text-white hover:underline"
            >
              {t("assistenza")}
            </a>
            {viewer && (
              <form method="post" action="/esci">
                <button type="submit" className="collegamento cursor-pointer hover:underline">
                  <LogOut aria-hidden size={17} />
                  {t("esci")}
                </button>
              </form>
            )}
          </nav>
        </div>
      </div>
      <div className={`text-white ${sede ? "bg-slate-20" : "bg-blue-40"}`}>
        <div className="contenitore flex min-h-18 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 tablet:min-h-22">
          {/* With letters twice as large the buttons find no room beside it. */}
          <div className="min-w-0 flex-1 basis-36">
            <a href="/" className="inline-block max-w-full text-white no-underline hover:text-white">
              <span className="block text-[1.125rem] font-bold leading-tight min-[380px]:text-xl desktop:text-[1.625rem]">
                {sede ?? t("servizio")}
              </span>
              <span className="hidden text-[0.9375rem] desktop:block">
                {t(sede ? "lavoroDomestico" : "motto")}
              </span>
            </a>
          </div>
          {viewer !== undefined && (
            <div className="flex shrink-0 gap-2 tablet:gap-3">
              {viewer && <Cambio viewer={viewer} percorso={percorso} />}
              <a href={viewer ? "/profilo" : "/accesso"} className={TASTO}>
                {viewer ? <UserRound aria-hidden size={20} /> : <LogIn aria-hidden size={20} />}
                {nome ? (
                  <>
                    <span className="hidden max-w-60 truncate tablet:inline">{nome}</span>
                    <span aria-hidden className={BREVE}>
                      {tn("profiloBreve")}
                    </span>
                    <span className="solo-lettori">{tu("titolo")}</span>
                  </>
                ) : (
                  t("accedi")
                )}
              </a>
            </div>
          )}
        </div>
      </div>
    </header>
  );
}

/** For whoever may open more than one drawer. */
function Cambio({ viewer, percorso }: { viewer: Viewer; percorso: string | undefined }) {
  const t = useTranslations("cambia");
  if (!mayCambiare(viewer)) return null;
  return (
    <CambiaLink viewer={viewer} percorso={percorso} className={TASTO}>
      <ArrowLeftRight aria-hidden size={20} />
      <span aria-hidden className={BREVE}>
        {t("apriBreve")}
      </span>
      <span className="max-tablet:sr-only">{t("apri")}</span>
      <kbd
        aria-hidden
        className="hidden rounded border border-blue-67 px-1.5 font-sans text-sm font-normal desktop:inline noscript:hidden"
      >
        {t("tasto")}
      </kbd>
    </CambiaLink>
  );
}
