import { useTranslations } from "next-intl";
import type { Voce } from "./voci";

type Props = { voci: Voce[]; corrente: string; nome: string };

/** The menu at the left, on wide screens. */
export function SideNav({ voci, corrente, nome }: Props) {
  const t = useTranslations();
  return (
    <nav aria-label={nome} className="hidden w-59 shrink-0 desktop:block print:hidden">
      <ul>
        {voci.map(({ chiave, href, icon: Icon, nome: testo, nuovi, nuoviTesto }) => (
          <li key={chiave}>
            <a
              href={href}
              aria-current={chiave === corrente ? "page" : undefined}
              className="flex min-h-12 items-center gap-3 border-s-4 border-transparent px-3.5 py-2 leading-snug text-slate-20 no-underline hover:bg-blue-97 aria-[current]:border-blue-40 aria-[current]:bg-blue-97 aria-[current]:font-bold aria-[current]:text-blue-30"
            >
              <Icon aria-hidden size={21} className="shrink-0" />
              {t(testo)}
              <Nuovi n={nuovi} testo={nuoviTesto} className="ms-auto" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type NuoviProps = { n?: number; testo?: Voce["nuoviTesto"]; className: string };

/** How much is new behind an entry: a number to see, a sentence to hear. */
function Nuovi({ n = 0, testo, className }: NuoviProps) {
  const t = useTranslations();
  if (n === 0) return null;
  return (
    <span
      className={`grid h-6 min-w-6 place-content-center rounded-full bg-red-44 px-1.5 text-sm font-bold leading-none text-white ${className}`}
    >
      <span aria-hidden>{n > 99 ? "99+" : n}</span>
      <span className="sr-only">{`, ${t(testo ?? "nav.daLeggere", { n })}`}</span>
    </span>
  );
}

/** The same at the bottom of a phone. */
export function TabBar({ voci, corrente, nome }: Props) {
  const t = useTranslations();
  return (
    <nav
      aria-label={nome}
      className="fixed inset-x-0 bottom-0 z-10 border-t border-slate-85 bg-white pb-[env(safe-area-inset-bottom)] shadow-[0_-2px_12px_rgba(23,50,77,0.1)] desktop:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-150">
        {voci.map(({ chiave, breve, ...voce }) => (
          <Tab key={chiave} {...voce} corrente={chiave === corrente}>
            {t(breve)}
          </Tab>
        ))}
      </ul>
    </nav>
  );
}

type TabProps = Pick<Voce, "href" | "icon" | "nuovi" | "nuoviTesto"> & {
  corrente: boolean;
  children: string;
};

/** As wide as its word; where letters are large the word goes on in a second line. */
function Tab({ href, icon: Icon, corrente, nuovi, nuoviTesto, children }: TabProps) {
  return (
    <li className="min-w-0 flex-auto">
      <a
        href={href}
        aria-current={corrente ? "page" : undefined}
        className="relative flex min-h-16 flex-col items-center justify-center gap-1 border-t-4 border-transparent text-[0.8125rem] font-semibold leading-none max-[359px]:text-xs text-slate-28 no-underline aria-[current]:border-blue-40 aria-[current]:text-blue-30"
      >
        <Icon aria-hidden size={23} />
        <span className="max-w-full text-center leading-tight [overflow-wrap:anywhere]">{children}</span>
        <Nuovi n={nuovi} testo={nuoviTesto} className="absolute start-1/2 top-1 ms-1" />
      </a>
    </li>
  );
}

/** What a phone's bar has no place for, at the foot of the page. */
export function FootNav({ voci, corrente, nome }: Props) {
  const t = useTranslations();
  return (
    <nav
      id="altro"
      tabIndex={-1}
      aria-label={`${nome}: ${t("nav.altro")}`}
      className="border-t border-slate-85 bg-blue-97 py-5 desktop:hidden print:hidden"
    >
      <ul className="contenitore grid gap-x-8 tablet:grid-cols-2">
        {voci.map(({ chiave, href, icon: Icon, nome: testo }) => (
          <li key={chiave}>
            <a
              href={href}
              aria-current={chiave === corrente ? "page" : undefined}
              className="flex min-h-12 items-center gap-3 py-2 font-semibold leading-snug no-underline aria-[current]:text-slate-20"
            >
              <Icon aria-hidden size={21} className="shrink-0" />
              {t(testo)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
