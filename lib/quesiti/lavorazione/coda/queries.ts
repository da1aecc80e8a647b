import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { argomenti, categorieQuesito } from "@/db/schema/argomenti";
import { quesiti } from "@/db/schema/quesiti";
import type { ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import { inCaricoA } from "../queries";
import type { Cursore, FiltroCoda } from "./input";
import type { Vista } from "./rules";

export const QUESITI_PER_PAGINA = 50;

/** While the sede waits for the cittadino the last day to answer moves on with every day. */
const termineVero = (oggi: DataIso) =>
  sql`(${quesiti.termine} + coalesce(${oggi}::date - ${quesiti.sospesoDal}, 0))`;
const DELLA_SEDE = sql`${quesiti.sedeCodice} = (select sede_corrente())`;
/** In so many words: of a parameter the planner cannot know that the index of what is open will do. */
const APERTO = sql`${quesiti.stato} <> 'chiuso'`;
const scaduto = (oggi: DataIso) =>
  sql`${quesiti.sospesoDal} is null and ${quesiti.termine} < ${oggi}::date and ${APERTO}`;
/** What is new in the quesiti of the sede, row by row. */
const NOVITA = sql`novita_dei_quesiti(false) n`;
const IN_PARERE = sql`${quesiti.id} = any(array(select quesiti_in_parere()))`;

function inVista(vista: Vista, oggi: DataIso): SQL | undefined {
  const condizioni: Record<Vista, SQL | undefined> = {
    da_assegnare: and(DELLA_SEDE, sql`${inCaricoA} is null`),
    miei: and(DELLA_SEDE, sql`${quesiti.assegnatoA} = (select utente_corrente())`),
    sede: DELLA_SEDE,
    scaduti: and(DELLA_SEDE, scaduto(oggi)),
    pareri: IN_PARERE,
  };
  return condizioni[vista];
}

/** One page of a list, the nearest deadline first; one row more is read, to know whether there is a page after it. */
export function listCoda({ tx }: ViewerScope, filtro: FiltroCoda, oggi: DataIso, righe = QUESITI_PER_PAGINA) {
  const { vista, cerca, categoria, stato, collega, dopo } = filtro;
  const termine = termineVero(oggi);
  return tx
    .select({
      id: quesiti.id,
      protocollo: quesiti.protocollo,
      oggetto: quesiti.oggetto,
      datoreNome: quesiti.datoreNome,
      argomento: argomenti.nome,
      stato: quesiti.stato,
      esito: quesiti.esito,
      termine: quesiti.termine,
      sospesoDal: quesiti.sospesoDal,
      assegnatoA: inCaricoA,
      /** Messaggi of who asks that nobody of the sede has read. */
      daLeggere: sql<number>`coalesce(n.messaggi, 0)`,
      /** Given since whoever is in charge last looked. */
      pareriNuovi: sql<number>`coalesce(n.pareri, 0)`,
      termineVero: sql<string>`${termine}::text`,
    })
    .from(quesiti)
    .innerJoin(argomenti, eq(argomenti.codice, quesiti.argomentoCodice))
    .leftJoin(NOVITA, sql`n.quesito = ${quesiti.id}`)
    .where(
      and(
        inVista(vista, oggi),
        stato ? eq(quesiti.stato, stato) : vista === "pareri" ? undefined : APERTO,
        categoria ? eq(argomenti.categoriaCodice, categoria) : undefined,
        collega ? eq(quesiti.assegnatoA, collega) : undefined,
        cerca ? matching(cerca) : undefined,
        dopo ? after(termine, dopo) : undefined,
      ),
    )
    .orderBy(termine, asc(quesiti.id))
    .limit(righe + 1);
}

/** Each word the start of a word of the datore's name, or the protocollo, or what the texts say. */
function matching(cerca: string): SQL {
  return sql`(${quesiti.protocollo} = ${cerca} or ${quesiti.parole} @@ ricerca_italiana(${cerca})
    or normalizza_ricerca(${cerca}) <> '' and not exists (
      select from unnest(string_to_array(normalizza_ricerca(${cerca}), ' ')) parola
      where strpos(' ' || normalizza_ricerca(${quesiti.datoreNome}), ' ' || parola) = 0))`;
}

const after = (termine: SQL, [giorno, id]: Cursore) =>
  sql`(${termine}, ${quesiti.id}) > (${giorno}::date, ${id}::uuid)`;

/** How many quesiti each list has; `novita`: in how many of one's own something is new. */
export async function countCoda({ tx }: ViewerScope, oggi: DataIso): Promise<Conteggi> {
  const count = (vista: Vista) =>
    sql<number>`count(*) filter (where ${and(inVista(vista, oggi), vista === "pareri" ? undefined : APERTO)})`.mapWith(
      Number,
    );
  const [row] = await tx
    .select({
      da_assegnare: count("da_assegnare"),
      miei: count("miei"),
      sede: count("sede"),
      scaduti: count("scaduti"),
      pareri: count("pareri"),
      novita: sql<number>`count(*) filter (where ${inVista("miei", oggi)} and n.quesito is not null)`.mapWith(
        Number,
      ),
    })
    .from(quesiti)
    .leftJoin(NOVITA, sql`n.quesito = ${quesiti.id}`)
    .where(sql`${DELLA_SEDE} and ${APERTO} or ${IN_PARERE}`);
  return row ?? { da_assegnare: 0, miei: 0, sede: 0, scaduti: 0, pareri: 0, novita: 0 };
}

/** The categorie, for a filter. */
export function listCategorie({ tx }: ViewerScope) {
  return tx
    .select({ codice: categorieQuesito.codice, nome: categorieQuesito.nome })
    .from(categorieQuesito)
    .orderBy(asc(categorieQuesito.ordine));
}

export type Conteggi = Record<Vista | "novita", number>;
export type QuesitoInCoda = Awaited<ReturnType<typeof listCoda>>[number];
export type CategoriaElencata = Awaited<ReturnType<typeof listCategorie>>[number];

/** Where the list goes on after this row. */
export const cursoreDi = ({ termineVero, id }: QuesitoInCoda): Cursore => [termineVero, id];
