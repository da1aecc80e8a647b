import { CircleAlert, House } from "lucide-react";
import type { ReactNode } from "react";
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
  proprio: string | null;
};

const VOCE =
  "flex min-h-13 w-full flex-wrap items-center justify-between gap-x-4 rounded px-3 py-2 text-start leading-snug no-underline focus:bg-blue-97";

/** What the dialog offers: one's own drawer, then those of others. */
export function Offerti({ testi: t, cercato, attesa, errore, risposta, percorso, proprio }: Props) {
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
      {cercato && !attesa && !errore && deleganti.length === 0 && <p className="px-3 pb-2">{t.nessuno}</p>}
      {proprio && (
        <Voce href={proprio} segno="proprio" aperto={isOpen(proprio, percorso) && t.aperto}>
          <span className="flex items-center gap-3">
            <House aria-hidden size={20} className="text-blue-30" />
            <Nome nome={t.perMe} secondo={t.perMeTesto} />
          </span>
        </Voce>
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
                    <Voce
                      href={drawer.href}
                      segno="trovato"
                      aperto={isOpen(drawer.href, percorso) && t.aperto}
                    >
                      <Nome nome={drawer.nome} secondo={secondoDi(drawer)} />
                    </Voce>
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
      {attesa && !risposta && <p className="px-3 pt-2 text-slate-36">{t.attesa}</p>}
    </div>
  );
}

type VoceProps = { href: string; segno: string; aperto: string | false; children: ReactNode };

/** One drawer; no link to the one that is open. */
function Voce({ href, segno, aperto, children }: VoceProps) {
  if (aperto) {
    return (
      <div aria-current="true" className={VOCE}>
        {children}
        <span className="etichetta tono-blu">{aperto}</span>
      </div>
    );
  }
  return (
    <a href={href} data-voce={segno} className={`group ${VOCE} hover:bg-blue-97`}>
      {children}
    </a>
  );
}

function Nome({ nome, secondo }: { nome: string; secondo: string }) {
  return (
    <span className="min-w-0">
      <span className="block font-semibold group-data-voce:text-blue-30 group-data-voce:underline group-data-voce:underline-offset-4">
        {nome}
      </span>
      <span className="block text-base text-slate-36">{secondo}</span>
    </span>
  );
}

const secondoDi = ({ codiceFiscale, comune }: Trovato) => [codiceFiscale, comune].filter(Boolean).join(" · ");

const isOpen = (href: string, percorso: string) => href.split("/")[2] === percorso.split("/")[2];
