import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { eventiAmministrazione } from "@/db/schema/registri";
import { sedi } from "@/db/schema/sedi";
import type { RuoloProfilo, TipoProfilo } from "@/db/schema/utenti";
import type { ViewerScope } from "@/lib/auth/viewer";
import type { CercaUtenti } from "./input";

export const UTENTI_PER_PAGINA = 20;
export const EVENTI_IN_SCHEDA = 100;

export type ProfiloDiUtente = {
  id: string;
  tipo: TipoProfilo;
  sede: string | null;
  intermediario: string | null;
  /** The name of sede or intermediario. */
  dove: string | null;
  ruolo: RuoloProfilo | null;
  esperto: boolean;
};

/** A user as an amministratore sees them; without a name when no archive tells it. */
export type SchedaUtente = {
  id: string;
  codiceFiscale: string;
  nome: string | null;
  cognome: string | null;
  pinIniziale: boolean;
  creatoAt: Date;
  sospesoAt: Date | null;
  /** Of the sessions that are still kept; null: none of them. */
  ultimoAccesso: Date | null;
  profili: ProfiloDiUtente[];
};

type Row = {
  id: string;
  codice_fiscale: string;
  nome: string | null;
  cognome: string | null;
  pin_iniziale: boolean;
  creato_at: string;
  disabilitato_at: string | null;
  ultimo_accesso: string | null;
  profili: ProfiloDiUtente[];
};

/** A page of users by name and one more; without a search, only who works for the institute. */
export async function listUtenti({ tx }: ViewerScope, { codiceFiscale, parole, filtro, dopo }: CercaUtenti) {
  const rows = await tx.execute<Row>(
    sql`select * from elenca_utenti(${codiceFiscale}, ${parole}, ${filtro}, ${dopo}::uuid, ${UTENTI_PER_PAGINA + 1})`,
  );
  return rows.map(toScheda);
}

/** Whether more people answer to these words than are looked through for it. */
export async function isTroppoComune({ tx }: ViewerScope, parole: string): Promise<boolean> {
  const rows = await tx.execute<{ comune: boolean }>(sql`select nome_troppo_comune(${parole}) as comune`);
  return rows[0]?.comune ?? false;
}

/** Nothing: there is none of that id. */
export async function getUtente({ tx }: ViewerScope, utenteId: string): Promise<SchedaUtente | undefined> {
  const [row] = await tx.execute<Row>(sql`select * from leggi_utente(${utenteId}::uuid)`);
  return row && toScheda(row);
}

/** What was done about a user, latest first. */
export function listEventiDiUtente({ tx }: ViewerScope, utenteId: string) {
  const { id, quandoAt, evento, chi, oggetto, motivo } = eventiAmministrazione;
  return tx
    .select({ id, quandoAt, evento, chi, oggetto, motivo })
    .from(eventiAmministrazione)
    .where(eq(eventiAmministrazione.utenteId, utenteId))
    .orderBy(desc(id))
    .limit(EVENTI_IN_SCHEDA);
}

/** Where somebody may work. */
export function listSedi({ tx }: ViewerScope) {
  return tx
    .select({ codice: sedi.codice, denominazione: sedi.denominazione })
    .from(sedi)
    .orderBy(asc(sedi.denominazione), asc(sedi.codice));
}

export type EventoDiUtente = Awaited<ReturnType<typeof listEventiDiUtente>>[number];
export type SedeElencata = Awaited<ReturnType<typeof listSedi>>[number];

const toScheda = (row: Row): SchedaUtente => ({
  id: row.id,
  codiceFiscale: row.codice_fiscale,
  nome: row.nome,
  cognome: row.cognome,
  pinIniziale: row.pin_iniziale,
  creatoAt: new Date(row.creato_at),
  sospesoAt: row.disabilitato_at === null ? null : new Date(row.disabilitato_at),
  ultimoAccesso: row.ultimo_accesso === null ? null : new Date(row.ultimo_accesso),
  profili: row.profili,
});
