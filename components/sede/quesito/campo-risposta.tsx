"use client";
import { type MouseEvent, useRef } from "react";
import { useAutosalva } from "@/components/quesiti/nuovo/use-autosalva";
import { FormArea } from "@/components/ui/form-area";
import { salvaRispostaAction } from "@/lib/quesiti/lavorazione/actions";
import type { ModelloElencato } from "@/lib/quesiti/lavorazione/queries";
import { conModello } from "@/lib/quesiti/lavorazione/rules";

type Testi = Record<
  | "testo"
  | "testoAiuto"
  | "modello"
  | "scegliModello"
  | "usaModello"
  | "nessunModello"
  | "salvato"
  | "nonSalvato",
  string
>;
type Props = { testo: string; modelli: ModelloElencato[]; testi: Testi };

/**
 * The text of an answer, which keeps itself while somebody types. A modello can be added to it: at once, or without
 * JavaScript by way of the server.
 */
export function CampoRisposta({ testo, modelli, testi: t }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const scelta = useRef<HTMLSelectElement>(null);
  const salvato = useAutosalva(area, salvaRispostaAction);

  function addModello(event: MouseEvent) {
    event.preventDefault();
    const modello = modelli.find(({ id }) => id === scelta.current?.value);
    if (!modello || !area.current) return;
    area.current.value = conModello(area.current.value, modello.testo);
    area.current.dispatchEvent(new Event("input", { bubbles: true }));
    area.current.focus();
  }

  return (
    <>
      <FormArea
        area={area}
        name="testo"
        label={t.testo}
        hint={t.testoAiuto}
        rows={9}
        maxLength={4_000}
        defaultValue={testo}
      />
      <p role="status" className="minore mt-1 text-end">
        {salvato === null ? "" : salvato ? t.salvato : t.nonSalvato}
      </p>
      {modelli.length === 0 ? (
        <p className="minore mt-2">{t.nessunModello}</p>
      ) : (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-56">
            <label htmlFor="modello" className="block text-base font-semibold">
              {t.modello}
            </label>
            <select ref={scelta} id="modello" name="modello" className="campo mt-1">
              <option value="">{t.scegliModello}</option>
              {modelli.map(({ id, titolo }) => (
                <option key={id} value={id}>
                  {titolo}
                </option>
              ))}
            </select>
          </div>
          <button
            type="submit"
            name="cosa"
            value="modello"
            onClick={addModello}
            className="bottone bottone-secondario"
          >
            {t.usaModello}
          </button>
        </div>
      )}
    </>
  );
}
