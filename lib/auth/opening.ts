import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RuoloProfilo, TipoProfilo } from "@/db/schema/utenti";
import type { Cassetto, Viewer } from "./viewer";

// What the database answers when a session or a drawer is opened (apri_sessione, apri_cassetto), as a page knows it.

export type SessioneRow = {
  sessione: string;
  utente: string;
  profilo: string | null;
  tipo: TipoProfilo | null;
  codice_fiscale: string;
  nome: string | null;
  cognome: string | null;
  pin_iniziale: boolean;
  sede: string | null;
  sede_denominazione: string | null;
  intermediario: string | null;
  intermediario_denominazione: string | null;
  ruolo: RuoloProfilo | null;
  scelto: TipoProfilo | null;
  propria: string | null;
  altrui: number;
  scrivanie: Viewer["scrivanie"];
  novita: number;
};

export async function openSessione(tx: Tx): Promise<SessioneRow | undefined> {
  const rows = await tx.execute<SessioneRow>(
    sql`select s.*, case when s.sede is null then 0 else novita_mie() end as novita from apri_sessione() s`,
  );
  return rows[0];
}

/** @returns nothing when it is not the viewer's to open; `registra`: whether to enter the visit in the register. */
export async function openCassetto(
  tx: Tx,
  cosa: string,
  rapporto: string | null,
  registra: boolean,
): Promise<Cassetto | undefined> {
  type Row = {
    posizione: string;
    nome: string;
    cognome: string;
    delega: string | null;
    ambito: string;
    titolo: Cassetto["titolo"];
    da_leggere: number;
  };
  const rows = await tx.execute<Row>(sql`select * from apri_cassetto(${cosa}, ${rapporto}, ${registra})`);
  const row = rows[0];
  return (
    row && {
      posizioneId: row.posizione,
      nome: row.nome,
      cognome: row.cognome,
      proprio: row.delega === null && row.ambito !== "ufficio",
      ufficio: row.ambito === "ufficio",
      delegaId: row.delega,
      titolo: row.titolo,
      operazioni: row.ambito === "operazioni",
      daLeggere: row.da_leggere,
    }
  );
}

/**
 * The thread with this protocollo, if it is the viewer's to read: what the other side wrote counts as read, and a
 * sede's reading goes into the register. @returns nothing when it is not theirs
 */
export async function openQuesito(
  tx: Tx,
  protocollo: string,
): Promise<{ posizioneId: string; quesitoId: string } | undefined> {
  type Row = { posizione: string; quesito: string };
  const rows = await tx.execute<Row>(sql`select * from leggi_quesito(${protocollo})`);
  return rows[0] && { posizioneId: rows[0].posizione, quesitoId: rows[0].quesito };
}

/** The appuntamento with this number, if it is of the viewer's sede: the reading goes into the register. */
export async function openAppuntamento(
  tx: Tx,
  numero: string,
): Promise<{ posizioneId: string; appuntamentoId: string } | undefined> {
  type Row = { posizione: string; appuntamento: string };
  const rows = await tx.execute<Row>(sql`select * from leggi_appuntamento(${numero})`);
  return rows[0] && { posizioneId: rows[0].posizione, appuntamentoId: rows[0].appuntamento };
}

/** The posizione of a file, if it is of the viewer's sede to open: handing it out goes into the register. */
export async function openAllegato(
  tx: Tx,
  id: string,
  pagina: boolean,
): Promise<{ posizioneId: string } | undefined> {
  const rows = await tx.execute<{ posizione: string }>(
    sql`select * from leggi_allegato(${id}::uuid, ${pagina})`,
  );
  return rows[0] && { posizioneId: rows[0].posizione };
}

export function toViewer(row: SessioneRow): Viewer {
  return {
    sessioneId: row.sessione,
    utenteId: row.utente,
    codiceFiscale: row.codice_fiscale,
    nome: row.nome ?? row.codice_fiscale,
    cognome: row.cognome ?? "",
    pinIniziale: row.pin_iniziale,
    scelto: row.scelto,
    propria: row.propria,
    altrui: row.altrui,
    scrivanie: row.scrivanie,
    novita: row.novita,
    profilo:
      (row.profilo &&
        row.tipo && {
          id: row.profilo,
          tipo: row.tipo,
          sede: row.sede ? { codice: row.sede, denominazione: row.sede_denominazione ?? row.sede } : null,
          intermediario: row.intermediario
            ? {
                codice: row.intermediario,
                denominazione: row.intermediario_denominazione ?? row.intermediario,
                titolare: row.ruolo === "titolare",
              }
            : null,
        }) ||
      null,
  };
}
