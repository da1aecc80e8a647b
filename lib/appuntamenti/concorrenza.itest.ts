import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anEsperto } from "@/db/mondo-appuntamenti";
import { aCrowd, onDay } from "@/db/mondo-deleghe";
import { aPosizione, aRapporto, aViewer, aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let act: typeof import("./mutations");
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'casella@esempio.it'
    where codice_fiscale = (select codice_fiscale from posizioni where id = ${world.anna})`;
});
afterAll(() => opened.close());

const people: { contesto: Contesto; rapporto: string }[] = [];
beforeAll(async () => {
  for (let n = 0; n < 40; n += 1) {
    const chiave = `folla${"abcdefghij"[n % 10]}${n}`;
    const posizione = await aPosizione(opened.owner, chiave, world.sede);
    const rapporto = await aRapporto(opened.owner, posizione, world.maria);
    people.push({ contesto: (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione), rapporto });
  }
});

const PROVE = [
  // Half an hour each, all within 65 minutes.
  { come: "overlapping times", primo: 8, passo: 5, quanti: 8, almeno: 1, alPiu: 2 },
  { come: "one and the same time", primo: 10, passo: 0, quanti: 1, almeno: 1, alPiu: 1 },
];
it.each(PROVE)(
  "of forty who want $come at once one has each, round after round",
  async (prova) => {
    const before = await deadlocks();
    // Not through the ten connections of the application, and without its second try: whoever fails, fails here.
    const crowd = await aCrowd(opened.database.ownerUrl, people.length);
    for (let round = 0; round < 50; round += 1) {
      const day = new Date(Date.UTC(2026, 9, 10 + round));
      const esiti = await Promise.all(
        people.map(({ contesto, rapporto }, n) => {
          const minuti = prova.primo * 60 + (n % prova.quanti) * prova.passo;
          const inizio = new Date(day.getTime() + minuti * 60_000);
          return onDay(crowd, contesto, OGGI, async (tx) => {
            const [row] =
              await tx`select * from blocca_orario(${randomUUID()}, null, 'rapporto_sospeso', ${rapporto}, null,
            null, null, null, ${world.sede}, ${olga}, 'in_persona', ${inizio})`;
            return row?.esito as string;
          });
        }),
      );
      const winners = esiti.filter((esito) => esito === "ok").length;
      expect(new Set(esiti)).toEqual(new Set(["ok", "occupato"]));
      expect(winners).toBeGreaterThanOrEqual(prova.almeno);
      expect(winners).toBeLessThanOrEqual(prova.alPiu);
      const [overlaps] = await opened.owner`
      select count(*)::int as n from appuntamenti a join appuntamenti b on a.id < b.id and a.esperto = b.esperto
        and a.impegno && b.impegno where a.stato in ('in_prenotazione', 'confermato')
        and b.stato in ('in_prenotazione', 'confermato')`;
      expect(overlaps).toEqual({ n: 0 });
    }
    // What a backend has counted is there to be read once it is gone.
    await crowd.end({ timeout: 5 });
    expect(await deadlocks()).toBe(before);
  },
  120_000,
);

async function deadlocks(): Promise<number> {
  const [row] = await opened.owner`
    select deadlocks::int as n from pg_stat_database where datname = current_database()`;
  return row?.n;
}

it("twenty confirmations at once, each on a connection of its own, are one appuntamento", async () => {
  const anna = world.chi.anna(world.anna);
  const crowd = await aCrowd(opened.database.ownerUrl, 20);
  for (let round = 0; round < 5; round += 1) {
    const id = randomUUID();
    const inizio = new Date(Date.UTC(2026, 10, 2 + round, 11));
    const about = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
    const scelta = { sede: world.sede, esperto: olga, modo: "in_persona" as const, inizio };
    expect(await act.holdOrario(anna, id, about, scelta)).toMatchObject({ esito: "ok" });
    const said = await Promise.all(
      Array.from({ length: 20 }, () =>
        onDay(crowd, anna, OGGI, async (tx) => {
          const [row] = await tx`select * from conferma_appuntamento(${id}, 'Vengo', null)`;
          return `${row?.esito} ${row?.appuntamento}`;
        }),
      ),
    );
    expect(new Set(said)).toEqual(new Set([`ok ${id}`]));
    const [left] = await opened.owner`
      select count(*)::int as eventi, count(*) filter (where evento = 'confermato')::int as conferme,
        (select count(*)::int from appuntamenti where id = ${id} and stato = 'confermato') as vivi
      from eventi_appuntamento where appuntamento_id = ${id}`;
    expect(left).toEqual({ eventi: 2, conferme: 1, vivi: 1 });
    await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede' where id = ${id}`;
  }
  await crowd.end({ timeout: 5 });
});
