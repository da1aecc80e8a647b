import { CircleAlert } from "lucide-react";

/** Why what was just asked for was refused, above the page on which one goes on. */
export function Rifiuto({ testo }: { testo: string }) {
  return (
    <p
      role="alert"
      className="mt-5 flex gap-3 rounded-xl border border-red-80 border-s-6 border-s-red-44 bg-white p-4 font-semibold"
    >
      <CircleAlert aria-hidden size={24} className="mt-0.5 shrink-0 text-red-44" />
      {testo}
    </p>
  );
}
