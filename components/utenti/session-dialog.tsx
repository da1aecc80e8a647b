"use client";
import * as Dialog from "@radix-ui/react-dialog";
import { useEffect, useState } from "react";
import type { TestiTermine } from "./session-warning";

type Props = { testi: TestiTermine; scadeAt: number; stay: () => void; leave: () => void };

export default function SessionDialog({ testi: t, scadeAt, stay, leave }: Props) {
  const [secondi, setSecondi] = useState(() => left(scadeAt));
  useEffect(() => {
    const timer = setInterval(() => {
      setSecondi(left(scadeAt));
      if (left(scadeAt) === 0) leave();
    }, 1_000);
    return () => clearInterval(timer);
  }, [scadeAt, leave]);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && stay()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: that one writes a <style>, which the Content-Security-Policy forbids. */}
        <div className="fixed inset-0 z-30 bg-slate-20/70" />
        <Dialog.Content
          role="alertdialog"
          className="scheda fixed start-1/2 top-1/2 z-40 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2"
        >
          <Dialog.Title>{t.titolo}</Dialog.Title>
          <Dialog.Description className="mt-2">
            {t.testo.replace("{secondi}", String(secondi))}
          </Dialog.Description>
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="button" className="bottone" onClick={stay}>
              {t.resta}
            </button>
            <form method="post" action="/esci">
              <button type="submit" className="bottone bottone-secondario">
                {t.esci}
              </button>
            </form>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const left = (scadeAt: number) => Math.max(0, Math.round((scadeAt - Date.now()) / 1000));
