"use client";
import { useEffect, useState } from "react";

type Props = {
  /** Left when the page was made. */
  secondi: number;
  /** Opened anew when they are over. */
  indirizzo: string;
  testi: { restano: string; adesso: string };
};

/** When a screen reader is told how many are left: not every second. */
const ANNUNCI = [60, 30, 15, 5];
/** The worker looks every two seconds; after half a minute something is wrong, and the person decides. */
const ATTESA_MS = 3_000;
const PAZIENZA = 30;

/** Counts down to the leaving of an answer, then shows the page anew; without JavaScript the hour stands beside it. */
export function ContoAllaRovescia({ secondi, indirizzo, testi }: Props) {
  const [restano, setRestano] = useState<number | null>(null);
  useEffect(() => {
    const end = performance.now() + secondi * 1_000;
    const tick = () => setRestano(Math.max(0, Math.ceil((end - performance.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [secondi]);
  const finito = restano === 0 && secondi > -PAZIENZA;
  useEffect(() => {
    if (!finito) return;
    const timer = setTimeout(() => window.location.replace(indirizzo), ATTESA_MS);
    return () => clearTimeout(timer);
  }, [finito, indirizzo]);

  const words = (n: number) => testi.restano.replace("{n}", String(n));
  const annuncio = restano === null ? undefined : ANNUNCI.findLast((quanti) => restano <= quanti);
  return (
    <>
      <p aria-hidden className="mt-2 min-h-9 text-2xl font-bold tabular-nums">
        {restano !== null && restano > 0 && words(restano)}
      </p>
      <p role="status" className="solo-lettori">
        {restano === 0 ? testi.adesso : annuncio !== undefined && words(annuncio)}
      </p>
    </>
  );
}
