import type { ReactNode } from "react";

/** Names and values; a missing value says so. */
export function Dati({ righe, mancante }: { righe: (readonly [string, ReactNode])[]; mancante: string }) {
  return (
    <dl className="dati">
      {righe.map(([nome, valore]) => (
        <div key={nome}>
          <dt>{nome}</dt>
          <dd>{valore || <span className="font-normal text-slate-44">{mancante}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
