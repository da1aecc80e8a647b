import type { ComponentProps } from "react";
import { ElencoLink } from "./elenco-link";

const SEGNI = { "data-cambia": "", "aria-keyshortcuts": "Control+K Meta+K" };

/** Leads to the list of drawers; with JavaScript `CambiaCassetto` opens its dialog instead. */
export function CambiaLink(props: Omit<ComponentProps<typeof ElencoLink>, "segni">) {
  return <ElencoLink {...props} segni={SEGNI} />;
}
