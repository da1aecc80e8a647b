"use client";
import { CalendarPlus } from "lucide-react";
import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { calendarioAction } from "@/lib/appuntamenti/feed/actions";

type Testi = Record<"riepilogo" | "crea" | "fatto" | "unaVolta" | "apri" | "indirizzo", string>;

/** Makes a secret address and shows it, this once. */
export function CalendarioForm({ testi: t }: { testi: Testi }) {
  return (
    <ActionForm
      action={calendarioAction}
      titolo={t.riepilogo}
      mostra={(dati) => <Indirizzi {...dati} testi={t} />}
    >
      <input type="hidden" name="cosa" value="rinnova" />
      <button type="submit" className="bottone mt-5">
        {t.crea}
      </button>
    </ActionForm>
  );
}

function Indirizzi({ https, webcal, testi: t }: { https: string; webcal: string; testi: Testi }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="scheda-evidenza mt-6">
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        {t.fatto}
      </h2>
      <p className="mt-1">{t.unaVolta}</p>
      <label htmlFor="indirizzo" className="mt-5 block font-semibold">
        {t.indirizzo}
      </label>
      <input
        id="indirizzo"
        type="text"
        readOnly
        value={https}
        onFocus={(event) => event.target.select()}
        className="campo mt-1.5 font-mono text-base!"
      />
      <a href={webcal} className="bottone mt-5">
        <CalendarPlus aria-hidden size={20} className="shrink-0" />
        {t.apri}
      </a>
    </div>
  );
}
