import { type RefObject, useEffect, useState } from "react";
import type { FormState } from "@/lib/actions/form-state";

/** How long after the last key. */
const PAUSA_MS = 1_200;
const RIPROVA_MS = 10_000;
const CAMPI = ["posizione", "bozza", "quesito", "protocollo", "tipo", "oggetto", "testo"];

/** Keeps the fields of the form around `campo` while somebody types. @returns whether it could; null: not yet tried */
export function useAutosalva(
  campo: RefObject<(HTMLElement & { form: HTMLFormElement | null }) | null>,
  salva: (previous: FormState, formData: FormData) => Promise<FormState>,
): boolean | null {
  const [salvato, setSalvato] = useState<boolean | null>(null);
  useEffect(() => {
    const form = campo.current?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const save = async () => {
      const all = new FormData(form);
      const kept = new FormData();
      for (const name of CAMPI) kept.set(name, all.get(name) ?? "");
      if (kept.get("quesito") === "") kept.delete("quesito");
      const done = await salva({}, kept).then(
        ({ fatto }) => Boolean(fatto),
        () => false,
      );
      if (gone) return;
      setSalvato(done);
      if (!done) later(RIPROVA_MS);
    };
    const later = (pausa: number) => {
      clearTimeout(timer);
      timer = setTimeout(save, pausa);
    };
    const onInput = () => {
      // After a refusal somebody goes on typing.
      gone = false;
      setSalvato(null);
      later(PAUSA_MS);
    };
    const stop = () => {
      gone = true;
      clearTimeout(timer);
    };
    // What is sent is kept by that; what is thrown away, by a form of its own, must not come back.
    const onSubmit = ({ target }: Event) => {
      if (new FormData(target as HTMLFormElement).get("bozza") === new FormData(form).get("bozza")) stop();
    };
    form.addEventListener("input", onInput);
    document.addEventListener("submit", onSubmit, true);
    return () => {
      stop();
      form.removeEventListener("input", onInput);
      document.removeEventListener("submit", onSubmit, true);
    };
  }, [campo, salva]);
  return salvato;
}
