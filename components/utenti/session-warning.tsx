"use client";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useState } from "react";
import { PREAVVISO_SECONDI } from "@/lib/auth/rules";

const Dialog = dynamic(() => import("./session-dialog"), { ssr: false });

export type TestiTermine = { titolo: string; testo: string; resta: string; esci: string };

/**
 * Tells in time that an idle session is about to end. Asks the server first: another tab may have
 * kept the session alive. The dialog's code is fetched only when it is needed.
 */
export function SessionWarning({ testi }: { testi: TestiTermine }) {
  const [scadeAt, setScadeAt] = useState<number | null>(null);
  const [avviso, setAvviso] = useState(false);

  const check = useCallback(async () => {
    const secondi = await remaining("GET");
    if (secondi === 0) return leave();
    if (secondi !== null) setScadeAt(Date.now() + secondi * 1000);
    setAvviso(secondi !== null && secondi <= PREAVVISO_SECONDI);
  }, []);

  useEffect(() => {
    // Without an answer, ask again in a minute.
    const pause =
      scadeAt === null ? 60_000 : Math.max(1_000, scadeAt - Date.now() - PREAVVISO_SECONDI * 1000);
    if (avviso) return;
    const timer = setTimeout(check, pause);
    return () => clearTimeout(timer);
  }, [scadeAt, avviso, check]);

  const stay = useCallback(async () => {
    const secondi = await remaining("POST");
    if (secondi === 0) return leave();
    setScadeAt(Date.now() + (secondi ?? 60) * 1000);
    setAvviso(false);
  }, []);

  return avviso && scadeAt ? <Dialog testi={testi} scadeAt={scadeAt} stay={stay} leave={leave} /> : null;
}

/** Seconds left; 0: the session is over; null: no answer. */
async function remaining(method: "GET" | "POST"): Promise<number | null> {
  try {
    const response = await fetch("/api/sessione", { method, cache: "no-store" });
    if (response.status === 401) return 0;
    return response.ok ? ((await response.json()) as { secondi: number }).secondi : null;
  } catch {
    return null;
  }
}

const leave = () =>
  window.location.assign(
    `/accesso?${new URLSearchParams({ motivo: "scaduta", da: window.location.pathname })}`,
  );
