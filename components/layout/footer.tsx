import { useTranslations } from "next-intl";
import { env } from "@/lib/env";

export function Footer() {
  const t = useTranslations("piede");
  const tc = useTranslations("comune");
  const links = [
    ["/informazioni", t("informazioni")],
    ["/informazioni#assistenza", t("contatti")],
    ["/accessibilita", t("accessibilita")],
    ["/privacy", t("privacy")],
  ] as const;
  return (
    <footer className="mt-auto bg-blue-20 text-white print:hidden">
      <div className="contenitore flex flex-col gap-6 py-9 tablet:flex-row tablet:items-start tablet:justify-between">
        <div>
          <p className="text-xl font-bold">{tc("servizio")}</p>
          <p className="text-base">{tc("istituto")}</p>
          {env.CASSETTO_DEMO && <p className="mt-3 text-base">{tc("demo")}</p>}
        </div>
        <nav aria-label={t("titolo")}>
          <ul className="grid gap-x-8 tablet:grid-cols-2">
            {links.map(([href, nome]) => (
              <li key={href}>
                <a href={href} className="collegamento text-base text-white hover:text-white">
                  {nome}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
