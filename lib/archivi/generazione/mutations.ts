import "server-only";
import type { DataIso } from "@/lib/dates";
import { inventSedi } from "./luoghi/rules";
import {
  countIntermediari,
  createNumeratore,
  inventDatore,
  inventIntermediario,
  type Mondo,
  sorteSedi,
} from "./rules";
import { createArchivio } from "./scrittura/mutations";
import { noRighe } from "./types";

type Options = {
  cartella: string;
  datori: number;
  seme: number;
  oggi: DataIso;
  onProgress?: (datori: number) => void;
};

/** Writes a synthetic archive: same arguments, same bytes. */
export async function generaArchivio({ cartella, datori, seme, oggi, onProgress }: Options): Promise<void> {
  const scrittore = await createArchivio(cartella);
  const intermediari = Array.from({ length: countIntermediari(datori) }, (_, index) =>
    inventIntermediario(seme, index + 1),
  );
  await scrittore.write({ ...noRighe(), sedi: inventSedi(sorteSedi(seme)), intermediari });

  const codici = intermediari.map(({ codice }) => codice ?? "");
  const mondo: Mondo = { seme, oggi, intermediari: codici, numeri: createNumeratore(seme) };
  for (let numero = 0; numero < datori; numero++) {
    await scrittore.write(inventDatore(mondo, numero));
    onProgress?.(numero + 1);
  }
  await scrittore.end();
}
