import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { SearchForm } from "@/components/ui/search-form";
import { encodeCursore } from "@/lib/deleghe/input";
import type { listDeleganti } from "@/lib/deleghe/queries";

type Props = {
  deleganti: Awaited<ReturnType<typeof listDeleganti>>;
  cerca: string;
  dopo?: readonly string[];
};

export function ElencoDeleganti({ deleganti, cerca, dopo }: Props) {
  const t = useTranslations("deleganti");
  const tc = useTranslations("comune");
  const testi = { cerca: t("cerca"), filtra: t("filtra"), azzera: t("azzera") };
  const next = dopo && `/deleganti?${new URLSearchParams({ cerca, dopo: encodeCursore(dopo) })}`;
  return (
    <>
      <SearchForm azione="/deleganti" cerca={cerca} testi={testi} filtrato={cerca !== ""} />
      {deleganti.length === 0 ? (
        <Empty titolo={t("nessunoTrovato")} />
      ) : (
        <ul className="mt-6 border-t border-slate-85">
          {deleganti.map(({ id, nome, cognome, codiceFiscale, comune }) => (
            <li key={id} className="border-b border-slate-85">
              <a
                href={`/cassetto/${id}`}
                className="grid min-h-14 items-center gap-x-6 px-2 py-2.5 no-underline hover:bg-blue-97 tablet:grid-cols-[1fr_14rem_10rem]"
              >
                <span className="font-semibold underline underline-offset-4">
                  {cognome} {nome}
                </span>
                <span className="text-base tabular-nums text-slate-36">{codiceFiscale}</span>
                <span className="text-base text-slate-36">{comune}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <a href={next} className="bottone bottone-secondario mt-6 non-stampare">
          {tc("successivi")}
        </a>
      )}
    </>
  );
}
