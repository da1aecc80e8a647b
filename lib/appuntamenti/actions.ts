"use server";
import { redirect } from "next/navigation";
import type { Contesto } from "@/db/client";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import { type FormOutcome, formAction, plainAction } from "@/lib/actions/form-action";
import { readPosizione, requirePosizione } from "@/lib/auth/session";
import { addDays, type DataIso, dataInRome } from "@/lib/dates";
import { festaOn } from "@/lib/giorni-lavorativi";
import { currentDate } from "@/lib/oggi";
import { isOfferta } from "./attese/queries";
import {
  attesaInput,
  bloccaInput,
  confermaInput,
  confermaSpostamentoInput,
  esciInput,
  lasciaInput,
  liberaInput,
  spostaInput,
} from "./input";
import { listOfferti } from "./motivi/queries";
import { type Perche, queryDi, samePerche } from "./motivi/rules";
import {
  confirmAppuntamento,
  enterAttesa,
  holdOrario,
  leaveAttesa,
  type Oggetto,
  releaseOrario,
  writeNota,
} from "./mutations";
import { getPrenotazione } from "./queries";
import type { Rifiuto } from "./rules";

type InPosizione = Contesto & { posizione: string };

/** Holds the chosen time; refused, it leads back to the list, which says why. */
export const bloccaOrarioAction = plainAction({
  input: bloccaInput,
  run: async ({ posizione, prenotazione, perche, quesitoId, modo, orario, filtro }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const { motivo, rapporto, contributo } = perche;
    const oggetto = { motivo, rapporto, quesitoId, contributo };
    const esito =
      (await whyNotOfferto(contesto, perche, quesitoId)) ??
      (await holdAny(contesto, prenotazione, oggetto, { motivo, modo, orario }));
    if (esito === "ok") redirect(`${nuovo(posizione)}/${prenotazione}?${conModo(perche, modo)}`);
    const query = conModo(perche, modo);
    query.set("prenotazione", prenotazione);
    redirect(`${nuovo(posizione)}/quando?${conEsito(query, esito, orario.inizio, filtro)}`);
  },
});

/** The same for an appuntamento that is to be moved there. */
export const bloccaSpostamentoAction = plainAction({
  input: spostaInput,
  run: async ({ posizione, prenotazione, appuntamento, numero, modo, orario, filtro }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const [riga] = await readPosizione(contesto, (scope) => getPrenotazione(scope, appuntamento));
    const scelta = riga && { motivo: riga.appuntamento.motivoCodice, modo, orario };
    const esito = scelta
      ? await holdAny(contesto, prenotazione, { sposta: appuntamento }, scelta)
      : "non_trovata";
    const qui = `${elenco(posizione)}/${numero}/sposta`;
    if (esito === "ok") redirect(`${qui}/${prenotazione}`);
    redirect(`${qui}?${conEsito(new URLSearchParams({ modo }), esito, orario.inizio, filtro)}`);
  },
});

/** Pressed twice, in two tabs or after going back, it leads to the same appuntamento. */
export const confermaAppuntamentoAction = formAction({
  input: confermaInput,
  keep: ["nota", "telefono"],
  run: async ({ posizione, prenotazione, perche, modo, nota, telefono, verso }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const qui = `${nuovo(posizione)}/${prenotazione}`;
    if (verso === "rinuncia")
      return redirect(`${nuovo(posizione)}?fatto=${await letGo(contesto, prenotazione)}`);
    if (verso !== "conferma") await writeNota(contesto, prenotazione, nota);
    if (verso === "allegati") return redirect(`${qui}/allegati`);
    const query = conModo(perche, modo);
    if (verso === "orario") {
      // An offer stays until another time takes its place: given up here, the place on the list would go with it.
      if (!(await isOffertaIn(contesto, prenotazione))) await releaseOrario(contesto, prenotazione);
      query.set("prenotazione", prenotazione);
      return redirect(`${nuovo(posizione)}/quando?${query}`);
    }
    const { esito, numero } = await confirmAppuntamento(contesto, prenotazione, nota, telefono);
    if (esito === "ok") return redirect(`${elenco(posizione)}/${numero}?fatto=confermato`);
    if (esito !== "scaduto") return refused(esito);
    await writeNota(contesto, prenotazione, nota);
    query.set("esito", esito);
    return redirect(`${qui}?${query}`);
  },
});

export const confermaSpostamentoAction = formAction({
  input: confermaSpostamentoInput,
  keep: ["telefono"],
  run: async ({ posizione, prenotazione, numero, telefono, verso }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const appuntamento = `${elenco(posizione)}/${numero}`;
    if (verso === "orario") {
      await releaseOrario(contesto, prenotazione);
      return redirect(`${appuntamento}/sposta`);
    }
    const { esito } = await confirmAppuntamento(contesto, prenotazione, "", telefono);
    if (esito === "ok") return redirect(`${appuntamento}?fatto=spostato`);
    return esito === "scaduto" ? redirect(`${appuntamento}/sposta?esito=scaduto`) : refused(esito);
  },
});

