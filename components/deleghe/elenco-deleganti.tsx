import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
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
  const next = dopo && `/deleganti?${new URLSearchParams({ cerca, dopo: encodeCursore(dopo) })}`;
  return (
    <>
      <search className="print:hidden">
        <form action="/deleganti" className="mt-7 flex flex-col gap-4 tablet:flex-row tablet:items-end">
          <div className="flex-1">
            <label htmlFor="cerca" className="block text-base font-semibold">
              {t("cerca")}
            </label>
            <input
              id="cerca"
              name="cerca"
              type="search"
              defaultValue={cerca}
              maxLength={100}
              className="campo mt-1"
            />
          </div>
          <button type="submit" className="bottone">
            <Search aria-hidden size={20} />
            {t("filtra")}
          </button>
        </form>
        {cerca && (
          <a href="/deleganti" className="collegamento mt-2">
            {t("azzera")}
          </a>
        )}
      </search>
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
