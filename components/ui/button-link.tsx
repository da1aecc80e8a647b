import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  href: string;
  icon?: LucideIcon;
  secondario?: boolean;
  download?: boolean;
  /** Read after the visible words, where those alone do not say which record is meant. */
  etichetta?: string;
  className?: string;
  children: ReactNode;
};

/** A link that looks like a button. Plain documents: see docs/decisioni/0008-documenti.md. */
export function ButtonLink({
  href,
  icon: Icon,
  secondario,
  download,
  etichetta,
  className = "",
  children,
}: Props) {
  return (
    <a
      href={href}
      download={download}
      aria-label={etichetta}
      className={`bottone ${secondario ? "bottone-secondario" : ""} non-stampare ${className}`}
    >
      {Icon && <Icon aria-hidden size={20} className="shrink-0" />}
      {children}
    </a>
  );
}
