import { useTranslations } from "next-intl";

export type Passo = { nome: string; href?: string };

/** Where one is; the last step is this page and no link. */
export function Breadcrumb({ passi }: { passi: Passo[] }) {
  const t = useTranslations("comune");
  return (
    <nav aria-label={t("percorso")} className="mb-2 text-[0.9375rem] print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {passi.map(({ nome, href }, index) => (
          <li key={nome} className="flex min-h-8 min-w-0 items-center gap-2 text-slate-36">
            {index > 0 && <span aria-hidden>/</span>}
            {href ? (
              <a href={href} className="py-1 text-slate-28">
                {nome}
              </a>
            ) : (
              <span aria-current="page" className="min-w-0 break-words">
                {nome}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
