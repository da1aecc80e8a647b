"use client";
import { useId } from "react";
import { useFormField } from "./action-form";

type Props = {
  /** Of the whole, to which an error belongs. */
  name: string;
  legend: string;
  /** Each box has a name of its own and sends `si`. */
  boxes: readonly { name: string; label: string; defaultChecked?: boolean }[];
};

/** Any of a few, in an ActionForm. */
export function FormChecks({ name, legend, boxes }: Props) {
  const { id: anchor, error } = useFormField(name);
  const id = useId();
  return (
    <fieldset className="mt-6 min-w-0" id={anchor} aria-describedby={error && `${id}-errore`}>
      <legend className="font-semibold">{legend}</legend>
      {error && (
        <p id={`${id}-errore`} className="font-semibold text-red-37">
          {error}
        </p>
      )}
      <div className={boxes.length > 1 ? "grid gap-x-4 tablet:grid-cols-3" : undefined}>
        {boxes.map((box) => (
          <Check key={box.name} {...box} />
        ))}
      </div>
    </fieldset>
  );
}

function Check({ name, label, defaultChecked }: Props["boxes"][number]) {
  const { value } = useFormField(name);
  return (
    <label className="scelta">
      <input
        type="checkbox"
        name={name}
        value="si"
        defaultChecked={value === undefined ? defaultChecked : value === "si"}
      />
      <span className="min-w-0 break-words">{label}</span>
    </label>
  );
}
