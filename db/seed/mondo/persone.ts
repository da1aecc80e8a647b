import { comuneOf, inComune } from "@/lib/archivi/generazione/luoghi/rules";
import { composeCodiceFiscale, type Sesso } from "@/lib/archivi/generazione/persone/rules";
import type { RigaCsv } from "@/lib/archivi/generazione/types";
import type { DataIso } from "@/lib/dates";

// The people of the demo. All invented: the place codes X500-X599 belong to no place, the telephone numbers to nobody.

type Dati = {
  cognome: string;
  nome: string;
  sesso: Sesso;
  nata: DataIso;
  comune: string;
  indirizzo: string;
  luogo: number;
  cittadinanza?: string;
  cellulare?: string;
  telefono?: string;
};

function persona({ cognome, nome, sesso, nata, comune, indirizzo, luogo, ...other }: Dati): RigaCsv {
  const residenza = comuneOf(comune);
  const estera = other.cittadinanza !== undefined;
  const mail = `${nome}.${cognome}`.normalize("NFD").replace(/[^A-Za-z.]/g, "");
  return {
    codice_fiscale: composeCodiceFiscale({ cognome, nome, sesso, dataNascita: nata, luogo }),
    cognome,
    nome,
    sesso,
    data_nascita: nata,
    comune_nascita: estera ? "" : residenza.nome,
    provincia_nascita: estera ? "EE" : residenza.provincia,
    cittadinanza: other.cittadinanza ?? "Italia",
    indirizzo,
    ...inComune(residenza),
    telefono: other.telefono ?? "",
    cellulare: other.cellulare ?? "",
    email: `${mail.toLowerCase()}@posta.example`,
  };
}

const donna = (
  cognome: string,
  nome: string,
  nata: DataIso,
  luogo: number,
  resto: Omit<Dati, "cognome" | "nome" | "sesso" | "nata" | "luogo">,
) => persona({ cognome, nome, sesso: "F", nata, luogo, ...resto });
const uomo = (
  cognome: string,
  nome: string,
  nata: DataIso,
  luogo: number,
  resto: Omit<Dati, "cognome" | "nome" | "sesso" | "nata" | "luogo">,
) => persona({ cognome, nome, sesso: "M", nata, luogo, ...resto });

export const anna = donna("Rossi", "Anna", "1944-05-17", 500, {
  comune: "Roma",
  indirizzo: "Via dell'Orso 12",
  cellulare: "300 0000001",
  telefono: "000 0000001",
});
export const bruno = uomo("Conti", "Bruno", "1972-09-30", 501, {
  comune: "Roma",
  indirizzo: "Via 25 Aprile 40",
  cellulare: "300 0000002",
});
export const carla = donna("Moretti", "Carla", "1969-02-11", 502, {
  comune: "Roma",
  indirizzo: "Corso Vittorio Emanuele II 88",
  cellulare: "300 0000003",
});
export const dario = uomo("Greco", "Dario", "1951-11-03", 503, {
  comune: "Roma",
  indirizzo: "Via Roma 7",
  cellulare: "300 0000004",
});
export const elena = donna("De Luca", "Elena", "1985-06-21", 504, {
  comune: "Roma",
  indirizzo: "Via G. Garibaldi 19",
});
export const furio = uomo("Mancini", "Furio", "1966-01-08", 505, {
  comune: "Roma",
  indirizzo: "Piazza della Libertà 3",
});
export const gina = donna("Colombo", "Gina", "1990-04-02", 506, {
  comune: "Milano",
  indirizzo: "Via Roma 55",
});
export const hans = uomo("Hofer", "Hans", "1948-12-24", 507, {
  comune: "Bolzano/Bozen",
  indirizzo: "Lauben/Portici 21",
  telefono: "000 0000008",
});
export const ida = donna("Marino", "Ida", "1958-08-15", 508, {
  comune: "Firenze",
  indirizzo: "Vicolo Stretto 9",
  cellulare: "300 0000009",
});
export const leo = uomo("Fontana", "Leo", "1974-03-19", 509, {
  comune: "Torino",
  indirizzo: "Via 25 Aprile 64",
  cellulare: "300 0000010",
});
export const nora = donna("Barbieri", "Nora", "1979-10-05", 510, {
  comune: "Roma",
  indirizzo: "Via G. Garibaldi 101",
});

export const maria = donna("Cojocaru", "Maria", "1983-07-28", 511, {
  comune: "Roma",
  indirizzo: "Via Roma 140/A",
  cittadinanza: "Moldova",
  cellulare: "300 0000011",
});
export const olena = donna("Shevchenko", "Olena", "1968-03-09", 512, {
  comune: "Roma",
  indirizzo: "Via dell'Orso 12",
  cittadinanza: "Ucraina",
});
export const grace = donna("Dela Cruz", "Grace", "1988-01-16", 513, {
  comune: "Roma",
  indirizzo: "Via 25 Aprile 6",
  cittadinanza: "Filippine",
});
export const stefania = donna("Țurcanu", "Ștefania", "1977-05-02", 514, {
  comune: "Bolzano/Bozen",
  indirizzo: "Lauben/Portici 21",
  cittadinanza: "Romania",
});
export const fatima = donna("El Idrissi", "Fatima", "1992-11-27", 515, {
  comune: "Torino",
  indirizzo: "Via Roma 33",
  cittadinanza: "Marocco",
});

export const TUTTE = [
  anna,
  bruno,
  carla,
  dario,
  elena,
  furio,
  gina,
  hans,
  ida,
  leo,
  nora,
  maria,
  olena,
  grace,
  stefania,
  fatima,
];
