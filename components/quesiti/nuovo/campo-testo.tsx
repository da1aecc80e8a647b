"use client";
import { useRef, useState } from "react";
import { useFormField } from "@/components/ui/action-form";
import type { FormState } from "@/lib/actions/form-state";
import { useAutosalva } from "./use-autosalva";

export type TestiCampo = {
  testo: string;
  aiuto?: string;
  /** With {n}. */
  restano: string;
  troppi: string;
  salvato: string;
  nonSalvato: string;
};

type Props = {
  defaultValue: string;
  massimo: number;
  testi: TestiCampo;
  salva: (previous: FormState, formData: FormData) => Promise<FormState>;
};

/** The text of a messaggio: counts, and keeps itself while somebody types. Without JavaScript a plain text area. */
export function CampoTesto({ defaultValue, massimo, testi, salva }: Props) {
  const { error, value } = useFormField("testo");
  const area = useRef<HTMLTextAreaElement>(null);
  const [lungo, setLungo] = useState((value ?? defaultValue).length);
  const salvato = useAutosalva(area, salva);
  const resto = massimo - lungo;
  const described = [testi.aiuto && "testo-aiuto", error && "testo-errore", "testo-conto"].filter(Boolean);
  return (
    <div className="mt-5 min-w-0">
      <label htmlFor="testo" className="block font-semibold">
        {testi.testo}
      </label>
      {testi.aiuto && (
        <p id="testo-aiuto" className="minore">
          {testi.aiuto}
        </p>
      )}
      {error && (
        <p id="testo-errore" className="font-semibold text-red-37">
          {error}
        </p>
      )}
      <textarea
        ref={area}
        id="testo"
        name="testo"
        rows={8}
        defaultValue={value ?? defaultValue}
        onInput={(event) => setLungo(event.currentTarget.value.length)}
        aria-invalid={error || resto < 0 ? true : undefined}
        aria-describedby={described.join(" ")}
        className="campo mt-1.5 field-sizing-content max-h-[70vh] min-h-48"
      />
      <div className="minore mt-1 flex flex-wrap justify-between gap-x-6">
        <p id="testo-conto" className={resto < 0 ? "font-semibold text-red-37" : "tabular-nums"}>
          {(resto < 0 ? testi.troppi : testi.restano).replace("{n}", String(Math.abs(resto)))}
        </p>
        <p role="status">{salvato === null ? "" : salvato ? testi.salvato : testi.nonSalvato}</p>
      </div>
    </div>
  );
}
