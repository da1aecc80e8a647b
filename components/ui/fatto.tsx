import { CircleCheck } from "lucide-react";

/** What was just done, on the page one lands on after it. */
export function Fatto({ testo }: { testo: string }) {
  return (
    <p
      role="status"
      className="mt-5 flex gap-3 rounded-xl border border-seagreen-92 bg-seagreen-92 p-4 font-semibold text-seagreen-14"
    >
      <CircleCheck aria-hidden size={24} className="mt-0.5 shrink-0" />
      {testo}
    </p>
  );
}
