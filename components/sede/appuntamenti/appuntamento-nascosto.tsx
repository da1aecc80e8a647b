import type { Appuntamento } from "@/db/schema/appuntamenti";

/** The appuntamento a form is about, and where its page is. */
export function AppuntamentoNascosto({
  appuntamento,
}: {
  appuntamento: Pick<Appuntamento, "id" | "numero">;
}) {
  return (
    <>
      <input type="hidden" name="appuntamento" value={appuntamento.id} />
      <input type="hidden" name="numero" value={appuntamento.numero} />
    </>
  );
}
