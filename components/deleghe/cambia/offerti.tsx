import { CircleAlert, House } from "lucide-react";
import type { Risposta, Trovato } from "./use-ricerca";

export type TestiOfferti = {
  recenti: string;
  deleganti: string;
  risultati: string;
  attesa: string;
  perMe: string;
  perMeTesto: string;
  aperto: string;
  /** By how many were found. */
  conteggio: string[];
  altri: string;
  nessuno: string;
  errore: string;
};

type Props = {
  testi: TestiOfferti;
  cercato: boolean;
  attesa: boolean;
  errore: boolean;
  risposta: Risposta | null;
  percorso: string;
  profiloDatore: string | null;
};

const VOCE =
  "flex min-h-13 w-full flex-wrap items-center justify-between gap-x-4 rounded px-3 py-2 text-start leading-snug no-underline focus:bg-blue-97";

/** What the dialog offers: one's own drawer, then those of others. */
export function Offerti({ testi: t, cercato, attesa, errore, risposta, percorso, profiloDatore }: Props) {
  const { deleganti = [], recenti = 0, altri = false } = risposta ?? {};
  const gruppi: [string, Trovato[]][] = cercato
    ? [[t.risultati, deleganti]]
    : [
        [t.recenti, deleganti.slice(0, recenti)],
        [t.deleganti, deleganti.slice(recenti)],
      ];
  const found = altri ? t.altri : t.conteggio[deleganti.length];
  return (
    <div aria-busy={attesa} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-3">
      {/* Emptied while one waits: the same number found again is said again. */}
      <p role="status" aria-live="polite" className="px-3 text-base text-slate-36 not-empty:pb-2">
        {cercato && !attesa && !errore ? found : ""}
      </p>
      {profiloDatore && (
        <form method="post" action="/profilo/scelta">
          <input type="hidden" name="profilo" value={profiloDatore} />
          <input type="hidden" name="da" value={percorso} />
          <button type="submit" data-voce="" className={`${VOCE} cursor-pointer hover:bg-blue-97`}>
            <span className="flex items-center gap-3 font-semibold text-blue-30">
              <House aria-hidden size={20} />
              {t.perMe}
            </span>
            <span className="text-base text-slate-36">{t.perMeTesto}</span>
          </button>
        </form>
      )}
      {errore && (
        <p role="alert" className="mx-3 mt-2 flex gap-3 rounded bg-red-96 p-4 text-red-37">
          <CircleAlert aria-hidden size={22} className="mt-0.5 shrink-0" />
          {t.errore}
        </p>
      )}
      {!errore &&
        gruppi.map(([titolo, drawers]) =>
          drawers.length === 0 ? null : (
            <section key={titolo} aria-label={titolo} className={attesa ? "opacity-60" : undefined}>
              {!cercato && <h3 className="px-3 pt-3 pb-1 text-base text-slate-36">{titolo}</h3>}
              <ul>
                {drawers.map((drawer) => (
                  <li key={drawer.id}>
                    <Voce drawer={drawer} aperto={isOpen(drawer, percorso) ? t.aperto : null} />
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
      {attesa && !risposta && <p className="px-3 pt-2 text-slate-36">{t.attesa}</p>}
      {cercato && !attesa && !errore && deleganti.length === 0 && <p className="px-3 pt-2">{t.nessuno}</p>}
    </div>
  );
}

function Voce({ drawer, aperto }: { drawer: Trovato; aperto: string | null }) {
  const { nome, codiceFiscale, comune, href } = drawer;
  const inside = (
    <>
      <span className="min-w-0">
        <span className={`block font-semibold ${aperto ? "" : "text-blue-30 underline underline-offset-4"}`}>
          {nome}
        </span>
        <span className="block text-base text-slate-36">
          {[codiceFiscale, comune].filter(Boolean).join(" · ")}
        </span>
      </span>
      {aperto && <span className="etichetta tono-blu">{aperto}</span>}
    </>
  );
  if (aperto) {
    return (
      <div aria-current="true" className={VOCE}>
        {inside}
      </div>
    );
  }
  return (
    <a href={href} data-voce="trovato" className={`${VOCE} hover:bg-blue-97`}>
      {inside}
    </a>
  );
}

const isOpen = ({ id }: Trovato, percorso: string) => percorso.split("/")[2] === id;
