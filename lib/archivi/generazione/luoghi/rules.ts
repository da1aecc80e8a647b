import type { Sorte } from "../sorte/rules";
import type { RigaCsv } from "../types";

export type Comune = { nome: string; provincia: string; cap: string; sedi: readonly string[] };

const comune = (nome: string, provincia: string, cap: string, ...sedi: string[]): Comune => ({
  nome,
  provincia,
  cap,
  sedi,
});

export const COMUNI: readonly Comune[] = [
  comune("Roma", "RM", "00184", "100000", "100001"),
  comune("Milano", "MI", "20121", "110000"),
  comune("Napoli", "NA", "80133", "120000", "120001"),
  comune("Torino", "TO", "10121", "130000"),
  comune("Bolzano/Bozen", "BZ", "39100", "140000", "140001"),
  comune("Aosta", "AO", "11100", "150000"),
  comune("Palermo", "PA", "90133", "160000", "160001"),
  comune("Bari", "BA", "70122", "170000"),
  comune("Firenze", "FI", "50122", "180000", "180001"),
  comune("Reggio nell'Emilia", "RE", "42121", "190000"),
  comune("L'Aquila", "AQ", "67100", "200000", "200001"),
  comune("Cagliari", "CA", "09124", "210000"),
  comune("Forlì", "FC", "47121", "220000", "220001"),
  comune("Trieste", "TS", "34121", "230000"),
];

const STRADE = [
  "Via Roma",
  "Vicolo Stretto",
  "Via 25 Aprile",
  "Via G. Garibaldi",
  "Via dell'Orso",
  "Piazza della Libertà",
  "Corso Vittorio Emanuele II",
  "Via dei Portici",
];

export const comuneOf = (nome: string): Comune => {
  const found = COMUNI.find((candidate) => candidate.nome === nome);
  if (!found) throw new Error(`no such comune: ${nome}`);
  return found;
};

export const inComune = ({ nome, provincia, cap }: Comune) => ({ cap, comune: nome, provincia });

export function inventIndirizzo(sorte: Sorte): string {
  const suffix = sorte.pesato({ "": 70, "/A": 15, " bis": 15 });
  return `${sorte.uno(STRADE)} ${sorte.intero(1, 180)}${suffix}`;
}

/** The territorial offices: a direzione provinciale per comune, here and there an agenzia. */
export function inventSedi(sorte: Sorte): RigaCsv[] {
  return COMUNI.flatMap((luogo) =>
    luogo.sedi.map((codice, index) => {
      const [tipo, nome, prefix] =
        index === 0
          ? (["direzione_provinciale", `Direzione provinciale ${luogo.nome}`, "direzione"] as const)
          : (["agenzia", `Agenzia ${luogo.nome} Nord`, "agenzia"] as const);
      return {
        codice,
        denominazione: nome,
        tipo,
        indirizzo: `${sorte.uno(STRADE)} ${sorte.intero(1, 95)}`,
        ...inComune(luogo),
        telefono: index === 0 ? `000 ${sorte.intero(100_000, 999_999)}` : "",
        pec: `${prefix}.${luogo.provincia.toLowerCase()}@pec.example`,
      };
    }),
  );
}
