"use client";
import { Keyboard } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { TastiDialog, type TestiTasti } from "./tasti-dialog";

const SPENTI = "tasti-coda-spenti";

const righe = () => [...document.querySelectorAll<HTMLElement>("[data-riga]")];
const linkOf = (riga?: HTMLElement) => riga?.querySelector<HTMLAnchorElement>("a[href]") ?? null;
const noStore = () => () => undefined;

/** Whoever is writing, or in a dialog, means their keys for that. */
function isBusy(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (document.querySelector("[role=dialog]")) return true;
  return Boolean(element?.closest("textarea, select, [contenteditable], input:not([type=checkbox])"));
}

/** Keys for the queue: j and k move, Enter or o opens, x ticks, p takes, ? shows them all; they can be switched off. */
export function TastiCoda({ testi }: { testi: TestiTasti }) {
  // Without JavaScript there is nothing to switch: the button appears with it.
  const inBrowser = useSyncExternalStore(
    noStore,
    () => true,
    () => false,
  );
  const [aperto, setAperto] = useState(false);
  const [attivi, setAttivi] = useState(true);
  useEffect(() => setAttivi(localStorage.getItem(SPENTI) === null), []);

  useEffect(() => {
    if (!attivi) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBusy(event.target)) return;
      if (press(event.key, () => setAperto(true))) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [attivi]);

  function accendi(si: boolean) {
    setAttivi(si);
    if (si) localStorage.removeItem(SPENTI);
    else localStorage.setItem(SPENTI, "1");
  }

  if (!inBrowser) return null;
  return (
    <>
      <button
        type="button"
        onClick={() => setAperto(true)}
        className="collegamento mt-2 cursor-pointer text-blue-30 underline underline-offset-4 max-tablet:hidden print:hidden"
      >
        <Keyboard aria-hidden size={20} />
        {testi.apri}
      </button>
      {aperto && (
        <TastiDialog testi={testi} attivi={attivi} accendi={accendi} close={() => setAperto(false)} />
      )}
    </>
  );
}

/** @returns whether the key was one of these */
function press(key: string, help: () => void): boolean {
  if (key === "?") {
    help();
    return true;
  }
  const all = righe();
  const at = all.findIndex((riga) => riga.contains(document.activeElement));
  if (key === "j" || key === "k") {
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)));
    linkOf(all[next])?.focus();
    return all.length > 0;
  }
  const riga = all[at];
  if (!riga) return false;
  // Enter on the link itself is the browser's own.
  if (key === "o" || (key === "Enter" && document.activeElement?.tagName !== "A")) {
    linkOf(riga)?.click();
    return true;
  }
  if (key === "x" || key === "p") {
    riga.querySelector<HTMLElement>(key === "x" ? "input[type=checkbox]" : "button[name=scelto]")?.click();
    return true;
  }
  return false;
}
