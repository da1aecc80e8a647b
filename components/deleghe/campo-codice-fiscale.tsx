import { FormField } from "@/components/ui/action-form";

/** A codice fiscale, as it is typed: capitals, nothing suggested or corrected. */
export function CampoCodiceFiscale(props: { name: string; label: string; hint?: string }) {
  return (
    <FormField
      {...props}
      maxLength={32}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="max-w-80 uppercase tracking-wide"
    />
  );
}
