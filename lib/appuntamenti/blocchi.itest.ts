import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anAppuntamento, anAttesa, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import { chiede } from "@/db/mondo-quesiti";

// The acts as SQL, without the second try of mutations.ts: a deadlock is an error here.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let anna: Contesto;
let bruno: Contesto;
let renzo: Contesto;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  anna = world.chi.anna(world.anna);
  bruno = world.chi.bruno(world.anna);
  renzo = world.chi.renzo(world.anna);
});
afterAll(() => opened.close());

const appuntamento = (di: string, inizio: string, over = {}) =>
  anAppuntamento(
    opened.owner,
    { posizione: world.anna, sede: world.sede, esperto: olga, di },
    { rapporto: world.attivo, inizio_at: inizio, ...over },
  );
/** A time held to move that one to. */
const mossa = (di: string, sposta: string, inizio: string) =>
  appuntamento(di, inizio, { stato: "in_prenotazione", scade_at: "2100-01-01", sposta_id: sposta });
const conferma = (chi: Contesto, id: string) =>
  chiede(opened.owner, chi, `(select esito from conferma_appuntamento('${id}', '', null))`);
const annulla = (chi: Contesto, id: string) =>
  chiede(opened.owner, chi, `annulla_appuntamento('${id}', 'Non serve')`);
const tiene = (chi: Contesto, sposta: string, inizio: string) =>
  chiede(
    opened.owner,
    chi,
    `(select esito from blocca_orario('${randomUUID()}', '${sposta}', null, null, null, null, null, null,
      '${world.sede}', '${olga}', 'in_persona', '${inizio}'))`,
  );
const stato = (id: string) =>
  opened.owner`select a.stato, a.spostamenti,
      (select count(*)::int from appuntamenti h where h.sposta_id = a.id) as tenuti,
      (select count(*)::int from eventi_appuntamento e where e.appuntamento_id = a.id and e.evento = 'spostato') as mosse
    from appuntamenti a where a.id = ${id}`.then(([row]) => row);
const clear = async () => {
  await opened.owner`alter table eventi_appuntamento disable trigger user`;
  await opened.owner`delete from eventi_appuntamento`;
  await opened.owner`alter table eventi_appuntamento enable trigger user`;
  await opened.owner`delete from appuntamenti`;
  await opened.owner`truncate attese`;
};
beforeEach(clear);

/** Begins the acts one after the other while somebody has that appuntamento locked, then lets them go. */
async function queued(id: string, acts: (() => Promise<string>)[]): Promise<string[]> {
  const running: Promise<string>[] = [];
  const locker = await opened.owner.reserve();
  await locker`begin`;
  await locker`select from appuntamenti where id = ${id} for update`;
  for (const act of acts) {
    running.push(act());
    await expect
      .poll(async () => {
        await locker`select pg_stat_clear_snapshot()`;
        const [row] = await locker`select count(*)::int as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return row?.n;
      })
      .toBe(running.length);
  }
  await locker`commit`;
  locker.release();
  return Promise.all(running);
}

it("a move that is confirmed while the sede cancels waits for it, and is refused", async () => {
  const id = await appuntamento("anna", "2026-10-08T07:00:00Z");
  const hold = await mossa("anna", id, "2026-10-09T07:00:00Z");
  expect(await queued(id, [() => annulla(renzo, id), () => conferma(anna, hold)])).toEqual(["ok", "scaduto"]);
  expect(await stato(id)).toEqual({ stato: "annullato", spostamenti: 0, tenuti: 0, mosse: 0 });
});

it("a move that is confirmed in one tab while another time is held in the other waits for it", async () => {
  const id = await appuntamento("anna", "2026-10-08T07:00:00Z");
  const hold = await mossa("anna", id, "2026-10-09T07:00:00Z");
  const acts = [() => tiene(anna, id, "2026-10-10T07:00:00Z"), () => conferma(anna, hold)];
  expect(await queued(id, acts)).toEqual(["ok", "scaduto"]);
  expect(await stato(id)).toEqual({ stato: "confermato", spostamenti: 0, tenuti: 1, mosse: 0 });
});

it("a wait that is left while its offer is let go of waits for that", async () => {
  const { owner } = opened;
  const hold = await appuntamento("anna", "2026-10-08T07:00:00Z", {
    stato: "in_prenotazione",
    scade_at: "2100-01-01",
  });
  const attesa = await anAttesa(
    owner,
    { posizione: world.anna, di: "anna", sede: world.sede },
    { stato: "offerta", appuntamento_id: hold },
  );
  const acts = [
    () => chiede(owner, anna, `libera_orario('${hold}')`),
    () => chiede(owner, bruno, `esci_da_attesa('${attesa}')`),
  ];
  expect(await queued(hold, acts)).toEqual(["ok", "non_trovata"]);
  expect(await owner`select stato from attese`).toEqual([{ stato: "ritirata" }]);
});

it("of what is done to one appuntamento at once each is done whole or refused", {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 40; round += 1) {
    const at = (giorno: number) => new Date(Date.UTC(2026, 9, 8 + giorno, 7)).toISOString();
    const id = await appuntamento("anna", at(0), { spostamenti: 2 });
    const [sua, altra] = [await mossa("anna", id, at(1)), await mossa("bruno", id, at(2))];
    if (round % 2) {
      const [tolto, mosso] = await Promise.all([annulla(renzo, id), conferma(anna, sua)]);
      expect([tolto, mosso], `round ${round}`).toEqual(["ok", expect.stringMatching(/^(ok|scaduto)$/)]);
      const mosse = mosso === "ok" ? 1 : 0;
      expect(await stato(id)).toEqual({ stato: "annullato", spostamenti: 2 + mosse, tenuti: 0, mosse });
    } else {
      const [prima, seconda, tenuto] = await Promise.all([
        conferma(anna, sua),
        conferma(bruno, altra),
        tiene(anna, id, at(3)),
      ]);
      const esiti = [prima, seconda];
      expect(
        esiti.filter((esito) => esito === "ok"),
        `round ${round}: ${esiti} ${tenuto}`,
      ).toHaveLength(1);
      expect(["ok", "troppi_spostamenti"]).toContain(tenuto);
      expect(await stato(id)).toMatchObject({ stato: "confermato", spostamenti: 3, mosse: 1 });
    }
    await clear();
  }
});
