/** One datore and all that an archive says of them, from the seed and their number alone. */
import { addDays, type DataIso } from "@/lib/dates";
import { COMUNI, inComune, inventIndirizzo } from "./luoghi/rules";
import { composeAvviso, inventPagamenti, type Numeratore } from "./pagamenti/rules";
import { composePartitaIva, inventPersona } from "./persone/rules";
import { inventRapporto, inventVicenda } from "./rapporti/rules";
import { type Sorte, sorteOf } from "./sorte/rules";
import { noRighe, type RigaCsv, type Righe } from "./types";

/** More would need more birth dates than there are. */
export const DATORI_MASSIMI = 1_800_000;
const RAPPORTI_MASSIMI = 5;
const ANNI_DI_CONTRIBUTI = 6;
const DATORI_PER_INTERMEDIARIO = 430;
const ALTRI_NUMERI = 10_000_000_000;

export type Mondo = { seme: number; oggi: DataIso; intermediari: readonly string[]; numeri: Numeratore };

/** Where chance begins for each thing, so that none depends on how many draws another took. */
const RAMI = { sedi: 1, intermediario: 2, datore: 3, rapporto: 4, delega: 5 } as const;

export const sorteSedi = (seme: number) => sorteOf(seme, RAMI.sedi);

export function createNumeratore(seme: number): Numeratore {
  let avvisi = 0;
  let versamenti = 0;
  const prefix = seme % 900;
  return {
    avviso: () => composeAvviso(prefix * ALTRI_NUMERI + ++avvisi),
    versamento: () => `V${String(prefix).padStart(3, "0")}${String(++versamenti).padStart(10, "0")}`,
  };
}

export const countIntermediari = (datori: number) =>
  Math.min(Math.max(3, Math.round(datori / DATORI_PER_INTERMEDIARIO)), 99_999);

export function inventIntermediario(seme: number, numero: number): RigaCsv {
  const sorte = sorteOf(seme, RAMI.intermediario, numero);
  const comune = sorte.uno(COMUNI);
  const titolare = inventPersona(sorte, "delegato", numero, comune);
  const tipo = sorte.uno(["consulente_del_lavoro", "commercialista", "avvocato", "associazione"]);
  const prefix =
    tipo === "associazione" ? "Associazione" : sorte.uno(["Studio", "Centro", "Studio associato"]);
  return {
    codice: `I${String(numero).padStart(5, "0")}`,
    denominazione: `${prefix} ${titolare.cognome} ${numero}`,
    tipo,
    codice_fiscale: composePartitaIva(String(9_000_000_000 + ((seme * 100_003 + numero * 7) % 999_999_999))),
    indirizzo: inventIndirizzo(sorte),
    ...inComune(comune),
    pec: `i${numero}@pec.example`,
  };
}

export function inventDatore(mondo: Mondo, numero: number): Righe {
  const { seme, oggi } = mondo;
  const sorte = sorteOf(seme, RAMI.datore, numero);
  const comune = sorte.uno(COMUNI);
  const sede = sorte.uno(comune.sedi);
  const datore = inventPersona(sorte, "datore", numero, comune);
  const righe: Righe = { ...noRighe(), soggetti: [datore] };
  const parti = { datore: datore.codice_fiscale ?? "", comune, sede, oggi };
  const quanti = countRapporti(sorte);
  for (let index = 0; index < quanti; index++) addRapporto(righe, mondo, numero, index, parti);

  const iscrizione = righe.rapporti.map((rapporto) => rapporto.data_inizio ?? oggi).sort()[0] ?? oggi;
  righe.datori.push({ codice_fiscale: parti.datore, sede, data_iscrizione: iscrizione });
  addDelega(righe, mondo, numero, parti.datore);
  return righe;
}

const countRapporti = (sorte: Sorte) => Number(sorte.pesato({ "1": 78.5, "2": 15.5, "3": 5.1, "5": 0.9 }));

type Parti = Omit<Parameters<typeof inventRapporto>[1], "codice" | "lavoratore">;

function addRapporto(
  righe: Righe,
  { seme, oggi, numeri }: Mondo,
  numero: number,
  index: number,
  parti: Parti,
): void {
  const serial = numero * RAPPORTI_MASSIMI + index;
  const sorte = sorteOf(seme, RAMI.rapporto, serial);
  const lavoratore = inventPersona(sorte, "lavoratore", serial, sorte.uno(COMUNI));
  const codice = `6${String(seme % 90).padStart(2, "0")}${String(serial).padStart(7, "0").slice(-7)}`;
  const rapporto = inventRapporto(sorte, { ...parti, codice, lavoratore: lavoratore.codice_fiscale ?? "" });
  righe.soggetti.push(lavoratore);
  righe.rapporti.push(rapporto);
  if (rapporto.stato === "annullato") return;

  const { contributi, versamenti } = inventPagamenti({
    rapporto,
    dal: `${Number(oggi.slice(0, 4)) - ANNI_DI_CONTRIBUTI}-01-01`,
    oggi,
    cassacolf: sorte.capita(0.8),
    numeri,
    sorte,
    vicendaOf: inventVicenda(sorte, oggi),
  });
  righe.contributi.push(...contributi);
  righe.versamenti.push(...versamenti);
}

function addDelega(righe: Righe, { seme, oggi, intermediari }: Mondo, numero: number, datore: string): void {
  const sorte = sorteOf(seme, RAMI.delega, numero);
  const tipo = sorte.pesato({ nessuna: 79, professionale: 15, personale: 6 });
  if (tipo === "nessuna") return;
  const delegato = tipo === "personale" ? inventPersona(sorte, "delegato", numero, sorte.uno(COMUNI)) : null;
  if (delegato) righe.soggetti.push(delegato);
  const inizio = sorte.intero(15, 800);
  const revocata = sorte.capita(0.15);
  righe.deleghe.push({
    identificativo: `D${String(seme % 900).padStart(3, "0")}${String(numero).padStart(7, "0")}`,
    datore,
    tipo,
    delegato: delegato?.codice_fiscale ?? sorte.uno(intermediari),
    data_inizio: addDays(oggi, -inizio),
    data_fine: revocata ? addDays(oggi, -sorte.intero(1, inizio)) : "",
    stato: revocata ? "revocata" : "attiva",
  });
}
