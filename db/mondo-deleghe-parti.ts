import type { DataIso } from "@/lib/dates";
import type { Delega } from "./schema/deleghe";
import type { EventoDelega, Proposta } from "./schema/proposte";

/** What db/mondo-deleghe-modello.ts is made of, and how an archive's deleghe are judged. */

/** `chi` holds a delega or is asked for one: an intermediario's codice, a person's codice fiscale. */
type Parti = { datore: string; tipo: Delega["tipo"]; chi: string };
export type DelegaModello = Parti &
  Pick<Delega, "stato" | "dataInizio" | "dataFine" | "fine" | "ultimoGiorno" | "titolo" | "ambito"> & {
    id: string;
    identificativo: string | null;
    statoArchivio: "attiva" | "revocata" | null;
    chiusa: boolean;
  };
export type PropostaModello = Parti &
  Pick<Proposta, "stato" | "proponente" | "dataInizio" | "dataFine" | "termine" | "ambito"> & { id: string };
export type Evento = { delega: string; evento: EventoDelega["evento"]; chi: string };
export type RigaArchivio = Parti & {
  identificativo: string;
  dal: DataIso;
  al: DataIso | null;
  stato: "attiva" | "revocata";
};
export type Offerta = Parti & Pick<Proposta, "proponente" | "ambito"> & { dal: DataIso; al: DataIso | null };

/** What a delega of the archive is among all there are. */
export function verdict(d: DelegaModello, deleghe: DelegaModello[], oggi: DataIso): Delega["stato"] {
  if (d.statoArchivio === "revocata") return "revocata";
  if (d.ultimoGiorno !== null && d.ultimoGiorno < d.dataInizio) return "revocata";
  const order = (x: DelegaModello) => `${x.dataInizio} ${x.identificativo}`;
  const beaten = deleghe.some(
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
  return d.fine !== null && d.fine < oggi ? "scaduta" : "attiva";
}

type Periodo = Pick<Delega, "dataInizio" | "fine">;
export const overlap = (a: Periodo, b: Periodo) =>
  a.dataInizio <= (b.fine ?? "9999") && b.dataInizio <= (a.fine ?? "9999");
export const later = (a: DataIso, b: DataIso) => (a > b ? a : b);

export function fineOf({ dataInizio, dataFine, ultimoGiorno }: DelegaModello): DataIso | null {
  const ends = [dataFine, ultimoGiorno].filter((day) => day !== null).sort();
  const [first = null] = ends;
  return first !== null && first < dataInizio ? dataInizio : first;
}
