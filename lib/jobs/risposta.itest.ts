import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { aQuesito, aRisposta, chiede } from "@/db/mondo-quesiti";
import { risposta } from "./risposta";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const jobs = () =>
  opened.owner`select key, attempts from graphile_worker.jobs where key like 'risposta %' order by run_at`;
/** Once through the queue, with what has to wait for its turn brought forward. */
async function runQueue(): Promise<void> {
  await opened.owner`update graphile_worker._private_jobs set run_at = run_at - interval '1 hour'`;
  await runOnce({
    connectionString: opened.database.ownerUrl,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      risposta: async (payload) => void (await risposta(opened.owner, payload, OGGI)),
      posta: () => undefined,
    },
  });
}
async function anAnswerOnItsWay() {
  const quesito = await aQuesito(opened.owner, {
    ...{ posizione: world.anna, aperto: "anna", sede: world.sede, assegnato: "olga" },
  });
  const id = await aRisposta(opened.owner, quesito, "olga");
  expect(await chiede(opened.owner, world.chi.olga(), `(select esito from invia_risposta('${id}'))`)).toBe(
    "ok",
  );
  return id;
}

it("an answer whose minute is not over by the database's clock is asked for again, and then leaves", async () => {
  const id = await anAnswerOnItsWay();
  await runQueue();
  expect(await jobs()).toMatchObject([{ key: `risposta ${id}`, attempts: 1 }]);
  expect(await opened.owner`select from messaggi where id = ${id}`).toHaveLength(0);
  await opened.owner`update bozze set parte_at = now() where id = ${id}`;
  await runQueue();
  expect(await jobs()).toEqual([]);
  expect(await opened.owner`select from messaggi where id = ${id}`).toHaveLength(1);
});

it("answers that waited an hour for the worker leave all, in the order in which they were sent", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await anAnswerOnItsWay());
  await opened.owner`update bozze set parte_at = parte_at - interval '1 hour' where parte_at is not null`;
  await runQueue();
  const left = await opened.owner`select id from messaggi where id = any(${ids}) order by protocollo`;
  expect(left.map((row) => row.id)).toEqual(ids);
  expect(await jobs()).toEqual([]);
});

it("an answer that is stopped and sent again leaves once, when its second minute is over", async () => {
  const id = await anAnswerOnItsWay();
  const olga = world.chi.olga();
  expect(await chiede(opened.owner, olga, `ferma_risposta('${id}')`)).toBe("ok");
  await runQueue();
  expect(await jobs()).toEqual([]);
  await chiede(opened.owner, olga, `(select esito from invia_risposta('${id}'))`);
  await opened.owner`update bozze set parte_at = now() where id = ${id}`;
  await runQueue();
  expect(await opened.owner`select from messaggi where id = ${id}`).toHaveLength(1);
});
