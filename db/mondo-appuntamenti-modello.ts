import { type Atto, whyNotAct } from "@/lib/appuntamenti/giornata/rules";
import { ORE_PER_CAMBIARE, type Rifiuto, SPOSTAMENTI_MASSIMI } from "@/lib/appuntamenti/rules";
import { addDays, type DataIso, dataInRome } from "@/lib/dates";
import type { Appuntamento, EventoAppuntamento } from "./schema/appuntamenti";

/** The appuntamenti of one drawer with one esperto in plain data: what migration 0014 is compared with. */

type Esito = "ok" | Rifiuto;
export type Persona = { chiave: string; dellaSede: boolean };
export type Cosa = { motivo: string; durata: number };
type Tempo = { inizio: number; fine: number };
export type Preso = Tempo & {
  id: string;
  cosa: Cosa;
  chi: string;
  stato: Appuntamento["stato"];
  annullatoDa: Appuntamento["annullatoDa"];
  spostamenti: number;
  sequenza: number;
  daSpostare: boolean;
  arrivato: boolean;
  iniziato: boolean;
  /** Over, and asked for anew before the sede said what became of it. */
  senzaEsito: boolean;
  eventi: EventoAppuntamento["evento"][];
  /** The holds by which it was moved, and by whom. */
  mosse: { id: string; chi: string }[];
};
export type Tenuto = Tempo & { id: string; cosa: Cosa; chi: string; sposta: string | null; scaduto: boolean };

const ORA = 3_600_000;
const MINUTO = 60_000;
const PREAVVISO_ORE = 24;
const ORIZZONTE_GIORNI = 60;

const siToccano = (a: Tempo, b: Tempo) => a.inizio < b.fine && b.inizio < a.fine;

export class Modello {
  presi: Preso[] = [];
  tenuti: Tenuto[] = [];
  assenze: Tempo[] = [];
  /** What counts as now. */
  adesso: number;
  constructor(adesso: number) {
    this.adesso = adesso;
  }

  get oggi(): DataIso {
    return dataInRome(new Date(this.adesso));
  }

  /** Every day from nine to one; it is winter throughout. */
  private riceve(tempo: Tempo): boolean {
    const nove = Date.parse(`${dataInRome(new Date(tempo.inizio))}T08:00:00Z`);
    if (tempo.inizio < nove || tempo.fine > nove + 4 * ORA) return false;
    return !this.assenze.some((assenza) => siToccano(assenza, tempo));
  }

  private tardi = (preso: Preso) => preso.inizio < this.adesso + ORE_PER_CAMBIARE * ORA;

  tiene(id: string, io: Persona, cosa: Cosa, inizio: number, sposta: string | null): Esito {
    const vecchio = this.presi.find(
      (preso) => preso.id === sposta && preso.stato === "confermato" && !preso.senzaEsito,
    );
    if (sposta !== null && !vecchio) return "non_trovata";
    const di = vecchio?.cosa ?? cosa;
    const tempo = { inizio, fine: inizio + di.durata * MINUTO };
    if (vecchio && !io.dellaSede && !vecchio.daSpostare) {
      if (vecchio.spostamenti >= SPOSTAMENTI_MASSIMI) return "troppi_spostamenti";
      if (this.tardi(vecchio)) return "troppo_tardi";
    }
    if (inizio < this.adesso + (io.dellaSede ? 0 : PREAVVISO_ORE * ORA)) return "troppo_presto";
    if (dataInRome(new Date(inizio)) > addDays(this.oggi, ORIZZONTE_GIORNI)) return "troppo_avanti";
    if (!this.riceve(tempo)) return "non_riceve";
    const restano = this.tenuti.filter((hold) => !hold.scaduto && hold.chi !== io.chiave);
    const stessa = (altro: { cosa: Cosa }) => altro.cosa.motivo === di.motivo;
    const vivi = this.presi.filter(({ stato }) => stato === "confermato");
    const verra = (preso: Preso) => preso.fine > this.adesso && !preso.senzaEsito;
    if (
      !vecchio &&
      (vivi.some((preso) => stessa(preso) && verra(preso)) ||
        restano.some((hold) => hold.sposta === null && stessa(hold)))
    ) {
      return "gia_prenotato";
    }
    if ([...vivi, ...restano].some((altro) => siToccano(altro, tempo))) return "occupato";
    if (!vecchio) {
      for (const preso of vivi.filter((altro) => stessa(altro) && !altro.senzaEsito)) {
        preso.senzaEsito = true;
        preso.eventi.push("senza_esito");
      }
    }
    this.tenuti = [...restano, { id, cosa: di, chi: io.chiave, sposta, scaduto: false, ...tempo }];
    return "ok";
  }

  libera(id: string, io: Persona): Esito {
    const hold = this.tenuti.find((tenuto) => tenuto.id === id && tenuto.chi === io.chiave);
    this.tenuti = this.tenuti.filter((tenuto) => tenuto !== hold);
    return hold ? "ok" : "non_trovata";
  }

