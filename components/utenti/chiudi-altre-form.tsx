"use client";
import { useActionState } from "react";
import { INITIAL } from "@/lib/actions/form-state";
import { chiudiAltreSessioniAction } from "@/lib/utenti/actions";

export function ChiudiAltreForm({ testo, altre }: { testo: string; altre: boolean }) {
  const [state, action] = useActionState(chiudiAltreSessioniAction, INITIAL);
  return (
    <form action={action} className="mt-5">
      {state.fatto && (
        <p role="status" className="mb-3 font-semibold text-seagreen-19">
          {state.fatto}
        </p>
      )}
      {altre && (
        <button type="submit" className="bottone bottone-secondario">
          {testo}
        </button>
      )}
    </form>
  );
}
