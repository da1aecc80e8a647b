import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "@/db/client";
import { aPosizione, aViewer, aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import {
  aParere,
  aQuesito,
  aRisposta,
  aSedeAtWork,
  chiede,
  type QuesitoFatto,
  utenteDi,
} from "@/db/mondo-quesiti";
import {
  askParere,
  assignQuesiti,
  giveParere,
  sendRisposta,
  takeQuesito,
  writeRisposta,
} from "./lavorazione/mutations";

// Nobody answers themselves: who works for a sede may also be a datore, or write for one.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let altri: Awaited<ReturnType<typeof aSedeAtWork>>;
let dora: () => Contesto;
let utente: string;
let diDora: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  altri = await aSedeAtWork(opened.owner, world);
  diDora = await aPosizione(opened.owner, "dora", world.sede);
  dora = await aViewer(opened.owner, "dora", { tipo: "operatore", sede: world.sede });
  utente = await utenteDi(opened.owner, "dora");
  await opened.owner`update profili set esperto = true where utente_id = ${utente}`;
});
afterAll(() => opened.close());

const aQuesitoOf = (posizione: string, aperto: string) =>
  aQuesito(opened.owner, { posizione, aperto, sede: world.sede });
const writeIn = async ({ id, posizione }: QuesitoFatto) => {
  await opened.owner`insert into messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id, profilo, chi, testo)
    values (${posizione}, ${id}, ${randomUUID()}, ${randomUUID()}, 'cittadino', ${utente}, 'delegato', 'dora', 'Anch''io.')`;
};

describe.each<[string, () => Promise<QuesitoFatto>]>([
  ["whose posizione it is about", () => aQuesitoOf(diDora, "bruno")],
  ["who sent it for somebody else", () => aQuesitoOf(world.anna, "dora")],
  [
    "who wrote in it for somebody else",
    async () => {
      const quesito = await aQuesitoOf(world.anna, "anna");
      await writeIn(quesito);
      return quesito;
    },
  ],
])("who works for the sede, and is the one %s,", (_, make) => {
  let quesito: QuesitoFatto;
  beforeEach(async () => {
    quesito = await make();
  });
  const inCaricoA = async (chi: string) =>
    opened.owner`update quesiti set stato = 'in_carico', assegnato_a = ${await utenteDi(opened.owner, chi)}
      where id = ${quesito.id}`;

  it("does not take it, nor gets it from anybody", async () => {
    expect(await takeQuesito(dora(), quesito.id)).toEqual({ esito: "proprio", chi: null });
    expect(await assignQuesiti(dora(), [quesito.id], utente, "A me stessa")).toBe("proprio");
    expect(await assignQuesiti(altri.livia(), [quesito.id], utente, "Ferie mie")).toBe("parte_in_causa");
    expect(await assignQuesiti(world.chi.renzo(), [quesito.id], utente, "Ferie sue")).toBe("parte_in_causa");
    expect(await takeQuesito(altri.livia(), quesito.id)).toMatchObject({ esito: "ok" });
  });

  it("is asked for no parere, gives none, and asks for none", async () => {
    await inCaricoA("olga");
    expect(await askParere(world.chi.olga(), quesito.id, utente, "Vale?")).toBe("parte_in_causa");
    const parere = await aParere(opened.owner, quesito, "olga", "dora");
    expect(await giveParere(dora(), parere, "Vale.")).toBe("proprio");
    await inCaricoA("dora");
    const elsa = await utenteDi(opened.owner, "elsa");
    expect(await askParere(dora(), quesito.id, elsa, "Vale?")).toBe("proprio");
  });

  it("having it in charge already neither answers nor closes it, and can only pass it on", async () => {
    await inCaricoA("dora");
    const testo = { azione: "chiusura", esito: "positivo", testo: "Sì." } as const;
    expect(await writeRisposta(dora(), { id: randomUUID(), quesitoId: quesito.id, ...testo })).toBe(
      "proprio",
    );
    const risposta = await aRisposta(opened.owner, quesito, "dora", testo);
    expect(await sendRisposta(dora(), risposta)).toMatchObject({ esito: "proprio" });
    await opened.owner`update bozze set parte_at = now() - interval '1 second' where id = ${risposta}`;
    const nessuno = { sessione: null, posizione: null };
    expect(await chiede(opened.owner, nessuno, `parti_risposta('${risposta}')`)).toBe("non_in_carico");
    const livia = await utenteDi(opened.owner, "livia");
    expect(await assignQuesiti(dora(), [quesito.id], livia, "È una mia domanda")).toBe("ok");
  });
});

describe("who works for the sede and has a drawer of its own there", () => {
  const find = <T extends object>(query: ReturnType<typeof sql>, posizione: string | null = null) =>
    inTransaction({ ...dora(), posizione }, (tx) => tx.execute<T & Record<string, unknown>>(query));

  it("does not open it as the sede, with whatever reason", async () => {
    const [row] = await find<{ aperta: boolean }>(
      sql`select apri_da_sede(${diDora}::uuid, 'Una verifica') as aperta`,
    );
    expect(row?.aperta).toBe(false);
    await opened.owner`insert into accessi (posizione_id, utente_id, profilo, chi, cosa, motivo)
      values (${diDora}, ${utente}, 'operatore', 'dora', 'apertura', 'Una verifica')`;
    expect(await find(sql`select from posizioni`, diDora), "nor by a row that says so").toEqual([]);
    expect(await find(sql`select from rapporti`, world.anna)).toEqual([]);
  });

  it("reads the thread, but not for the sede, and none of its notes and pareri", async () => {
    const { id, protocollo } = await aQuesitoOf(diDora, "dora");
    const olga = await utenteDi(opened.owner, "olga");
    await aParere(opened.owner, { id, posizione: diDora }, "olga", "elsa");
    await opened.owner`insert into note_quesito (posizione_id, id, quesito_id, testo, chi, utente_id)
      values (${diDora}, ${randomUUID()}, ${id}, 'Da chiedere', 'olga', ${olga})`;
    expect(await find(sql`select from leggi_quesito(${protocollo})`)).toHaveLength(1);
    expect(await find(sql`select from leggi_quesito(${protocollo})`, diDora), "in a drawer").toEqual([]);
    const [messaggio] = await opened.owner`select letto_at from messaggi where quesito_id = ${id}`;
    expect(messaggio).toEqual({ letto_at: null });
    for (const tabella of ["note_quesito", "pareri"]) {
      const hers = sql`select from ${sql.raw(tabella)} where quesito_id = ${id}`;
      expect(await find(hers), tabella).toEqual([]);
      const seen = await inTransaction(world.chi.olga(), (tx) => tx.execute(hers));
      expect(seen, tabella).toHaveLength(1);
    }
  });
});
