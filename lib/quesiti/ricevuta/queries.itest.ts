import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import { aWorld, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { aRisposta, chiede, type QuesitoFatto, utenteDi } from "@/db/mondo-quesiti";
import { sendQuesito } from "@/db/mondo-quesiti-inviati";
import { addDays } from "@/lib/dates";
import { closeQuesito } from "../mutations";
import { termineDi } from "../rules";
import { getRicevuta } from "./queries";

// A receipt says for ever what it said.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const atteso = (protocollo: string, messaggio: string | null = null) =>
  read(
    world.chi.anna(world.anna),
    async ({ cassetto }) => (await getRicevuta(cassetto, protocollo, messaggio))?.termine,
  );
/** The sede asks for more, or closes, on that day. */
async function answers(
  { id, posizione }: Pick<QuesitoFatto, "id" | "posizione">,
  azione: "richiesta" | "chiusura",
  oggi: string,
) {
  await opened.owner`update quesiti set assegnato_a = ${await utenteDi(opened.owner, "olga")} where id = ${id}`;
  const esito = azione === "chiusura" ? "negativo" : null;
  const risposta = await aRisposta(opened.owner, { id, posizione }, "olga", { azione, esito, parte: -1 });
  const nessuno = { sessione: null, posizione: null };
  expect(await chiede(opened.owner, nessuno, `parti_risposta('${risposta}')`, oggi)).toBe("partita");
}
/** A reply of anna's, on that day. @returns its receipt's number */
async function replies(quesito: string, oggi: string, termine: string, ripreso: string | null) {
  const id = randomUUID();
  const [row] = await onDay(opened.owner, world.chi.anna(world.anna), oggi, async (tx) => {
    await tx`select apri_bozza(${id}, ${quesito}, null, null, null, null, null)`;
    await tx`select scrivi_bozza(${id}, '', 'Ecco.')`;
    return tx`select esito, ricevuta from invia_bozza(${id}, ${termine}, ${ripreso})`;
  });
  expect(row?.esito).toBe("ok");
  return row?.ricevuta as string;
}

it("the day by which an answer was promised stays on it, whatever becomes of the quesito", async () => {
  const act = await import("../mutations");
  const anna = world.chi.anna(world.anna);
  const { quesitoId, protocollo } = await sendQuesito(act, anna);
  const promesso = termineDi(OGGI, 30);
  expect(await atteso(protocollo)).toBe(promesso);

  const quesito = { id: quesitoId, posizione: world.anna };
  await answers(quesito, "richiesta", OGGI);
  expect(await atteso(protocollo), "while the sede waits").toBe(promesso);

  const dopo = addDays(OGGI, 7);
  const ripreso = addDays(promesso, 7);
  const seconda = await replies(quesitoId, dopo, termineDi(dopo, 30), ripreso);
  expect(await atteso(protocollo), "the first").toBe(promesso);
  expect(await atteso(protocollo, seconda), "the reply's own").toBe(ripreso);

  await answers(quesito, "chiusura", dopo);
  expect([await atteso(protocollo), await atteso(protocollo, seconda)]).toEqual([promesso, ripreso]);

  const riapre = termineDi(addDays(dopo, 1), 30);
  const terza = await replies(quesitoId, addDays(dopo, 1), riapre, null);
  expect(await closeQuesito(anna, quesitoId)).toBe("ok");
  expect([
    await atteso(protocollo),
    await atteso(protocollo, seconda),
    await atteso(protocollo, terza),
  ]).toEqual([promesso, ripreso, riapre]);
});
