import type { ReactNode } from "react";
import type { Scelta } from "./scelta";

/** Around buttons that each take a time. */
export function FormOrari({
  azione,
  campi,
  children,
}: Pick<Scelta, "azione" | "campi"> & { children: ReactNode }) {
  return (
    <form action={azione}>
      {Object.entries(campi).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
