/** The lists a queue has: each shows what is open, unless a closed state is asked for. */
export const VISTE = ["da_assegnare", "miei", "sede", "scaduti", "pareri"] as const;
export type Vista = (typeof VISTE)[number];

/** That of the pareri is there while any are asked of this person. */
export const visteDi = (pareri: number): Vista[] => VISTE.filter((vista) => vista !== "pareri" || pareri > 0);
