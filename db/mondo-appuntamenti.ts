import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { World } from "./mondo-di-prova";
import { utenteDi } from "./mondo-quesiti";

type Row = Record<string, unknown>;

/** Makes somebody an esperto of a sede who receives every day of the week from 9 to 13. @returns their id */
export async function anEsperto(sql: Sql, chiave: string, sede: string): Promise<string> {
  const esperto = await utenteDi(sql, chiave);
  await sql`update profili set esperto = true where utente_id = ${esperto} and sede_codice = ${sede}`;
  await sql`
    insert into disponibilita (sede_codice, esperto, giorno, dalle, alle, dal, modi)
    select ${sede}, ${esperto}, giorno, '09:00', '13:00', '2026-01-01', array['in_persona', 'telefono']
    from generate_series(1, 7) giorno`;
  return esperto;
}

type Dove = { posizione: string; di: string; sede: string; esperto: string };

/** Confirmed, of twenty minutes on 8 October 2026 at nine, unless told otherwise. `di`: who booked. @returns its id */
export async function anAppuntamento(
  sql: Sql,
  { posizione, di, sede, esperto }: Dove,
  over: Row = {},
): Promise<string> {
  const id = randomUUID();
  const inizio = new Date((over.inizio_at as string | undefined) ?? "2026-10-08T07:00:00Z");
  const fine = new Date(inizio.getTime() + 20 * 60_000);
  const row = {
    ...{
      posizione_id: posizione,
      id,
      numero: id.slice(0, 9),
      sede_codice: sede,
      esperto,
      esperto_nome: "Olga",
    },
    ...{ motivo_codice: "rapporto_sospeso", datore_nome: "Datore", modo: "in_persona", stato: "confermato" },
    ...{
      fine_at: fine,
      impegno: `[${inizio.toISOString()},${fine.toISOString()})`,
      chi: di,
      profilo: "datore",
    },
    ...{ utente_id: await utenteDi(sql, di), ...over, inizio_at: inizio },
  };
  await sql`insert into appuntamenti ${sql(row as never)}`;
  return id;
}

/** On the waiting list of that sede since today, for no rapporto, unless told otherwise. `di`: who waits. @returns its id */
export async function anAttesa(
  sql: Sql,
  { posizione, di, sede }: Omit<Dove, "esperto">,
  over: Row = {},
): Promise<string> {
  const id = randomUUID();
  const row = {
    ...{ posizione_id: posizione, id, utente_id: await utenteDi(sql, di), profilo: "datore", chi: di },
    ...{ motivo_codice: "rapporto_sospeso", sedi: [sede], modi: ["telefono", "in_persona"], ...over },
  };
  await sql`insert into attese ${sql(row as never)}`;
  return id;
}

/**
 * olga is an esperta of anna's sede, away on one day; anna has an appuntamento with her and waits for another, bruno
 * holds a time for anna. dario has one with elsa, of the other sede.
 */
export async function anAgendaAtWork(sql: Sql, { sede, altraSede, anna, dario }: World): Promise<void> {
  const olga = await anEsperto(sql, "olga", sede);
  const elsa = await utenteDi(sql, "elsa");
  const sua = { posizione: anna, sede, esperto: olga };
  const id = await anAppuntamento(sql, { ...sua, di: "anna" });
  const domani = { inizio_at: "2026-10-09T07:00:00Z", motivo_codice: "pagamento_doppio" };
  await anAppuntamento(
    sql,
    { ...sua, di: "bruno" },
    { ...domani, stato: "in_prenotazione", scade_at: new Date() },
  );
  await anAppuntamento(sql, { posizione: dario, di: "dario", sede: altraSede, esperto: elsa });
  await sql`insert into eventi_appuntamento (posizione_id, appuntamento_id, evento, dettaglio)
    values (${anna}, ${id}, 'avvisato', 'appuntamento_confermato')`;
  await anAttesa(sql, { posizione: anna, di: "anna", sede }, { modi: ["video"] });
  await sql`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
    values (${sede}, ${olga}, '2026-10-12T00:00Z', '2026-10-13T00:00Z')`;
  await sql`insert into patroni (sede_codice, mese, giorno, nome) values (${sede}, 6, 24, 'San Giovanni')`;
  await sql`insert into calendari (sede_codice, esperto, segreto) values (${sede}, ${olga}, ${"0".repeat(64)})`;
}
