"use client";
import * as Dialog from "@radix-ui/react-dialog";
import { LoaderCircle, Search, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Offerti, type TestiOfferti } from "./offerti";
import { firstTrovato, nextVoce } from "./tasti";
import { useRicerca } from "./use-ricerca";

export type Props = {
  testi: TestiOfferti & { titolo: string; chiudi: string; cerca: string };
  /** The page it was opened on. */
  percorso: string;
  /** Where the viewer's own drawer is, if they have one. */
  proprio: string | null;
  /** The way to the whole list. */
  elenco: ReactNode;
  /** What gets the focus back. */
  opener: HTMLElement;
  /** What was typed before there was a field to type it in; asked for once, when there is. */
  takeScritto: () => string;
  close: () => void;
};

export default function CambiaDialog({
  testi: t,
  percorso,
  proprio,
  elenco,
  opener,
  takeScritto,
  close,
}: Props) {
  const [scritto, setScritto] = useState("");
  const content = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const eager = useRef(false);
  const testo = scritto.trim();
  const { attesa, risposta, errore } = useRicerca(testo, percorso);
  useEffect(lockScroll, []);
  useEffect(() => {
    if (attesa) return;
    // Pressed before the answer was there: it moves to what was found, and opens nothing unseen.
    if (eager.current) firstTrovato(content.current)?.focus();
    eager.current = false;
  }, [attesa]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const inField = event.target === field.current;
    if (inField && testo && (event.key === "ArrowDown" || event.key === "Enter")) {
      event.preventDefault();
      if (attesa) eager.current = true;
      else if (event.key === "Enter" && risposta?.deleganti.length === 1)
        firstTrovato(content.current)?.click();
      else firstTrovato(content.current)?.focus();
      return;
    }
    const next = nextVoce(event.key, content.current, field.current);
    if (!next) return;
    // A letter typed in the list belongs to the field; it is let through, to be written there.
    if (event.key.length > 1) event.preventDefault();
    next.focus();
  }

  const Segno = attesa ? LoaderCircle : Search;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: that one writes a <style>, which the Content-Security-Policy forbids. */}
        <div className="fixed inset-0 z-30 bg-slate-20/70 print:hidden" />
        <Dialog.Content
          ref={content}
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            field.current?.focus();
            setScritto(takeScritto());
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.focus();
          }}
          className="fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh w-full max-w-160 flex-col bg-white shadow-2xl tablet:top-[10vh] tablet:max-h-[80dvh] tablet:rounded-xl print:hidden"
        >
          <div className="flex items-center justify-between gap-4 ps-5 pe-3 pt-3">
            <Dialog.Title className="text-xl">{t.titolo}</Dialog.Title>
            <Dialog.Close className="grid size-11 cursor-pointer place-items-center rounded text-slate-28 hover:bg-blue-97">
              <X aria-hidden size={24} />
              <span className="solo-lettori">{t.chiudi}</span>
            </Dialog.Close>
          </div>
          <div className="px-5 pb-4">
            <label htmlFor="cambia-cerca" className="block text-base text-slate-36">
              {t.cerca}
            </label>
            <div className="relative mt-1">
              <Segno
                aria-hidden
                size={20}
                className={`absolute start-3.5 top-3.5 text-slate-36 ${attesa ? "motion-safe:animate-spin" : ""}`}
              />
              <input
                ref={field}
                id="cambia-cerca"
                type="search"
                value={scritto}
                onChange={(event) => setScritto(event.target.value)}
                maxLength={100}
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                enterKeyHint="search"
                className="campo ps-11!"
              />
            </div>
          </div>
          <Offerti
            testi={t}
            cercato={testo !== ""}
            attesa={attesa}
            errore={errore}
            risposta={risposta}
            percorso={percorso}
            proprio={proprio}
          />
          <div className="border-t border-slate-85 px-2 py-1">{elenco}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The page behind stays where it is, and does not jump by the width of its scroll bar. */
function lockScroll() {
  const root = document.documentElement;
  const { overflow, scrollbarGutter } = root.style;
  if (window.innerWidth > root.clientWidth) root.style.scrollbarGutter = "stable";
  root.style.overflow = "hidden";
  return () => {
    Object.assign(root.style, { overflow, scrollbarGutter });
  };
}
