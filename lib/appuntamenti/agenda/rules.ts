/** An agenda as it is read: day by day, what is booked, what is free, when nobody receives. */
import type { Assenza, ModoAppuntamento } from "@/db/schema/agenda";
import type { Appuntamento } from "@/db/schema/appuntamenti";
import {
  apertureDi,
  isPatrono,
  lunediDi,
  type Minuti,
  orologioOf,
  sottrai,
  type Tratto,
  unisci,
} from "@/lib/appuntamenti/orari/rules";
import { addDays, type DataIso } from "@/lib/dates";
import { festaOn } from "@/lib/giorni-lavorativi";
import type { Patrono, Regola } from "./cambi/rules";

export const VISTE_AGENDA = ["settimana", "giorno"] as const;
export type VistaAgenda = (typeof VISTE_AGENDA)[number];

/** What an agenda shows of an appuntamento; of a hold only that it is one. */
export type InAgenda = Pick<
  Appuntamento,
  | "id"
  | "numero"
  | "esperto"
  | "espertoNome"
  | "datoreNome"
  | "modo"
  | "inizioAt"
  | "fineAt"
  | "stato"
  | "daSpostareAt"
> & {
  motivo: string;
  /** Minutes since 1970: when the pause after it is over. */
  liberoDa: Minuti;
};

export type AssenzaInAgenda = Pick<Assenza, "id" | "esperto" | "inizioAt" | "fineAt" | "motivo">;

type Quando = { inizio: Minuti; fine: Minuti };
export type VoceAgenda = Quando &
  (
    | { tipo: "appuntamento"; esperto: string; appuntamento: InAgenda }
    | { tipo: "prenotazione"; esperto: string; chiave: string }
    | { tipo: "libero"; esperto: string; modi: ModoAppuntamento[] }
    | { tipo: "assenza"; esperto: string | null; chiave: string; motivo: string; giornata: boolean }
  );

export type GiornoAgenda = {
  data: DataIso;
  /** Of the holiday or saint for which the sede is shut. */
  festa: string | null;
  voci: VoceAgenda[];
};

export type DatiAgenda = {
  regole: readonly Regola[];
  appuntamenti: readonly InAgenda[];
  assenze: readonly AssenzaInAgenda[];
  patrono: Patrono | null;
};

/** The days that a view shows around a day: itself, or its week from Monday to Sunday. */
export function giorniDi(vista: VistaAgenda, data: DataIso): DataIso[] {
  if (vista === "giorno") return [data];
  const lunedi = lunediDi(data);
  return Array.from({ length: 7 }, (_, giorno) => addDays(lunedi, giorno));
}

/** The day by which the view before (-1) or after (1) is asked for. */
export const accanto = (vista: VistaAgenda, data: DataIso, verso: -1 | 1): DataIso =>
  addDays(data, verso * (vista === "giorno" ? 1 : 7));

/** From when to when a civil day in Rome lasts, also when it has 23 or 25 hours. */
export function limitiDi(data: DataIso): Tratto {
  const orologio = orologioOf(data);
  return { inizio: orologio("00:00"), fine: orologio("24:00") };
}

/** Of one esperto, or (null) of all. */
export function soloDi(dati: DatiAgenda, esperto: string | null): DatiAgenda {
  if (esperto === null) return dati;
  return {
    ...dati,
    regole: dati.regole.filter((regola) => regola.esperto === esperto),
    appuntamenti: dati.appuntamenti.filter((preso) => preso.esperto === esperto),
    assenze: dati.assenze.filter((assenza) => assenza.esperto === null || assenza.esperto === esperto),
  };
}

/** What happens on a day, from the first hour on. On a day that is shut nothing is free; what was booked stays. */
export function giornoAgenda(dati: DatiAgenda, data: DataIso): GiornoAgenda {
  const festa = festaOn(data) ?? (isPatrono(data, dati.patrono) ? (dati.patrono?.nome ?? null) : null);
  const giorno = limitiDi(data);
  const presi = dati.appuntamenti.filter((preso) => cadeIn(giorno, minuti(preso.inizioAt)));
  const assenze = festa === null ? dati.assenze.flatMap((assenza) => ritaglia(assenza, giorno)) : [];
  const liberi = festa === null ? liberiDi(dati.regole, [...presi.map(impegnoDi), ...assenze], data) : [];
  const voci = [...presi.map(voceDi), ...assenze, ...liberi];
  return { data, festa, voci: voci.sort((a, b) => a.inizio - b.inizio || a.fine - b.fine) };
}

function voceDi(preso: InAgenda): VoceAgenda {
  const quando = { inizio: minuti(preso.inizioAt), fine: minuti(preso.fineAt), esperto: preso.esperto };
  return preso.stato === "in_prenotazione"
    ? { ...quando, tipo: "prenotazione", chiave: preso.id }
    : { ...quando, tipo: "appuntamento", appuntamento: preso };
}

const impegnoDi = ({ esperto, inizioAt, liberoDa }: InAgenda) => ({
  esperto,
  inizio: minuti(inizioAt),
  fine: liberoDa,
});

function ritaglia({ id, esperto, inizioAt, fineAt, motivo }: AssenzaInAgenda, giorno: Tratto) {
  const inizio = Math.max(minuti(inizioAt), giorno.inizio);
  const fine = Math.min(minuti(fineAt), giorno.fine);
  if (inizio >= fine) return [];
  const giornata = inizio === giorno.inizio && fine === giorno.fine;
  return [{ tipo: "assenza" as const, inizio, fine, esperto, chiave: id, motivo, giornata }];
}

/** By rule rather than by esperto: two openings that follow one another may be for different ways. */
function liberiDi(
  regole: readonly Regola[],
  occupati: readonly (Tratto & { esperto: string | null })[],
  data: DataIso,
): VoceAgenda[] {
  return regole.flatMap((regola) => {
    const aperti = apertureDi([regola], { dal: data, al: data }, () => false).get(regola.esperto) ?? [];
    const suoi = occupati.filter(({ esperto }) => esperto === null || esperto === regola.esperto);
    return sottrai(unisci(aperti), unisci(suoi)).map(({ inizio, fine }) => ({
      ...{ tipo: "libero" as const, inizio, fine },
      ...{ esperto: regola.esperto, modi: [...regola.modi] },
    }));
  });
}

const cadeIn = ({ inizio, fine }: Tratto, istante: Minuti) => inizio <= istante && istante < fine;
const minuti = (istante: Date): Minuti => istante.getTime() / 60_000;

/** The instant of a minute since 1970, for formatIstante. */
export const istanteDi = (minuto: Minuti): Date => new Date(minuto * 60_000);
