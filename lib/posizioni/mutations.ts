import "server-only";
import { type Contesto, inTransaction } from "@/db/client";
import { preferenze } from "@/db/schema/deleganti";

/** Whether the datore of the open drawer is told by mail when somebody with a delega opens it. */
export async function setAvvisaSeAperto(
  contesto: Contesto & { posizione: string },
  avvisaSeAperto: boolean,
): Promise<void> {
  await inTransaction(contesto, (tx) =>
    tx
      .insert(preferenze)
      .values({ posizioneId: contesto.posizione, avvisaSeAperto })
      .onConflictDoUpdate({ target: preferenze.posizioneId, set: { avvisaSeAperto } }),
  );
}
