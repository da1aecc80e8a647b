import { addDays, type DataIso } from "@/lib/dates";
import { giornoLavorativoDa } from "@/lib/giorni-lavorativi";
import { GIORNI_PER_RIAPRIRE, type Rifiuto, termineDi } from "@/lib/quesiti/rules";
import type { Bozza } from "./schema/messaggi";
import type { EventoQuesito, Quesito } from "./schema/quesiti";

/** The quesiti of one drawer in plain data: what migrations 0009 and 0010 are compared with. */

type Esito = "ok" | Rifiuto;
type Azione = NonNullable<Bozza["azione"]>;
export type Persona = { chiave: string; sede: string; responsabile: boolean };
type QuesitoModello = {
  id: string;
  sede: string;
  stato: Quesito["stato"];
  esito: Quesito["esito"];
  assegnato: string | null;
  termine: DataIso;
  sospeso: DataIso | null;
  chiusoDa: Quesito["chiusoDa"];
  chiusoIl: DataIso | null;
  eventi: EventoQuesito["evento"][];
  numeri: string[];
};
/** `chi` writes it; of who asks: anna. */
type BozzaModello = {
  id: string;
  chi: string;
  quesito: string | null;
  azione: Azione | null;
  parte: boolean;
};

/** `come` it ended, if it did: given, or asked no more. */
type ParereModello = { id: string; quesito: string; come: "chiesto" | "reso" | "decaduto" };

export class Modello {
  quesiti: QuesitoModello[] = [];
  bozze: BozzaModello[] = [];
  pareri: ParereModello[] = [];
  /** What left, and by whom: it can be stopped no more. */
  partite: { id: string; chi: string }[] = [];
  private ultimo: Record<string, number> = {};
  oggi: DataIso;
  private readonly sede: string;
  private readonly giorni: number;
  constructor(oggi: DataIso, sede: string, giorni: number) {
    this.oggi = oggi;
    this.sede = sede;
    this.giorni = giorni;
  }

  find = (id: string) => this.quesiti.find((q) => q.id === id);
  private inPartenza = (id: string) => this.bozze.some((b) => b.quesito === id && b.parte);
  private drop = (id: string) => {
    this.bozze = this.bozze.filter((b) => b.id !== id);
  };

  private numero(sede: string): string {
    const registro = `${sede}.${this.oggi.slice(0, 4)}`;
    const numero = (this.ultimo[registro] ?? 0) + 1;
    this.ultimo[registro] = numero;
    return `${registro}.${String(numero).padStart(7, "0")}`;
  }

  scrive(id: string, chi: string, quesito: string | null, azione: Azione | null): void {
    this.bozze.push({ id, chi, quesito, azione, parte: false });
  }

  invia(id: string): Esito {
    const bozza = this.bozze.find((b) => b.id === id);
    if (!bozza) return this.find(id) ? "ok" : "non_trovata";
    const termine = termineDi(this.oggi, this.giorni);
    const q = bozza.quesito === null ? undefined : this.find(bozza.quesito);
    if (!q) {
      const aperto = { stato: "inviato", esito: null, assegnato: null, sospeso: null } as const;
      const numeri = [this.numero(this.sede)];
      const mai = { chiusoDa: null, chiusoIl: null };
      this.quesiti.push({ id, sede: this.sede, ...aperto, ...mai, termine, eventi: ["inviato"], numeri });
    } else {
      if (q.chiusoIl !== null && addDays(q.chiusoIl, GIORNI_PER_RIAPRIRE) < this.oggi)
        return "chiuso_da_troppo";
      q.numeri.push(this.numero(q.sede));
      q.eventi.push(q.stato === "chiuso" ? "riaperto" : "integrato");
      if (q.stato === "chiuso") q.termine = termine;
      if (q.sospeso !== null)
        q.termine = giornoLavorativoDa(addDays(q.termine, daysBetween(q.sospeso, this.oggi)));
      if (q.stato === "chiuso" || q.stato === "in_attesa_del_cittadino")
        q.stato = q.assegnato === null ? "inviato" : "in_carico";
      Object.assign(q, { sospeso: null, esito: null, chiusoDa: null, chiusoIl: null });
    }
    this.drop(id);
    return "ok";
  }

  chiude(id: string): Esito {
    const q = this.find(id);
    if (!q) return "non_trovata";
    if (q.stato === "chiuso") return "gia_chiuso";
    Object.assign(q, { stato: "chiuso", chiusoDa: "cittadino", chiusoIl: this.oggi, sospeso: null });
    q.eventi.push("chiuso");
    this.decadono(id);
    return "ok";
  }

  private decadono(quesito: string): void {
    for (const parere of this.pareri) {
      if (parere.quesito === quesito && parere.come === "chiesto") parere.come = "decaduto";
    }
  }