  conferma(id: string, io: Persona): Esito {
    const hold = this.tenuti.find((tenuto) => tenuto.id === id && tenuto.chi === io.chiave);
    if (!hold) {
      const suo = this.presi.find((preso) => preso.id === id && preso.chi === io.chiave);
      if (suo) return suo.stato === "confermato" ? "ok" : "non_trovata";
      const mosso = this.presi.some(({ mosse }) => mosse.some((m) => m.id === id && m.chi === io.chiave));
      return mosso ? "ok" : "scaduto";
    }
    if (hold.scaduto) return "scaduto";
    if (!this.riceve(hold)) return "non_riceve";
    const { inizio, fine, cosa } = hold;
    if (hold.sposta === null) {
      this.presi.push({
        ...{ id, cosa, inizio, fine, chi: io.chiave, stato: "confermato", annullatoDa: null },
        ...{ spostamenti: 0, sequenza: 0, daSpostare: false, arrivato: false, iniziato: false },
        senzaEsito: false,
        ...{ eventi: ["confermato", "avvisato"], mosse: [] },
      });
    } else {
      const preso = this.presi.find(
        (altro) => altro.id === hold.sposta && altro.stato === "confermato" && !altro.senzaEsito,
      );
      if (!preso) return "non_trovata";
      const conta = !io.dellaSede && !preso.daSpostare;
      if (conta && preso.spostamenti >= SPOSTAMENTI_MASSIMI) return "troppi_spostamenti";
      Object.assign(preso, { inizio, fine, daSpostare: false, arrivato: false, iniziato: false });
      preso.spostamenti += conta ? 1 : 0;
      preso.sequenza += 1;
      preso.eventi.push("spostato", "avvisato");
      preso.mosse.push({ id, chi: io.chiave });
    }
    this.tenuti = this.tenuti.filter((tenuto) => tenuto !== hold);
    return "ok";
  }

  annulla(preso: Preso, io: Persona): Esito {
    if (preso.stato === "annullato") return "ok";
    if (preso.stato !== "confermato" || preso.senzaEsito) return "gia_chiuso";
    if (!io.dellaSede && !preso.daSpostare && this.tardi(preso)) return "troppo_tardi";
    preso.stato = "annullato";
    preso.annullatoDa = io.dellaSede ? "sede" : "cittadino";
    preso.sequenza += 1;
    preso.eventi.push("annullato", "avvisato");
    this.tenuti = this.tenuti.filter(({ sposta }) => sposta !== preso.id);
    return "ok";
  }

  segna(preso: Preso, atto: Atto, io: Persona): Esito {
    if (!io.dellaSede) return "non_trovata";
    const { stato, inizio } = preso;
    const rifiuto = whyNotAct({ stato, inizioAt: new Date(inizio) }, atto, new Date(this.adesso), this.oggi);
    if (rifiuto) return rifiuto;
    if ((atto === "arrivato" && preso.arrivato) || (atto === "iniziato" && preso.iniziato)) return "ok";
    preso.eventi.push(atto);
    if (atto === "arrivato" || atto === "iniziato") preso.arrivato = true;
    if (atto === "iniziato") preso.iniziato = true;
    if (atto === "tenuto" || atto === "non_presentato") preso.stato = atto;
    if (atto === "tenuto" || atto === "non_presentato" || atto === "definito") preso.senzaEsito = false;
    if (atto === "definito") {
      preso.stato = "chiuso_e_definito";
      preso.sequenza += 1;
      preso.eventi.push("avvisato");
    }
    return "ok";
  }

  /** @returns how many were told */
  daSpostare(preso: Preso, io: Persona): number {
    if (!io.dellaSede || preso.stato !== "confermato" || preso.daSpostare) return 0;
    preso.daSpostare = true;
    preso.eventi.push("da_spostare", "avvisato");
    return 1;
  }

  passano(ore: number): void {
    this.adesso += ore * ORA;
    this.scadono();
  }

  scadono(): void {
    for (const hold of this.tenuti) hold.scaduto = true;
  }
}

/** The words that the sequences come by: all there are, but those of what is not drawn (quesiti, files, phones). */
export const PAROLE = [
  ...["ok", "gia_prenotato", "non_riceve", "occupato", "troppo_avanti", "troppo_presto"].map(
    (w) => `tiene ${w}`,
  ),
  ...["ok", "non_riceve", "non_trovata", "occupato", "troppi_spostamenti", "troppo_avanti"].map(
    (w) => `sposta ${w}`,
  ),
  ...["sposta troppo_presto", "sposta troppo_tardi", "libera ok", "libera non_trovata"],
  ...["ok", "non_riceve", "non_trovata", "scaduto", "troppi_spostamenti"].map((w) => `conferma ${w}`),
  ...["ok", "gia_chiuso", "troppo_tardi"].map((w) => `annulla ${w}`),
  ...["ok", "altro_giorno", "gia_chiuso", "non_trovata", "troppo_presto"].map((w) => `segna ${w}`),
  ...["agenda 0", "agenda 1"],
];
