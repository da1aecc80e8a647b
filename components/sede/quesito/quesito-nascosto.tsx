import type { Quesito } from "@/db/schema/quesiti";

/** The quesito a form is about, and where its page is. */
export function QuesitoNascosto({ quesito }: { quesito: Pick<Quesito, "id" | "protocollo"> }) {
  return (
    <>
      <input type="hidden" name="quesito" value={quesito.id} />
      <input type="hidden" name="protocollo" value={quesito.protocollo} />
    </>
  );
}
