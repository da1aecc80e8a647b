/** Ctrl+K, or Cmd+K: changes the drawer from wherever one is. */
export const isTastoCambia = (event: KeyboardEvent) =>
  event.key.toLowerCase() === "k" && event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;

/** What stands in a field after this key, when there was `testo` in it; a key that writes nothing leaves it. */
export function typedWith(testo: string, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if (ctrlKey || metaKey || altKey) return testo;
  if (key === "Backspace") return testo.slice(0, -1);
  return key.length === 1 ? testo + key : testo;
}

// How the keys move among the entries of the dialog: whatever in it has `data-voce`.

const voci = (content: HTMLElement) => [...content.querySelectorAll<HTMLElement>("[data-voce]")];

/** The first drawer that was found, not one's own nor the open one. */
export const firstTrovato = (content: HTMLElement | null) =>
  content?.querySelector<HTMLElement>('[data-voce="trovato"]') ?? null;

/** @returns what gets the focus by this key; null: the key is none of ours here */
export function nextVoce(
  key: string,
  content: HTMLElement | null,
  field: HTMLElement | null,
): HTMLElement | null {
  if (!content || !field) return null;
  const entries = voci(content);
  const active = document.activeElement as HTMLElement;
  const at = entries.indexOf(active);
  const inField = active === field;
  if (key === "ArrowDown") return entries[at + 1] ?? null;
  if (key === "ArrowUp") return inField ? null : (entries[at - 1] ?? field);
  // In the field these belong to the text, a blank on a button to the button.
  if (inField || at < 0) return key === "Enter" && inField ? (entries[0] ?? null) : null;
  if (key === "Home") return entries[0] ?? null;
  if (key === "End") return entries.at(-1) ?? null;
  return key.length === 1 && key !== " " ? field : null;
}
