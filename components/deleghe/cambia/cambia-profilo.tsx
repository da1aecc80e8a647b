"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { isTastoCambia } from "./tasti";

type Props = { percorso: string | undefined; className: string; children: ReactNode };

/** From one's own drawer to those of others, in one step: a button that takes the other profilo, and Ctrl+K. */
export function CambiaProfilo({ percorso, className, children }: Props) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isTastoCambia(event)) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <form ref={form} method="post" action="/profilo/scelta">
      <input type="hidden" name="profilo" value="altro" />
      {percorso && <input type="hidden" name="da" value={percorso} />}
      <button type="submit" aria-keyshortcuts="Control+K Meta+K" className={`cursor-pointer ${className}`}>
        {children}
      </button>
    </form>
  );
}
