import { addDays, type DataIso } from "@/lib/dates";
import {
  attiSuProposta,
  DELEGHE_PERSONALI_MASSIME,
  GIORNI_PER_DECIDERE,
  isChiudibile,
  PROPOSTE_IN_ATTESA_MASSIME,
  type Rifiuto,
  statoDelega,
  statoProposta,
} from "@/lib/deleghe/rules";
import type { Delega } from "./schema/deleghe";
import type { EventoDelega, Proposta } from "./schema/proposte";

/** The deleghe of a small world in plain data: what migrations 0003 and 0004 are compared with. */

/** `chi` holds a delega or is asked for one: an intermediario's codice, a person's codice fiscale. */
type Parti = { datore: string; tipo: Delega["tipo"]; chi: string };
type DelegaModello = Parti &
  Pick<Delega, "stato" | "dataInizio" | "dataFine" | "fine" | "ultimoGiorno" | "titolo" | "ambito"> & {
    id: string;
    identificativo: string | null;
    statoArchivio: "attiva" | "revocata" | null;
    chiusa: boolean;
  };
type PropostaModello = Parti &
  Pick<Proposta, "stato" | "proponente" | "dataInizio" | "dataFine" | "termine" | "ambito"> & { id: string };
export type Evento = { delega: string; evento: EventoDelega["evento"]; chi: string };
export type RigaArchivio = Parti & {
  identificativo: string;
  dal: DataIso;
  al: DataIso | null;
  stato: "attiva" | "revocata";
};
export type Offerta = Parti & Pick<Proposta, "proponente" | "ambito"> & { dal: DataIso; al: DataIso | null };

export class Modello {
  deleghe: DelegaModello[] = [];
  proposte: PropostaModello[] = [];
  eventi: Evento[] = [];
  oggi: DataIso;
  constructor(oggi: DataIso) {
    this.oggi = oggi;
  }

  /** @returns null when nothing is against it; the id comes from the database. */
  whyNotPropose({ datore, tipo, chi, proponente, ambito, dal, al }: Offerta): Rifiuto | null {
    const inizio = later(dal, this.oggi);
    if (al !== null && al < inizio) return "fine_passata";
    const attive = this.deleghe.filter((d) => d.datore === datore && d.tipo === tipo && d.stato === "attiva");
    if (proponente === "datore") {
      const taken = attive.some(
        (d) => d.titolo === "volontaria" && overlap(d, { dataInizio: inizio, fine: al }),
      );
      if (tipo === "personale" && taken) return "delegato_gia_presente";
      const same = attive.some(
        (d) => d.chi === chi && d.ambito === ambito && d.fine === al && d.dataInizio <= inizio,
      );
      if (tipo === "professionale" && same) return "gia_attiva";
      const waiting = this.proposte.filter((p) => p.datore === datore && p.proponente === "datore");
      if (waiting.filter((p) => p.stato === "proposta").length >= PROPOSTE_IN_ATTESA_MASSIME)
        return "troppe_proposte";
    }
    const twice = this.proposte.some(
      (p) => p.datore === datore && p.chi === chi && p.proponente === proponente && p.stato === "proposta",
    );
    return twice ? "gia_proposta" : null;
  }

  propose(id: string, { dal, al, ...parti }: Offerta): void {
    const termine = addDays(this.oggi, GIORNI_PER_DECIDERE);
    const periodo = { dataInizio: later(dal, this.oggi), dataFine: al };
    this.proposte.push({ id, ...parti, ...periodo, stato: "proposta", termine });
    this.note(id, "proposta", parti.chi);
  }

  decide(id: string, accetta: boolean): "ok" | Rifiuto {
    const p = this.proposte.find((candidate) => candidate.id === id);
    if (!p) return "non_trovata";
    if (p.stato !== "proposta") return p.stato === (accetta ? "attiva" : "rifiutata") ? "ok" : "gia_decisa";
    const parte = p.proponente === "datore" ? "delegato" : "datore";
    if (!attiSuProposta(p, parte, this.oggi).includes("accetta")) return "scaduta";
    if (accetta) return this.accept(p);
    p.stato = "rifiutata";
    this.note(id, "rifiutata", p.chi);
    return "ok";
  }

  private accept(p: PropostaModello): "ok" | Rifiuto {
    const { oggi } = this;
    const dal = later(p.dataInizio, oggi);
    if (p.dataFine !== null && p.dataFine < dal) return "fine_passata";
    const attive = this.deleghe.filter(
      (d) =>
        d.datore === p.datore &&
        d.tipo === p.tipo &&
        d.titolo === "volontaria" &&
        d.stato === "attiva" &&
        overlap(d, { dataInizio: dal, fine: p.dataFine }),
    );
    if (p.tipo === "personale") {
      if (attive.length > 0) return "delegato_gia_presente";
      const held = this.deleghe.filter((d) => d.chi === p.chi && isChiudibile(d, oggi));
      if (held.length >= DELEGHE_PERSONALI_MASSIME) return "limite_deleghe";
    }
    for (const prima of attive) {
      if (prima.dataInizio < dal && dal > oggi) {
        prima.ultimoGiorno = addDays(dal, -1);
        prima.fine = fineOf(prima);
      } else Object.assign(prima, { stato: "revocata", chiusa: true });
      this.note(prima.id, "sostituita", prima.chi);
    }
    const { id, datore, tipo, chi, ambito, dataFine } = p;
    const periodo = { dataInizio: dal, dataFine, ultimoGiorno: null, fine: dataFine };
    const origin = {
      identificativo: null,
      statoArchivio: null,
      titolo: "volontaria",
      chiusa: false,
    } as const;
    this.deleghe.push({ id, datore, tipo, chi, ambito, ...periodo, ...origin, stato: "attiva" });
    p.stato = "attiva";
    this.note(id, "accettata", chi);
    return "ok";
  }

