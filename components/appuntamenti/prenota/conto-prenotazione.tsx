"use client";
import { useEffect, useState } from "react";

type Props = {
  /** Left when the page was made. */
  secondi: number;
  indirizzo: string;
  /** With {tempo} and {n}. */
  testi: { restano: string; minuti: string; minuto: string; finito: string; scegli: string };
};

/** When a screen reader is told how many minutes are left: not every second. */
const ANNUNCI = [5, 2, 1];

/** Counts down while a time is held; without JavaScript the hour stands above it. */
export function ContoPrenotazione({ secondi, indirizzo, testi }: Props) {
  const [restano, setRestano] = useState<number | null>(null);
  useEffect(() => {
    const end = performance.now() + secondi * 1_000;
    const tick = () => setRestano(Math.max(0, Math.ceil((end - performance.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 250);
    // A phone that slept looks at the clock again at once.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [secondi]);

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
