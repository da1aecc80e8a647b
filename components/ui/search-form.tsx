import { Search } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  /** The page that shows what was found; the form leads there by /ricerca, which seals what is searched for. */
  azione: string;
  cerca: string;
  testi: { cerca: string; filtra: string; azzera: string };
  /** Whether there is something to take away. */
  filtrato: boolean;
  /** What else stands in the address and is not for the person to change here. */
  fissi?: Record<string, string>;
  children?: ReactNode;
};

/** A search field with its button, further filters beside it, and a way back to everything. */
export function SearchForm({ azione, cerca, testi, filtrato, fissi, children }: Props) {
  return (
    <search className="print:hidden">
      <form
        method="post"
        action="/ricerca"
        className="mt-7 flex flex-col gap-4 tablet:flex-row tablet:flex-wrap tablet:items-end"
      >
        <input type="hidden" name="verso" value={azione} />
        {Object.entries(fissi ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 flex-1 tablet:min-w-60">
          <label htmlFor="cerca" className="block text-base font-semibold">
            {testi.cerca}
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
        {children}
        <button type="submit" className="bottone">
          <Search aria-hidden size={20} />
          {testi.filtra}
        </button>
      </form>
      {filtrato && (
        <a href={azione} className="collegamento mt-2">
          {testi.azzera}
        </a>
      )}
    </search>
  );
}
