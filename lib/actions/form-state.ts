/** What a form shows after a submit. Secrets are never put back into `values`. */
export type FormState<Dati = undefined> = {
  fieldErrors?: Record<string, string>;
  formError?: string;
  /** Under formError, when several things were refused: one line for each. */
  dettagli?: string[];
  fatto?: string;
  values?: Record<string, string>;
  /** What was asked for, when it must not stand in an address. */
  dati?: Dati;
};

export const INITIAL: FormState = {};
