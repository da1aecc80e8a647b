/** Common names only, in all the spellings a register meets: accents, apostrophes, two letters, other alphabets' sounds. */

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const COGNOMI_ITALIANI = words(`
  Rossi, Ferrari, Bianchi, Romano, Gallo, Costa, Fontana, Conti, Esposito, Ricci, Bruno, De Luca, Moretti, Marino,
  Greco, Barbieri, Lombardi, Giordano, Colombo, Mancini, Rizzo, Santoro, Caruso, Rinaldi, Mariani, D'Angelo, D'Amico,
  Dell'Òrco, Lo Russo, Pellizzari, Abà, Re, Fo, Hofer, Kostner, Mair, Čermelj, Gruber`);

export const COGNOMI_ESTERI = words(`
  Popescu, Ionescu, Rusu, Ceban, Cojocaru, Țurcanu, Kovalenko, Shevchenko, Bondarenko, Santos, Reyes, Dela Cruz,
  Garcia, Quispe, Mamani, Ñahui, Fernando, Perera, Singh, Rahman, Nguyễn, Hoxha, Marku, Diallo, Traoré, El Idrissi,
  Ait Ouaali`);

export const CITTADINANZE = words("Romania, Ucraina, Filippine, Moldova, Perù, Marocco, Sri Lanka, Albania");

export const NOMI = {
  F: words(`Maria, Anna, Rosa, Teresa, Elena, Lucia, Franca, Giulia, Chiara, Bianca, Noemi, Irma, Iole, Ines, Olga, Ada,
    Zoe, Rita, Marta, Carla, Zoë, Loredana, Grace, Oksana, Ștefania`),
  M: words(`Mario, Luigi, Giuseppe, Antonio, Franco, Carlo, Paolo, Pietro, Sergio, Dario, Ugo, Ivo, Enzo, Renzo, Bruno, Aldo,
    Matteo, Nicolò, Giosuè, Hans, Jürgen, Lucio, Andriy, José`),
} as const;
