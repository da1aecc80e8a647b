"use client";
import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";

/** What was just done, on the page one lands on after it; takes the focus, so that one goes on from there. */
export function Fatto({ testo }: { testo: string }) {
  const box = useRef<HTMLParagraphElement>(null);
  // Each time the server draws it: the same may be done twice, with equal words.
  useEffect(() => box.current?.focus());
  return (
    <p
      ref={box}
      tabIndex={-1}
      role="status"
      className="mt-5 flex gap-3 rounded-xl border border-seagreen-92 bg-seagreen-92 p-4 font-semibold text-seagreen-14"
    >
      <CircleCheck aria-hidden size={24} className="mt-0.5 shrink-0" />
      {testo}
    </p>
  );
}
