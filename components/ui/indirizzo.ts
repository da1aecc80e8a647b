type ConIndirizzo = {
  indirizzo: string | null;
  cap: string | null;
  comune: string | null;
  provincia: string | null;
};

/** `via dell'Orso 12, 00184 Roma (RM)`, from whatever of it there is. */
export function formatIndirizzo({ indirizzo, cap, comune, provincia }: ConIndirizzo): string {
  const luogo = [cap, comune, provincia && comune && provincia !== comune ? `(${provincia})` : null]
    .filter(Boolean)
    .join(" ");
  return [indirizzo, luogo].filter(Boolean).join(", ");
}
