import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";
import { attese, prenotazioni, promemoria } from "./appuntamenti";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let lavori: Sql;
beforeAll(async () => {
  opened = await openWorld();
  lavori = postgres(opened.database.ownerUrl, { max: 1, onnotice: () => undefined });
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'posta@esempio.it'
    where codice_fiscale in (select codice_fiscale from posizioni)`;
});
afterAll(async () => {
  await lavori.end();
  await opened.close();
});
beforeEach(async () => {
  await opened.owner`truncate attese, posta`;
  await opened.owner`delete from appuntamenti where id not in (select appuntamento_id from eventi_appuntamento)`;
});

async function anAttesa(posizione: string, di: string, creata: string): Promise<string> {
  const id = randomUUID();
  await opened.owner`insert into attese (posizione_id, id, utente_id, motivo_codice, rapporto, sedi, modi, creata_at)
    values (${posizione}, ${id}, ${await utenteDi(opened.owner, di)}, 'rapporto_sospeso', null, array[${world.sede}],
      array['telefono', 'in_persona'], ${creata})`;
  return id;
}
const stati = async () =>
  (await opened.owner`select stato from attese order by creata_at`).map(({ stato }) => stato);

it("what is free is offered to those who wait, in order, each a time of their own", async () => {
  await anAttesa(world.dario, "dario", "2026-10-02T08:00Z");
  await anAttesa(world.anna, "anna", "2026-10-01T08:00Z");
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 2 });
  const rows =
    await opened.owner`select posizione_id, inizio_at, stato, scade_at - now() > interval '3 hours' as lungo
    from appuntamenti where stato = 'in_prenotazione' order by inizio_at`;
  expect(rows.map(({ posizione_id }) => posizione_id)).toEqual([world.anna, world.dario]);
  expect(rows.every(({ lungo }) => lungo)).toBe(true);
  expect(await stati()).toEqual(["offerta", "offerta"]);
  expect((await opened.owner`select modello from posta`).map(({ modello }) => modello)).toEqual([
    "attesa_offerta",
    "attesa_offerta",
  ]);
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 0 });
});

it("an offer that was not taken goes, and its place with it", async () => {
  await anAttesa(world.anna, "anna", "2026-10-01T08:00Z");
  await attese(lavori, OGGI);
  expect(await prenotazioni(opened.owner)).toEqual({ scadute: 0 });
  await opened.owner`update appuntamenti set scade_at = now() where stato = 'in_prenotazione'`;
  expect(await prenotazioni(opened.owner)).toEqual({ scadute: 1 });
  expect(await stati()).toEqual(["scaduta"]);
});

it("an offer that ran out and made room for somebody else takes its place with it", async () => {
  await anAttesa(world.anna, "anna", "2026-10-01T08:00Z");
  await attese(lavori, OGGI);
  await opened.owner`delete from appuntamenti where stato = 'in_prenotazione'`;
  expect(await prenotazioni(opened.owner)).toEqual({ scadute: 0 });
  expect(await stati()).toEqual(["scaduta"]);
});

it("nobody waits for what is not there", async () => {
  await anAttesa(world.anna, "anna", "2026-10-01T08:00Z");
  await opened.owner`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
    values (${world.sede}, null, '2026-10-01T00:00Z', '2027-01-01T00:00Z')`;
  expect(await attese(lavori, OGGI)).toEqual({ offerti: 0 });
  expect(await stati()).toEqual(["attiva"]);
  await opened.owner`delete from assenze`;
});

it("a reminder is of what still stands", async () => {
  const id = await anAppuntamento(opened.owner, {
    posizione: world.anna,
    sede: world.sede,
    esperto: olga,
    di: "anna",
  });
  expect(await promemoria(opened.owner, { id }, OGGI)).toEqual({ appuntamento: id, ricordato: true });
  expect(await promemoria(opened.owner, { id }, "2026-10-09")).toEqual({
    appuntamento: id,
    ricordato: false,
  });
  await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${id}`;
  expect(await promemoria(opened.owner, { id }, OGGI)).toEqual({ appuntamento: id, ricordato: false });
  expect((await opened.owner`select modello from posta`).map(({ modello }) => modello)).toEqual([
    "appuntamento_promemoria",
  ]);
});
