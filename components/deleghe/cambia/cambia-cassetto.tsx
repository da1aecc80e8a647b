"use client";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { Props as DialogProps } from "./cambia-dialog";
import { isTastoCambia, typedWith } from "./tasti";

type Props = Omit<DialogProps, "opener" | "close" | "takeScritto">;

// Where its code cannot be fetched, the list it stands for opens instead.
const Dialog = dynamic<DialogProps>(() => import("./cambia-dialog").catch(() => ({ default: OpenElenco })), {
  ssr: false,
});

/** Opens the dialog by a click on a `CambiaLink` or by Ctrl+K; its code is fetched only then. */
export function CambiaCassetto(props: Props) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  /** What is typed while the dialog is on its way; null: it reads the keys itself, or is closed. */
  const scritto = useRef<string | null>(null);
  const takeScritto = () => {
    const testo = scritto.current ?? "";
    scritto.current = null;
    return testo;
  };
  const close = () => {
    scritto.current = null;
    setOpener(null);
  };

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event.target);
      // A click that means a new tab or window keeps its meaning.
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      open(link);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTastoCambia(event)) {
        event.preventDefault();
        open(focused() ?? document.querySelector<HTMLElement>(TASTO));
      } else if (scritto.current !== null) {
        // Meant for the dialog: the page behind must not act on it.
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") {
          scritto.current = null;
          setOpener(null);
        } else scritto.current = typedWith(scritto.current, event);
      }
    };
    const open = (from: HTMLElement | null) => {
      if (!from || document.querySelector(DIALOGO)) return;
      scritto.current ??= "";
      setOpener((opened) => opened ?? from);
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, []);

  return opener ? <Dialog {...props} opener={opener} takeScritto={takeScritto} close={close} /> : null;
}

const TASTO = "[data-cambia]";
const DIALOGO = "#cambia-cerca";

const linkOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(TASTO) : null;

function focused(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}

function OpenElenco({ opener, takeScritto }: DialogProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out that there is no dialog
  useEffect(() => {
    takeScritto();
    const link = linkOf(opener) ?? document.querySelector(TASTO);
    if (link instanceof HTMLAnchorElement) window.location.assign(link.href);
    if (link instanceof HTMLButtonElement) link.form?.submit();
  }, [opener]);
  return null;
}
