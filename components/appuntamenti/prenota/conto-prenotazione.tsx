"use client";
import { useEffect, useState } from "react";

type Props = {
  /** Left when the page was made. */
  secondi: number;
  /** What `lascia` is told of the hold. */
  campi: { posizione: string; prenotazione: string; scade: string };
  lascia: (previous: object, campi: FormData) => Promise<unknown>;
  indirizzo: string;
  /** With {tempo} and {n}. */
  testi: { restano: string; minuti: string; minuto: string; finito: string; scegli: string };
};

/** When a screen reader is told how many minutes are left: not every second. */
const ANNUNCI = [5, 2, 1];

/** When holds end, by the clock of this document: a page that the router shows again begins no new count. */
const fini = new Map<string, number>();

/** Counts down while a time is held, and lets go of it on Back; without JavaScript the hour stands above it. */
export function ContoPrenotazione({ secondi, campi, lascia, indirizzo, testi }: Props) {
  const { posizione, prenotazione, scade } = campi;
  const [restano, setRestano] = useState<number | null>(null);
  useEffect(() => {
    const end = Math.min(fini.get(scade) ?? Infinity, performance.now() + secondi * 1_000);
    fini.set(scade, end);
    const tick = () => setRestano(Math.max(0, Math.ceil((end - performance.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 250);
    // A phone that slept looks at the clock again at once.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [secondi, scade]);
  useEffect(() => {
    const back = () => {
      // The pages of a hold have its id in their address.
      if (location.pathname.includes(prenotazione)) return;
      fini.set(scade, 0);
      const form = new FormData();
      for (const [name, value] of Object.entries({ posizione, prenotazione, scade })) form.set(name, value);
      // What is not let go of ends by itself.
      lascia({}, form).catch(() => undefined);
    };
    addEventListener("popstate", back);
    // Not at once: the router hears of Back first and takes this page away before it is told here.
    return () => void setTimeout(() => removeEventListener("popstate", back));
  }, [lascia, posizione, prenotazione, scade]);

  const minuti = restano === null ? undefined : ANNUNCI.findLast((n) => restano <= n * 60);
  const annuncio = minuti === 1 ? testi.minuto : minuti && testi.minuti.replace("{n}", String(minuti));
  return (
    <>
      {restano !== null && restano > 0 && (
        <p aria-hidden className="text-lg tabular-nums">
          {testi.restano.replace("{tempo}", clock(restano))}
        </p>
      )}
      <p role="status" className={restano === 0 ? "mt-1 font-semibold text-red-37" : "solo-lettori"}>
        {restano === 0 ? testi.finito : annuncio}
      </p>
      {restano === 0 && (
        <a href={indirizzo} className="collegamento font-semibold">
          {testi.scegli}
        </a>
      )}
    </>
  );
}

/** `9:05`, `3:59:12`. */
function clock(secondi: number): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  const ore = Math.floor(secondi / 3_600);
  const minuti = Math.floor((secondi % 3_600) / 60);
  const resto = pad(secondi % 60);
  return ore > 0 ? `${ore}:${pad(minuti)}:${resto}` : `${minuti}:${resto}`;
}
