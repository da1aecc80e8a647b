"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { FormState } from "@/lib/actions/form-state";

export type TestiConsegna = Record<"titolo" | "testo" | "avvisata" | "scheda" | "altro", string>;
type PinDato = { pin: string; utente: string; avvisata: boolean };

type Props = {
  action: (previous: FormState<PinDato>, formData: FormData) => Promise<FormState<PinDato>>;
  titolo: string;
  prefisso?: string;
  testi: TestiConsegna;
  /** Whether the user's own page is elsewhere, and another may be made here. */
  nuovo?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form whose answer is a PIN: shown in place of its fields, this once. */
export function PinUnaVolta({ testi, nuovo = false, children, ...form }: Props) {
  return (
    <ActionForm {...form} mostra={(dati) => <Consegna dati={dati} testi={testi} nuovo={nuovo} />}>
      {children}
    </ActionForm>
  );
}

function Consegna({ dati, testi: t, nuovo }: { dati: PinDato; testi: TestiConsegna; nuovo: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another PIN is to be read anew
  useEffect(() => box.current?.focus(), [dati]);
  return (
    <div ref={box} tabIndex={-1} role="status" className="scheda-evidenza my-4">
      <p className="font-semibold">{t.titolo}</p>
      <p className="my-2">
        <code className="font-mono text-3xl font-bold tracking-[0.2em] break-all">{dati.pin}</code>
      </p>
      <p className="max-w-text">
        {t.testo}
        {dati.avvisata && ` ${t.avvisata}`}
      </p>
      {nuovo && (
        <p className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={`/amministrazione/utenti/${dati.utente}`}>{t.scheda}</ButtonLink>
          <ButtonLink href="/amministrazione/utenti/nuovo" secondario>
            {t.altro}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
