"use client";
import { Printer } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Opens the browser's own print; without JavaScript it is not there, and its menu is. */
export function Stampa({ children }: { children: ReactNode }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return null;
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className="bottone bottone-secondario non-stampare max-tablet:hidden"
    >
      <Printer aria-hidden size={20} className="shrink-0" />
      {children}
    </button>
  );
}