/** Lets go of a time one holds, from where one chooses another. */
export const liberaOrarioAction = plainAction({
  input: liberaInput,
  run: async ({ posizione, prenotazione }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    redirect(`${nuovo(posizione)}?fatto=${await letGo(contesto, prenotazione)}`);
  },
});

/** Lets go of the time that a page showed, when the browser goes back from it; the page it goes to shows nothing of this. */
export const lasciaOrarioAction = formAction({
  input: lasciaInput,
  run: async ({ posizione, prenotazione, scade }) => {
    await releaseOrario(await requirePosizione(posizione, "appuntamenti"), prenotazione, scade);
    return { ok: true };
  },
});

/** A place on the waiting list; asked twice it is one. */
export const entraInAttesaAction = formAction({
  input: attesaInput,
  keep: ["telefono"],
  run: async ({ posizione, attesa, perche, quesitoId, sedi, modi, telefono }) => {
    const contesto = await requirePosizione(posizione, "appuntamenti");
    const { motivo, rapporto, contributo } = perche;
    const oggetto = { motivo, rapporto, quesitoId, contributo };
    const esito =
      (await whyNotOfferto(contesto, perche, quesitoId)) ??
      (await enterAttesa(contesto, attesa, oggetto, { sedi, modi, telefono }));
    return esito === "ok" ? redirect(`${nuovo(posizione)}?fatto=in_attesa`) : refused(esito);
  },
});

export const esciDaAttesaAction = plainAction({
  input: esciInput,
  run: async ({ posizione, attesa }) => {
    await leaveAttesa(await requirePosizione(posizione, "appuntamenti"), attesa);
    redirect(`${nuovo(posizione)}?fatto=uscito`);
  },
});

const isOffertaIn = (contesto: InPosizione, prenotazione: string) =>
  readPosizione(contesto, (scope) => isOfferta(scope, prenotazione));

/** @returns what is said of it: with an offer goes the place on the list */
async function letGo(contesto: InPosizione, prenotazione: string) {
  const offerta = await isOffertaIn(contesto, prenotazione);
  const esito = await releaseOrario(contesto, prenotazione);
  return offerta && esito === "ok" ? "offerta_lasciata" : "rinunciato";
}

const elenco = (posizione: string) => `/cassetto/${posizione}/appuntamenti`;
const nuovo = (posizione: string) => `${elenco(posizione)}/nuovo`;

/** The reasons that the pages offer, asked again of what a form sends. */
function whyNotOfferto(
  contesto: InPosizione,
  perche: Perche,
  quesitoId: string | null,
): Promise<Rifiuto | null> {
  return readPosizione(contesto, async (scope) => {
    const offerte = await listOfferti(scope, currentDate());
    const offerta = offerte.find((altra) => samePerche(altra.perche, perche));
    return offerta && (offerta.quesito?.id ?? null) === quesitoId ? null : "non_trovata";
  });
}

type Scelta = {
  motivo: string;
  modo: ModoAppuntamento;
  orario: { sede: string; inizio: Date; esperti: string[] };
};

/**
 * With the first of these esperti who can then. The database knows who receives and is free, and that nobody gets it
 * twice; of national holidays it knows nothing. A minute that no page offers is as good as any other: what the pages
 * offer shifts with each booking, and who was reading them is not to be refused for it.
 */
async function holdAny(
  contesto: InPosizione,
  id: string,
  oggetto: Oggetto | { sposta: string },
  scelta: Scelta,
): Promise<"ok" | Rifiuto> {
  const { modo, orario } = scelta;
  const { sede, inizio, esperti } = orario;
  if (isFesta(dataInRome(inizio), currentDate())) return "non_riceve";
  const rifiuti: Rifiuto[] = [];
  for (const esperto of esperti) {
    const { esito } = await holdOrario(contesto, id, oggetto, { sede, esperto, modo, inizio });
    if (esito === "ok" || !DI_UN_ESPERTO.includes(esito)) return esito;
    rifiuti.push(esito);
  }
  return rifiuti.includes("occupato") ? "occupato" : (rifiuti[0] ?? "non_trovata");
}

/** Of days further ahead than anybody may book no calendar is made, whatever year a form invents. */
const isFesta = (data: DataIso, oggi: DataIso): boolean =>
  data >= oggi && data <= addDays(oggi, 366) && festaOn(data) !== undefined;

/** What one esperto is refused for, and another may not be. */
const DI_UN_ESPERTO: readonly Rifiuto[] = ["occupato", "non_riceve", "non_trovata"];

function conModo(perche: Perche, modo: ModoAppuntamento): URLSearchParams {
  const query = queryDi(perche);
  query.set("modo", modo);
  return query;
}

function conEsito(query: URLSearchParams, esito: Rifiuto, inizio: Date, sede: string | null) {
  query.set("esito", esito);
  query.set("giorno", new Date(inizio).toLocaleDateString("sv-SE", { timeZone: "Europe/Rome" }));
  if (sede) query.set("sede", sede);
  return query;
}

function refused(reason: Rifiuto): FormOutcome {
  return { ok: false, reason: `appuntamenti.rifiuti.${reason}` };
}
