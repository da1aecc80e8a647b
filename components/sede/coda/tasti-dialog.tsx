"use client";
import * as Dialog from "@radix-ui/react-dialog";
import { X } from "lucide-react";

export type TestiTasti = Record<
  "apri" | "titolo" | "testo" | "giu" | "su" | "entra" | "segna" | "prende" | "aiuto" | "attivi" | "chiudi",
  string
>;

type Props = { testi: TestiTasti; attivi: boolean; accendi: (si: boolean) => void; close: () => void };

const TASTI = [
  ["giu", ["j"]],
  ["su", ["k"]],
  ["entra", ["Invio", "o"]],
  ["segna", ["x"]],
  ["prende", ["p"]],
  ["aiuto", ["?"]],
] as const;

/** The list of the keys, with the switch that turns them off (WCAG 2.1.4). */
export function TastiDialog({ testi: t, attivi, accendi, close }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        {/* Not Dialog.Overlay: that one writes a <style>, which the Content-Security-Policy forbids. */}
        <div className="fixed inset-0 z-30 bg-slate-20/70 print:hidden" />
        <Dialog.Content className="fixed inset-x-0 top-[12vh] z-40 mx-auto max-h-[80dvh] w-[calc(100%-2rem)] max-w-128 overflow-y-auto rounded-xl bg-white p-6 shadow-2xl print:hidden">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-2xl font-bold">{t.titolo}</Dialog.Title>
            <Dialog.Close className="-me-2 grid size-11 shrink-0 cursor-pointer place-items-center rounded text-slate-28 hover:bg-blue-97">
              <X aria-hidden size={24} />
              <span className="solo-lettori">{t.chiudi}</span>
            </Dialog.Close>
          </div>
          <Dialog.Description className="minore">{t.testo}</Dialog.Description>
          <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
            {TASTI.map(([nome, tasti]) => (
              <div key={nome} className="contents">
                <dt className="flex gap-1.5">
                  {tasti.map((tasto) => (
                    <kbd
                      key={tasto}
                      className="min-w-9 rounded border-2 border-slate-60 px-2 py-0.5 text-center text-base"
                    >
                      {tasto}
                    </kbd>
                  ))}
                </dt>
                <dd>{t[nome]}</dd>
              </div>
            ))}
          </dl>
          <label className="scelta mt-5">
            <input type="checkbox" checked={attivi} onChange={(event) => accendi(event.target.checked)} />
            <span className="font-semibold">{t.attivi}</span>
          </label>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
