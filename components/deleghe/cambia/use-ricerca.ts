import { useEffect, useState } from "react";

export type Trovato = {
  id: string;
  nome: string;
  codiceFiscale: string;
  comune: string | null;
  href: string;
};
/** `recenti`: how many of them, the first ones, were opened last; `altri`: whether there are more. */
export type Risposta = { deleganti: Trovato[]; recenti: number; altri: boolean };

const PAUSA_MS = 150;
const ATTESA_MASSIMA_MS = 10_000;

type Esito = { testo: string; risposta: Risposta | null };

/**
 * What the server finds for `testo`, asked when the typing pauses. An answer that another text has overtaken is
 * dropped; meanwhile the former one stays, and `attesa` says that it is not yet the answer.
 */
export function useRicerca(testo: string, percorso: string) {
  const [esito, setEsito] = useState<Esito | null>(null);
  useEffect(() => {
    let overtaken = false;
    const controller = new AbortController();
    const ask = setTimeout(
      async () => {
        const risposta = await find(testo, percorso, controller.signal);
        if (!overtaken) setEsito({ testo, risposta });
      },
      testo ? PAUSA_MS : 0,
    );
    const late = setTimeout(() => controller.abort(), PAUSA_MS + ATTESA_MASSIMA_MS);
    return () => {
      overtaken = true;
      clearTimeout(ask);
      clearTimeout(late);
      controller.abort();
    };
  }, [testo, percorso]);
  const attesa = esito?.testo !== testo;
  return { attesa, risposta: esito?.risposta ?? null, errore: !attesa && esito.risposta === null };
}

/** @returns null when no answer came */
async function find(q: string, da: string, signal: AbortSignal): Promise<Risposta | null> {
  try {
    const response = await fetch("/deleganti/cerca", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ q, da }),
      signal,
      cache: "no-store",
      redirect: "manual",
    });
    // The door, too, leads whoever has no session to the login.
    if (response.status === 401 || response.type === "opaqueredirect") {
      window.location.assign(
        `/accesso?${new URLSearchParams({ motivo: "scaduta", da: window.location.pathname })}`,
      );
    }
    return response.ok ? ((await response.json()) as Risposta) : null;
  } catch {
    return null;
  }
}
