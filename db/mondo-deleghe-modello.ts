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
import {
  type DelegaModello,
  type Evento,
  fineOf,
  later,
  type Offerta,
  overlap,
  type PropostaModello,
  type RigaArchivio,
  verdict,
} from "./mondo-deleghe-parti";

/** The deleghe of a small world in plain data: what migrations 0003 and 0004 are compared with. */

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
    const made = this.proposte.filter(
      (p) => p.datore === datore && p.chi === chi && p.proponente === proponente,
    );
    const twice = made.some((p) =>
      proponente === "datore" ? p.stato === "proposta" : this.waitsForWhoAsked(p) && p.termine >= this.oggi,
    );
    return twice ? "gia_proposta" : null;
  }

  /** Or was refused, which is not told. */
  private waitsForWhoAsked({ proponente, stato }: PropostaModello): boolean {
    return proponente === "delegato" && (stato === "proposta" || stato === "rifiutata");
  }

  propose(id: string, { dal, al, ...parti }: Offerta): void {
    for (const p of this.proposte) {
      const mine = p.datore === parti.datore && p.chi === parti.chi && p.proponente === "delegato";
      if (parti.proponente === "delegato" && mine) this.expireProposta(p);
    }
    const termine = addDays(this.oggi, GIORNI_PER_DECIDERE);
    const periodo = { dataInizio: later(dal, this.oggi), dataFine: al };
    this.proposte.push({ id, ...parti, ...periodo, stato: "proposta", termine });
    this.note(id, "proposta", parti.chi);
  }

  decide(id: string, accetta: boolean): "ok" | Rifiuto {
    const p = this.proposte.find((candidate) => candidate.id === id);
    if (!p) return "non_trovata";
    if (p.stato === "attiva" && accetta) {
      const stands = this.deleghe.some(
        (d) => d.id === id && ["attiva", "futura"].includes(statoDelega(d, this.oggi)),
      );
      return stands ? "ok" : "gia_chiusa";
    }
    if (p.stato !== "proposta") return p.stato === "rifiutata" && !accetta ? "ok" : "gia_decisa";
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
    if (this.waitsForWhoAsked(p) || (p.proponente === "delegato" && p.stato === "scaduta")) {
      if (p.termine < this.oggi) return "scaduta";
    } else if (p.stato !== "proposta") return p.stato === "annullata" ? "ok" : "gia_decisa";
    p.stato = "annullata";
    this.note(id, "annullata", p.chi);
    return "ok";
  }

  close(id: string, evento: "revocata" | "rinunciata"): "ok" | Rifiuto {
    const d = this.deleghe.find((candidate) => candidate.id === id);
    if (!d) return "non_trovata";
    if (d.titolo !== "volontaria") return "per_provvedimento";
    if (!isChiudibile(d, this.oggi)) return "gia_chiusa";
    const future = statoDelega(d, this.oggi) === "futura";
    Object.assign(d, { stato: "revocata", chiusa: true });
    this.note(id, evento, d.chi);
    if (future && d.tipo === "professionale") this.giveBack(d);
    return "ok";
  }

  change(id: string, ambito: DelegaModello["ambito"], al: DataIso | null): "ok" | Rifiuto {
    const d = this.deleghe.find((candidate) => candidate.id === id);
    if (!d) return "non_trovata";
    if (d.titolo !== "volontaria") return "per_provvedimento";
    if (!isChiudibile(d, this.oggi)) return "gia_chiusa";
    const dataFine = d.identificativo === null ? al : d.dataFine;
    if (d.identificativo === null) {
      if (al !== null && al < later(d.dataInizio, this.oggi)) return "fine_passata";
      const taken = this.deleghe.filter(
        (a) => a.id !== id && a.datore === d.datore && a.tipo === d.tipo && a.titolo === "volontaria",
      );
      const periodo = { ...d, fine: fineOf({ ...d, dataFine }) };
      if (taken.some((a) => a.stato === "attiva" && overlap(a, periodo))) return "altra_delega";
    }
    if (d.ambito !== ambito) this.note(id, "portata_cambiata", d.chi);
    if (d.dataFine !== dataFine) this.note(id, "fine_cambiata", d.chi);
    Object.assign(d, { ambito, dataFine, fine: fineOf({ ...d, dataFine }) });
    return "ok";
  }

  /** What `d` was to replace and now never does. */
  private giveBack(d: DelegaModello): void {
    const others = this.deleghe.filter((a) => a.datore === d.datore && a.tipo === d.tipo);
    for (const a of others.filter((a) => !a.chiusa && a.ultimoGiorno === addDays(d.dataInizio, -1))) {
      const [next] = others
        .filter((s) => s.stato === "attiva" && s.dataInizio > a.dataInizio)
        .map(({ dataInizio }) => dataInizio)
        .sort();
      a.ultimoGiorno = next ? addDays(next, -1) : null;
      a.fine = fineOf(a);
      if (a.stato === "attiva") this.note(a.id, "ripristinata", a.chi);
    }
  }

  expire(): void {
    for (const p of this.proposte) this.expireProposta(p);
    for (const d of this.deleghe) {
      if (d.stato === "attiva" && statoDelega(d, this.oggi) === "scaduta") {
        d.stato = "scaduta";
        this.note(d.id, "scaduta", d.chi);
      }
    }
  }

  private expireProposta(p: PropostaModello): void {
    if (p.stato !== "proposta" || statoProposta(p, this.oggi) !== "scaduta") return;
    p.stato = "scaduta";
    this.note(p.id, "scaduta", p.chi);
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
    const verdicts = judged.map((d) => [d, verdict(d, this.deleghe, this.oggi)] as const);
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

  /** Which drawers open for whoever holds deleghe, each once. */
  opens(chi: string): string[] {
    const held = this.deleghe.filter((d) => d.chi === chi && statoDelega(d, this.oggi) === "attiva");
    return [...new Set(held.map((d) => d.datore))].sort();
  }

  private note(delega: string, evento: Evento["evento"], chi: string): void {
    this.eventi.push({ delega, evento, chi });
  }
}
