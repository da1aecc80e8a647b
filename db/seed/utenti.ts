import postgres from "postgres";
import { hashPin } from "@/lib/auth/pin-hash";
import { createUtente } from "@/lib/utenti/creazione/mutations";
import type { NuovoProfilo } from "@/lib/utenti/creazione/types";
import persone from "./persone.json";

type Persona = (typeof persone)[number] & { profili?: NuovoProfilo[] };

/** Lets the people of the demo log in; their facts come with the demo archive. Run twice, changes nothing. */
export async function seedPersoneDemo(ownerUrl: string, pepper: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const { codiceFiscale, pin, profilo, profili } of persone as Persona[]) {
      await createUtente(sql, {
        codiceFiscale,
        pinHash: await hashPin(pin, pepper),
        pinIniziale: false,
        profili: profili ?? [{ tipo: profilo as NuovoProfilo["tipo"] }],
      });
    }
  } finally {
    await sql.end();
  }
}
