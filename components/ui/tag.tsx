import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tono = "verde" | "rosso" | "arancio" | "blu" | "grigio";

/** A state: a word, a sign and a colour, never the colour alone. */
export function Tag({ tono, icon: Icon, children }: { tono: Tono; icon: LucideIcon; children: ReactNode }) {
  return (
    <span className={`etichetta tono-${tono}`}>
      <Icon aria-hidden size={17} strokeWidth={2.25} className="shrink-0" />
      {children}
    </span>
  );
}
