/**
 * People who do not exist. Their codici fiscali are well formed and carry a place code that starts with X, a letter no
 * place has (contract, section 7). Place and birth date together are never given twice: no two of a million collide.
 */
import { codiceFiscaleFault } from "@/lib/codice-fiscale";
import { addDays, type DataIso } from "@/lib/dates";
import { type Comune, inComune, inventIndirizzo } from "../luoghi/rules";
import type { Sorte } from "../sorte/rules";
import type { RigaCsv } from "../types";
import { CITTADINANZE, COGNOMI_ESTERI, COGNOMI_ITALIANI, NOMI } from "./nomi/rules";

/** Each kind has place codes and birth years of its own. */
export const STIRPI = {
  datore: { primoLuogo: 0, luoghi: 300, dal: "1932-01-01", giorni: 21_701 },
  lavoratore: { primoLuogo: 300, luoghi: 600, dal: "1960-01-01", giorni: 16_001 },
  delegato: { primoLuogo: 900, luoghi: 100, dal: "1950-01-01", giorni: 18_701 },
} as const;

export type Stirpe = keyof typeof STIRPI;
export type Sesso = "M" | "F";
export type Nascita = { cognome: string; nome: string; sesso: Sesso; dataNascita: DataIso; luogo: number };

const MESI = "ABCDEHLMPRST";
const DISPARI = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const PASSO = 7_919; // prime: no birth date comes back before all have been given

export function inventPersona(sorte: Sorte, stirpe: Stirpe, numero: number, comune: Comune): RigaCsv {
  const estera = stirpe === "lavoratore" && sorte.capita(0.96);
  const sesso: Sesso = sorte.capita(stirpe === "lavoratore" ? 0.6 : 0.58) ? "F" : "M";
  const cognome = sorte.uno(estera ? COGNOMI_ESTERI : COGNOMI_ITALIANI);
  const nome = sorte.uno(NOMI[sesso]);
  const { dataNascita, luogo } = birthOf(stirpe, numero);
  return {
    codice_fiscale: composeCodiceFiscale({ cognome, nome, sesso, dataNascita, luogo }),
    cognome,
    nome,
    sesso,
    data_nascita: dataNascita,
    comune_nascita: estera ? "" : comune.nome,
    provincia_nascita: estera ? "EE" : comune.provincia,
    cittadinanza: estera ? sorte.uno(CITTADINANZE) : "Italia",
    indirizzo: inventIndirizzo(sorte),
    ...inComune(comune),
    ...inventContatti(sorte, nome),
  };
}

export function composeCodiceFiscale({ cognome, nome, sesso, dataNascita, luogo }: Nascita): string {
  const giorno = Number(dataNascita.slice(8, 10)) + (sesso === "F" ? 40 : 0);
  const mese = MESI[Number(dataNascita.slice(5, 7)) - 1] ?? "A";
  const body = [
    threeLetters(cognome, false),
    threeLetters(nome, true),
    dataNascita.slice(2, 4),
    mese,
    String(giorno).padStart(2, "0"),
    `X${String(luogo).padStart(3, "0")}`,
  ].join("");
  const composed = `${body}${checkLetter(body)}`;
  if (codiceFiscaleFault(composed)) throw new Error(`not a codice fiscale: ${composed}`);
  return composed;
}

/** An 11-digit codice fiscale of a body, with its check digit (Luhn, as for the partita IVA). */
export function composePartitaIva(firstTen: string): string {
  for (let digit = 0; digit < 10; digit++) {
    const composed = `${firstTen}${digit}`;
    if (codiceFiscaleFault(composed) === null) return composed;
  }
  throw new Error(`not ten digits: ${firstTen}`);
}

function birthOf(stirpe: Stirpe, numero: number): { dataNascita: DataIso; luogo: number } {
  const { primoLuogo, luoghi, dal, giorni } = STIRPI[stirpe];
  const place = numero % luoghi;
  const turn = Math.floor(numero / luoghi);
  if (turn >= giorni) throw new Error(`too many people: ${numero}`);
  const day = (turn * PASSO + place * 4_561) % giorni;
  return { dataNascita: addDays(dal, day), luogo: primoLuogo + ((place * 7) % luoghi) };
}

function inventContatti(sorte: Sorte, nome: string) {
  const mail = asciiLetters(nome).toLowerCase();
  return {
    telefono: sorte.capita(0.4) ? `000 ${sorte.intero(1_000_000, 9_999_999)}` : "",
    cellulare: sorte.capita(0.8) ? `300 ${sorte.intero(1_000_000, 9_999_999)}` : "",
    email: sorte.capita(0.6) ? `${mail}.${sorte.intero(1, 99_999)}@posta.example` : "",
  };
}

/** Consonants first, then vowels, then X; a name with four consonants gives its first, third and fourth. */
function threeLetters(text: string, isNome: boolean): string {
  const letters = asciiLetters(text).toUpperCase();
  const consonants = letters.replace(/[AEIOU]/g, "");
  const chosen = isNome && consonants.length > 3 ? `${consonants[0]}${consonants.slice(2)}` : consonants;
  return `${chosen}${letters.replace(/[^AEIOU]/g, "")}XXX`.slice(0, 3);
}

const asciiLetters = (text: string) => text.normalize("NFD").replace(/[^A-Za-z]/g, "");

function checkLetter(body: string): string {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = body.charCodeAt(index);
    const rank = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (DISPARI[rank] ?? 0) : rank;
  }
  return String.fromCharCode(65 + (sum % 26));
}
