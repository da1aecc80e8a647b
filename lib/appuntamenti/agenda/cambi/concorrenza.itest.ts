import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aPosizione, aRapporto, aViewer, aWorld, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import type { Cambio } from "./mutations";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let cambi: typeof import("./mutations");
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  cambi = await import("./mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
});
afterAll(() => opened.close());

const change = (cambio: Cambio, visti: string | null = null) =>
  cambi.changeAgenda(world.chi.olga(), cambio, visti, OGGI);
const assenza = (inizioAt: Date, fineAt: Date): Cambio => ({
  ...{ tipo: "assenta", esperto: olga, motivo: "" },
  ...{ inizioAt, fineAt },
});

describe("an assenza and a booking at the same moment", () => {
  it("a time that was held before is not confirmed after", async () => {
    const act = await import("@/lib/appuntamenti/mutations");
    const anna = world.chi.anna(world.anna);
    const id = randomUUID();
    const oggetto = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
    const inizio = new Date("2026-10-08T07:00Z");
    const scelta = { sede: world.sede, esperto: olga, modo: "in_persona", inizio } as const;
    expect((await act.holdOrario(anna, id, oggetto, scelta)).esito).toBe("ok");
    const cambio = assenza(new Date("2026-10-08T00:00Z"), new Date("2026-10-09T00:00Z"));
    expect(await change(cambio)).toEqual({ esito: "ok", avvisati: 0, restano: 0 });
    expect((await act.confirmAppuntamento(anna, id, "", null)).esito).toBe("non_riceve");
  });

  it("never leave an appuntamento inside the assenza of which nobody is told", async () => {
    const act = await import("@/lib/appuntamenti/mutations");
    const anna = world.chi.anna(world.anna);
    const vicina = await aPosizione(opened.owner, "vicina", world.sede);
    const suo = await aRapporto(opened.owner, vicina, world.maria);
    const lei = (await aViewer(opened.owner, "vicina", { tipo: "datore" }))(vicina);
    const oggetto = (rapporto: string) => ({
      ...{ motivo: "rapporto_sospeso", rapporto, quesitoId: null, contributo: null },
    });
    const esiti = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const giorno = new Date(Date.UTC(2026, 9, 10 + round));
      const ora = (minuti: number) => new Date(giorno.getTime() + minuti * 60_000);
      const scelta = { sede: world.sede, esperto: olga, modo: "in_persona" as const };
      const [uno, due] = [randomUUID(), randomUUID()];
      // One has held a time before, and confirms; the other begins only now.
      await act.holdOrario(anna, uno, oggetto(world.attivo), { ...scelta, inizio: ora(9 * 60) });
      const entra = async () => {
        const cambio = assenza(giorno, ora(24 * 60));
        let esito = await change(cambio);
        while (esito.esito === "colpiti") esito = await change(cambio, esito.visti);
        return esito.esito;
      };
      const [confermato, preso] = await Promise.all([
        act.confirmAppuntamento(anna, uno, "", null),
        act
          .holdOrario(lei, due, oggetto(suo), { ...scelta, inizio: ora(10 * 60) })
          .then(async ({ esito }) =>
            esito === "ok" ? (await act.confirmAppuntamento(lei, due, "", null)).esito : esito,
          ),
        entra(),
      ]);
      esiti.add(confermato.esito).add(preso);
      const [fuori] = await opened.owner`
        select count(*)::int as n from appuntamenti a join assenze s on s.esperto = a.esperto
          and s.inizio_at < a.fine_at and s.fine_at > a.inizio_at
        where a.stato = 'confermato' and a.da_spostare_at is null`;
      expect(fuori, `round ${round}`).toEqual({ n: 0 });
      await opened.owner`update appuntamenti set stato = 'annullato', annullato_da = 'sede', scade_at = null`;
    }
    for (const esito of esiti) expect(["ok", "non_riceve"]).toContain(esito);
  }, 60_000);
});

describe("an assenza that hits an appuntamento, and its end at the same moment", () => {
  it("an appuntamento is cancelled while the agenda is still being changed", async () => {
    const { cancelAppuntamento } = await import("@/lib/appuntamenti/mutations");
    const posizione = await aPosizione(opened.owner, "intanto", world.sede);
    const lei = (await aViewer(opened.owner, "intanto", { tipo: "datore" }))(posizione);
    const id = await anAppuntamento(
      opened.owner,
      { posizione, di: "intanto", sede: world.sede, esperto: olga },
      { inizio_at: "2026-12-03T09:00:00Z" },
    );
    await inTransaction(world.chi.olga(), async (tx) => {
      await tx.execute(sql`insert into assenze (sede_codice, esperto, inizio_at, fine_at)
        values (${world.sede}, ${olga}, '2026-12-03T00:00Z', '2026-12-04T00:00Z')`);
      expect(await cancelAppuntamento(lei, id, "Non serve più")).toBe("ok");
    });
    await opened.owner`delete from assenze`;
  });

  it("never wait for each other for ever: the change, and a cancellation or what the sede marks", async () => {
    const { cancelAppuntamento } = await import("@/lib/appuntamenti/mutations");
    for (let round = 0; round < 40; round += 1) {
      const chi = `gara${String.fromCharCode(97 + (round % 26), 97 + Math.floor(round / 26))}`;
      const posizione = await aPosizione(opened.owner, chi, world.sede);
      const lei = (await aViewer(opened.owner, chi, { tipo: "datore" }))(posizione);
      const giorno = new Date(Date.UTC(2026, 10, 2 + (round % 20)));
      const id = await anAppuntamento(
        opened.owner,
        { posizione, di: chi, sede: world.sede, esperto: olga },
        { inizio_at: new Date(giorno.getTime() + 9 * 3_600_000).toISOString() },
      );
      const entra = async () => {
        const cambio = assenza(giorno, new Date(giorno.getTime() + 24 * 3_600_000));
        let esito = await change(cambio);
        while (esito.esito === "colpiti") esito = await change(cambio, esito.visti);
        return esito.esito;
      };
      const segna = sql`select segna_appuntamento(${id}::uuid, 'definito', 'Risolto al telefono')`;
      const [cambiata] = await Promise.all([
        entra(),
        round % 2 === 0
          ? cancelAppuntamento(lei, id, "Non serve più")
          : inTransaction(world.chi.olga(), (tx) => tx.execute(segna)),
      ]);
      expect(cambiata, `round ${round}`).toBe("ok");
      await opened.owner`delete from assenze`;
    }
  }, 60_000);
});
