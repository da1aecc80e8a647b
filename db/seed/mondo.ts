import path from "node:path";
import { fileURLToPath } from "node:url";
import { comuneOf, inComune, inventSedi } from "@/lib/archivi/generazione/luoghi/rules";
import { createNumeratore, inventDatore, sorteSedi } from "@/lib/archivi/generazione/rules";
import { writeArchivio } from "@/lib/archivi/generazione/scrittura/mutations";
import { noRighe, type RigaCsv, type Righe } from "@/lib/archivi/generazione/types";
import { DELEGANTI_CARLA, DELEGANTI_LEO, delegheOf, STUDI } from "./mondo/deleghe";
import { anna, dario, hans, ida, leo, TUTTE } from "./mondo/persone";
import { OGGI, pagamentiOf, SCENARI, SEME } from "./mondo/rapporti";

// The demo world: people with a name and a story, and the clients of two studi made as `npm run genera` makes them.
// `node --conditions=react-server --import tsx db/seed/mondo.ts` writes it to db/seed/archivio; a test compares.

const datore = ({ codice_fiscale = "" }: RigaCsv, sede: string, data_iscrizione: string): RigaCsv => ({
  codice_fiscale,
  sede,
  data_iscrizione,
});

export function inventMondo(): Righe {
  const numeri = createNumeratore(SEME);
  // First, so that the notices of the people with a name keep their numbers whatever the clients do.
  const pagamenti = pagamentiOf(numeri);
  const mondo = { seme: SEME, oggi: OGGI, intermediari: [""], numeri };
  const clienti = Array.from({ length: DELEGANTI_CARLA + DELEGANTI_LEO }, (_, numero) =>
    inCitta(withoutDelegati({ ...inventDatore(mondo, numero), deleghe: [] }), cittaOf(numero)),
  );
  const nominati: Righe = {
    ...noRighe(),
    sedi: inventSedi(sorteSedi(SEME)),
    soggetti: [...TUTTE],
    intermediari: [...STUDI],
    datori: [
      datore(anna, "100000", "2019-01-09"),
      datore(dario, "100000", "2023-09-01"),
      datore(hans, "140000", "2020-01-31"),
      datore(ida, "180000", "2026-11-16"),
      datore(leo, "130000", "2024-08-30"),
    ],
    rapporti: SCENARI.map(({ rapporto }) => rapporto),
    ...pagamenti,
    deleghe: delegheOf(clienti),
  };
  return [nominati, ...clienti].reduce(together);
}

export const writeMondo = (cartella: string) => writeArchivio(cartella, inventMondo());

/** The generator may have given a client a delegato of their own; here the deleghe are ours. */
function withoutDelegati(righe: Righe): Righe {
  const named = new Set([
    ...righe.datori.map(({ codice_fiscale }) => codice_fiscale),
    ...righe.rapporti.map((r) => r.lavoratore),
  ]);
  return { ...righe, soggetti: righe.soggetti.filter(({ codice_fiscale }) => named.has(codice_fiscale)) };
}

/** Who takes a studio of their own city lives there: Carla's is in Rome, Leo's in Turin. */
const cittaOf = (numero: number) =>
  numero < DELEGANTI_CARLA ? { nome: "Roma", sede: "100000" } : { nome: "Torino", sede: "130000" };

function inCitta(righe: Righe, { nome, sede }: { nome: string; sede: string }): Righe {
  const qui = inComune(comuneOf(nome));
  return {
    ...righe,
    soggetti: righe.soggetti.map((riga) => ({ ...riga, ...qui })),
    datori: righe.datori.map((riga) => ({ ...riga, sede })),
    rapporti: righe.rapporti.map((riga) => ({ ...riga, ...qui, sede })),
  };
}

function together(one: Righe, other: Righe): Righe {
  const joined = noRighe();
  for (const nome of Object.keys(joined) as (keyof Righe)[]) joined[nome] = [...one[nome], ...other[nome]];
  return joined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeMondo(path.join(path.dirname(fileURLToPath(import.meta.url)), "archivio"));
}
