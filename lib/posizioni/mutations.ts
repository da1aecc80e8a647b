import "server-only";
import { type Contesto, inTransaction } from "@/db/client";
import { type Preferenze, preferenze } from "@/db/schema/deleganti";

/** Of what the datore of the open drawer is told by mail; what is not named stays as it is. */
export async function setPreferenze(
  contesto: Contesto & { posizione: string },
  nuove: Partial<Pick<Preferenze, "avvisaSeAperto" | "promemoriaScadenze">>,
): Promise<void> {
  await inTransaction(contesto, (tx) =>
    tx
      .insert(preferenze)
      .values({ posizioneId: contesto.posizione, ...nuove })
      .onConflictDoUpdate({ target: preferenze.posizioneId, set: nuove }),
  );
}