  /** The one esperto there is to ask. `parere`: what its id will be. */
  chiedeParere(id: string, parere: string, chi: Persona): Esito {
    const q = this.find(id);
    const no = this.suo(q, chi);
    if (no || !q) return no ?? "non_trovata";
    if (q.assegnato !== chi.chiave) return "non_in_carico";
    if (this.pareri.some(({ quesito, come }) => quesito === id && come === "chiesto")) return "gia_chiesto";
    this.pareri.push({ id: parere, quesito: id, come: "chiesto" });
    q.eventi.push("parere_chiesto");
    return "ok";
  }

  rendeParere(id: string): Esito {
    const parere = this.pareri.find((p) => p.id === id);
    if (parere?.come !== "chiesto") return "non_trovata";
    parere.come = "reso";
    this.find(parere.quesito)?.eventi.push("parere_reso");
    return "ok";
  }

  /** What any act of a sede looks at first. */
  private suo(q: QuesitoModello | undefined, { sede }: Persona): "non_trovata" | "gia_chiuso" | null {
    if (q?.sede !== sede) return "non_trovata";
    return q.stato === "chiuso" ? "gia_chiuso" : null;
  }

  prende(id: string, chi: Persona): Esito {
    const q = this.find(id);
    const no = this.suo(q, chi);
    if (no || !q) return no ?? "non_trovata";
    if (q.assegnato !== null && q.assegnato !== chi.chiave) return "gia_preso";
    if (q.assegnato === null) this.give(q, chi.chiave, "preso_in_carico");
    return "ok";
  }

  private give(q: QuesitoModello, a: string, evento: "preso_in_carico" | "assegnato"): void {
    q.assegnato = a;
    if (q.stato === "inviato") q.stato = "in_carico";
    q.eventi.push(evento);
  }

  rilascia(id: string, chi: Persona): Esito {
    const q = this.find(id);
    const no = this.suo(q, chi);
    if (no || !q) return no ?? "non_trovata";
    if (q.assegnato !== chi.chiave) return "non_in_carico";
    if (this.inPartenza(id)) return "in_partenza";
    q.assegnato = null;
    if (q.stato === "in_carico") q.stato = "inviato";
    q.eventi.push("rilasciato");
    return "ok";
  }

  private isAltrui = (q: QuesitoModello, chi: Persona) =>
    q.assegnato !== null && q.assegnato !== chi.chiave && !chi.responsabile;

  assegna(id: string, chi: Persona, a: Persona): Esito {
    const q = this.find(id);
    const no = a.sede === chi.sede ? this.suo(q, chi) : "non_trovata";
    if (no || !q) return no ?? "non_trovata";
    if (this.isAltrui(q, chi)) return "non_in_carico";
    if (this.inPartenza(id)) return "in_partenza";
    if (q.assegnato !== a.chiave) this.give(q, a.chiave, "assegnato");
    return "ok";
  }

  trasferisce(id: string, chi: Persona, sede: string): Esito {
    const q = this.find(id);
    const no = sede === chi.sede ? "non_trovata" : this.suo(q, chi);
    if (no || !q) return no ?? "non_trovata";
    if (this.isAltrui(q, chi)) return "non_in_carico";
    if (this.inPartenza(id)) return "in_partenza";
    this.bozze = this.bozze.filter((b) => b.quesito !== id || b.azione === null);
    Object.assign(q, { sede, assegnato: null });
    if (q.stato === "in_carico") q.stato = "inviato";
    q.eventi.push("trasferito");
    this.decadono(id);
    return "ok";
  }

  /** scrivi_risposta, and then invia_risposta. */
  risponde(id: string, bozza: string, chi: Persona, azione: Azione): Esito {
    const q = this.find(id);
    const no = this.suo(q, chi);
    if (no || !q) return no ?? "non_trovata";
    if (q.assegnato !== chi.chiave) return "non_in_carico";
    const busy = this.inPartenza(id);
    this.bozze.push({ id: bozza, chi: chi.chiave, quesito: id, azione, parte: !busy });
    return busy ? "in_partenza" : "ok";
  }

  ferma(id: string): Esito {
    const bozza = this.bozze.find((b) => b.id === id);
    if (!bozza) return "gia_partita";
    bozza.parte = false;
    return "ok";
  }

  parte(id: string): string {
    const bozza = this.bozze.find((b) => b.id === id);
    const q = this.find(bozza?.quesito ?? "");
    if (!bozza?.parte || !q) return "niente";
    if (q.stato === "chiuso") {
      bozza.parte = false;
      return "chiuso";
    }
    q.numeri.push(this.numero(q.sede));
    if (bozza.azione === "richiesta") {
      Object.assign(q, { stato: "in_attesa_del_cittadino", sospeso: q.sospeso ?? this.oggi });
      q.eventi.push("richiesto");
    } else if (bozza.azione === "chiusura") {
      const chiuso = { chiusoDa: "sede", chiusoIl: this.oggi, sospeso: null } as const;
      Object.assign(q, { stato: "chiuso", esito: "parziale", ...chiuso });
      q.eventi.push("chiuso");
      this.decadono(q.id);
    } else q.eventi.push("risposto");
    this.partite.push({ id, chi: bozza.chi });
    this.drop(id);
    return "partita";
  }
}

const daysBetween = (from: DataIso, to: DataIso) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