  withdraw(id: string): "ok" | Rifiuto {
    const p = this.proposte.find((candidate) => candidate.id === id);
    if (!p) return "non_trovata";
    if (p.stato !== "proposta") return p.stato === "annullata" ? "ok" : "gia_decisa";
    p.stato = "annullata";
    this.note(id, "annullata", p.chi);
    return "ok";
  }

  close(id: string, evento: "revocata" | "rinunciata"): "ok" | Rifiuto {
    const d = this.deleghe.find((candidate) => candidate.id === id);
    if (!d) return "non_trovata";
    if (d.titolo !== "volontaria") return "per_provvedimento";
    if (!isChiudibile(d, this.oggi)) return "gia_chiusa";
    Object.assign(d, { stato: "revocata", chiusa: true });
    this.note(id, evento, d.chi);
    return "ok";
  }

  expire(): void {
    for (const p of this.proposte) {
      if (p.stato === "proposta" && statoProposta(p, this.oggi) === "scaduta") {
        p.stato = "scaduta";
        this.note(p.id, "scaduta", p.chi);
      }
    }
    for (const d of this.deleghe) {
      if (d.stato === "attiva" && statoDelega(d, this.oggi) === "scaduta") {
        d.stato = "scaduta";
        this.note(d.id, "scaduta", d.chi);
      }
    }
  }

  /** The archive's rows as merged, then all of its deleghe judged at once. `idOf`: what the database called a new one. */
  merge(righe: readonly RigaArchivio[], idOf: (identificativo: string) => string): void {
    const before = new Map(this.deleghe.map((d) => [d.id, { ...d }]));
    for (const { identificativo, dal, al, stato, ...parti } of righe) {
      let d = this.deleghe.find((candidate) => candidate.identificativo === identificativo);
      if (!d) {
        const fresh = { stato: "revocata", ambito: "operazioni", titolo: "volontaria" } as const;
        const none = {
          ultimoGiorno: null,
          fine: null,
          chiusa: false,
          id: idOf(identificativo),
          identificativo,
        };
        d = { ...parti, ...fresh, ...none, dataInizio: dal, dataFine: al, statoArchivio: stato };
        this.deleghe.push(d);
      }
      Object.assign(d, parti, { dataInizio: dal, dataFine: al, statoArchivio: stato });
      d.fine = fineOf(d);
    }
    const judged = this.deleghe.filter((d) => d.identificativo !== null && !d.chiusa);
    const verdicts = judged.map((d) => [d, this.verdict(d)] as const);
    for (const [d, stato] of verdicts) {
      const was = before.get(d.id);
      d.stato = stato;
      const passed = was?.stato === "attiva" && (was.datore !== d.datore || was.chi !== d.chi);
      if (passed) this.note(d.id, "chiusa_da_archivio", was.chi);
      if (was?.stato === stato && !passed) continue;
      if (stato === "attiva") this.note(d.id, "attivata_da_archivio", d.chi);
      else if (!passed && stato === "scaduta") this.note(d.id, "scaduta", d.chi);
      else if (!passed && was) this.note(d.id, "chiusa_da_archivio", d.chi);
    }
  }

  private verdict(d: DelegaModello): Delega["stato"] {
    if (d.statoArchivio === "revocata") return "revocata";
    if (d.ultimoGiorno !== null && d.ultimoGiorno < d.dataInizio) return "revocata";
    const order = (x: DelegaModello) => `${x.dataInizio} ${x.identificativo}`;
    const beaten = this.deleghe.some(
      (a) =>
        a.id !== d.id &&
        a.datore === d.datore &&
        a.tipo === d.tipo &&
        a.titolo === "volontaria" &&
        overlap(a, d) &&
        (a.identificativo === null
          ? a.stato === "attiva"
          : a.statoArchivio === "attiva" && !a.chiusa && order(a) > order(d)),
    );
    if (beaten) return "revocata";
    return d.fine !== null && d.fine < this.oggi ? "scaduta" : "attiva";
  }

  /** Which drawers open for whoever holds deleghe, each once. */
  opens(chi: string): string[] {
    const held = this.deleghe.filter((d) => d.chi === chi && statoDelega(d, this.oggi) === "attiva");
    return [...new Set(held.map((d) => d.datore))].sort();
  }

  private note(delega: string, evento: Evento["evento"], chi: string): void {
    this.eventi.push({ delega, evento, chi });
  }
}

type Periodo = Pick<Delega, "dataInizio" | "fine">;
export const overlap = (a: Periodo, b: Periodo) =>
  a.dataInizio <= (b.fine ?? "9999") && b.dataInizio <= (a.fine ?? "9999");
const later = (a: DataIso, b: DataIso) => (a > b ? a : b);

function fineOf({ dataInizio, dataFine, ultimoGiorno }: DelegaModello): DataIso | null {
  const ends = [dataFine, ultimoGiorno].filter((day) => day !== null).sort();
  const [first = null] = ends;
  return first !== null && first < dataInizio ? dataInizio : first;
}
