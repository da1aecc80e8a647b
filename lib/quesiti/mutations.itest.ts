import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let sede: typeof import("./lavorazione/mutations");
let risposta: typeof import("@/lib/jobs/risposta").risposta;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  sede = await import("./lavorazione/mutations");
  risposta = (await import("@/lib/jobs/risposta")).risposta;
});
afterAll(() => opened.close());

async function aBozza(over: { quesitoId?: string; rapporto?: string | null } = {}) {
  const anna = world.chi.anna(world.anna);
  const id = randomUUID();
  const bozza = {
    id,
    quesitoId: null,
    rapporto: world.attivo,
    argomento: "avviso_inesatto",
    contributo: null,
    ...over,
  };
  expect(await act.openBozza(anna, bozza)).toBe("ok");
  expect(await act.writeBozza(anna, id, "Importo sbagliato", "Le ore non sono quelle comunicate.")).toBe(
    "ok",
  );
  return id;
}

it("a quesito goes from the datore to the sede and back, each step with its number", async () => {
  const anna = world.chi.anna(world.anna);
  const olga = world.chi.olga();
  const inviata = await act.sendBozza(anna, await aBozza());
  expect(inviata).toMatchObject({
    ok: true,
    protocollo: "700100.2026.0000001",
    ricevuta: "700100.2026.0000001",
  });
  if (!inviata.ok) return;
  const { quesitoId } = inviata;
  expect(await sede.takeQuesito(olga, quesitoId)).toMatchObject({ esito: "ok" });
  expect(await sede.takeQuesito(world.chi.renzo(), quesitoId)).toMatchObject({ esito: "gia_preso" });

  const chiede = {
    id: randomUUID(),
    quesitoId,
    azione: "richiesta",
    esito: null,
    testo: "Quante ore?",
  } as const;
  expect(await sede.writeRisposta(olga, chiede)).toBe("ok");
  expect(await sede.sendRisposta(olga, chiede.id)).toMatchObject({ esito: "ok", parte: expect.any(Date) });
  await expect(risposta(opened.owner, { id: chiede.id }, undefined)).rejects.toThrow("not yet");
  await opened.owner`update bozze set parte_at = now() where id = ${chiede.id}`;
  expect(await risposta(opened.owner, { id: chiede.id }, "2026-10-05")).toMatchObject({ esito: "partita" });
  expect(await risposta(opened.owner, { id: chiede.id }, "2026-10-05")).toMatchObject({ esito: "niente" });

  const seconda = await act.sendBozza(anna, await aBozza({ quesitoId }));
  expect(seconda).toMatchObject({
    ok: true,
    protocollo: "700100.2026.0000001",
    ricevuta: "700100.2026.0000003",
  });

  const chiude = {
    id: randomUUID(),
    quesitoId,
    azione: "chiusura",
    esito: "positivo",
    testo: "Corretto.",
  } as const;
  expect(await sede.writeRisposta(olga, chiude)).toBe("ok");
  expect(await sede.sendRisposta(olga, chiude.id)).toMatchObject({ esito: "ok" });
  await opened.owner`update bozze set parte_at = now() where id = ${chiude.id}`;
  await risposta(opened.owner, { id: chiude.id }, "2026-10-05");
  const [quesito] = await opened.owner`select stato, esito, chiuso_da from quesiti where id = ${quesitoId}`;
  expect(quesito).toEqual({ stato: "chiuso", esito: "positivo", chiuso_da: "sede" });
  const eventi =
    await opened.owner`select evento, chi from eventi_quesito where quesito_id = ${quesitoId} order by id`;
  expect(eventi.map(({ evento }) => evento)).toEqual([
    "inviato",
    "preso_in_carico",
    "richiesto",
    "integrato",
    "chiuso",
  ]);
});

it("twenty identical submits give one quesito and twenty equal answers", async () => {
  const anna = world.chi.anna(world.anna);
  const id = await aBozza({ rapporto: null });
  const answers = await Promise.all(Array.from({ length: 20 }, () => act.sendBozza(anna, id)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await opened.owner`select from messaggi where id = ${id}`).toHaveLength(1);
});

it("twenty identical replies give one messaggio, twenty equal answers and no bozza, however they cross", async () => {
  const anna = world.chi.anna(world.anna);
  const inviata = await act.sendBozza(anna, await aBozza());
  if (!inviata.ok) throw new Error(inviata.reason);
  for (let round = 0; round < 10; round += 1) {
    const risposta = { id: randomUUID(), quesitoId: inviata.quesitoId, testo: "Ecco quello che manca." };
    const answers = await Promise.all(Array.from({ length: 20 }, () => act.answerQuesito(anna, risposta)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await opened.owner`select from messaggi where id = ${risposta.id}`).toHaveLength(1);
    expect(await opened.owner`select from bozze where id = ${risposta.id}`).toHaveLength(0);
  }
});

it("twenty identical notes are one; with another text the same form adds none, and says so", async () => {
  const inviata = await act.sendBozza(world.chi.anna(world.anna), await aBozza());
  if (!inviata.ok) throw new Error(inviata.reason);
  const { quesitoId } = inviata;
  const id = randomUUID();
  const add = (testo: string, chi = world.chi.olga()) => sede.addNota(chi, id, quesitoId, testo);
  const answers = await Promise.all(Array.from({ length: 20 }, () => add("Chiamata")));
  expect(new Set(answers)).toEqual(new Set(["ok"]));
  expect(await add("Richiamata")).toBe("gia_inviata");
  expect(await add("Chiamata", world.chi.renzo()), "nor somebody else").toBe("gia_inviata");
  const note = await opened.owner`select testo from note_quesito where quesito_id = ${quesitoId}`;
  expect([...note]).toEqual([{ testo: "Chiamata" }]);
});
