"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { Props as DialogProps } from "./cambia-dialog";
import { isTastoCambia } from "./tasti";

type Props = Omit<DialogProps, "opener" | "close">;

// Where its code cannot be fetched, the list it stands for opens instead.
const Dialog = dynamic<DialogProps>(() => import("./cambia-dialog").catch(() => ({ default: OpenElenco })), {
  ssr: false,
});

/** Opens the dialog by a click on a `CambiaLink` or by Ctrl+K; its code is fetched only then. */
export function CambiaCassetto(props: Props) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event.target);
      // A click that means a new tab or window keeps its meaning.
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpener(link);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isTastoCambia(event)) return;
      event.preventDefault();
      setOpener((opened) => opened ?? focused() ?? document.querySelector<HTMLElement>(TASTO));
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  return opener ? <Dialog {...props} opener={opener} close={() => setOpener(null)} /> : null;
}

const TASTO = "[data-cambia]";

const linkOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(TASTO) : null;

function focused(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}

function OpenElenco({ opener }: DialogProps) {
  useEffect(() => {
    const link = linkOf(opener) ?? document.querySelector(TASTO);
    if (link instanceof HTMLAnchorElement) window.location.assign(link.href);
    if (link instanceof HTMLButtonElement) link.form?.submit();
  }, [opener]);
  return null;
}
