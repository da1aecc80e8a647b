/** What a form shows after a submit. Secrets are never put back into `values`. */
export type FormState = {
  fieldErrors?: Record<string, string>;
  formError?: string;
  fatto?: string;
  values?: Record<string, string>;
};

export const INITIAL: FormState = {};
