import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { onDay } from "@/db/mondo-deleghe";
import { aWorld, openWorld, read, type World } from "@/db/mondo-di-prova";
import { STATI_APPUNTAMENTO } from "@/db/schema/appuntamenti";
import { ATTI, whyNotAct } from "./rules";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let act: typeof import("./mutations");
let queries: typeof import("./queries");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  olga = await anEsperto(opened.owner, "olga", world.sede);
  act = await import("./mutations");
  queries = await import("./queries");
});
afterAll(() => opened.close());

const make = (over: Record<string, unknown> = {}) =>
  anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
    { rapporto: world.attivo, ...over },
  );

describe("the rule and the act say the same", () => {
  const undone = new Error("undone");
  const STATI = STATI_APPUNTAMENTO.map((stato) => ({
    stato,
    ...(stato === "in_prenotazione" ? { scade_at: "2100-01-01" } : {}),
    ...(stato === "annullato" ? { annullato_da: "sede" } : {}),
  }));
  /** Seconds from the beginning of the day that counts as today in Rome; null: now, to the microsecond. */
  const QUANDO = [-1, 0, 86_399, 86_400, null, 30 * 86_400, -30 * 86_400];

  it.each(STATI)("of one that is $stato", async (stato) => {
    const asked = new Set<string>();
    for (const quando of QUANDO) {
      for (const atto of ATTI) {
        await onDay(opened.owner, world.chi.olga(), "2026-10-08", async (tx) => {
          const [at] = await tx`
            select case when ${quando}::int is null then adesso()
              else oggi()::timestamp at time zone 'Europe/Rome' + make_interval(secs => ${quando ?? 0}) end as inizio,
              adesso() as adesso`;
          const inizio: Date = at?.inizio;
          const id = await anAppuntamento(
            tx as never,
            { posizione: world.anna, di: "anna", sede: world.sede, esperto: olga },
            { inizio_at: inizio.toISOString(), rapporto: world.attivo, ...stato },
          );
          const [row] = await tx`select segna_appuntamento(${id}, ${atto}, null) as esito`;
          const segnato = { stato: stato.stato, inizioAt: inizio };
          const wanted = whyNotAct(segnato, atto, at?.adesso, "2026-10-08") ?? "ok";
          expect(row?.esito, `${atto} at ${quando}`).toBe(wanted);
          asked.add(wanted);
          throw undone;
        }).catch((error) => {
          if (error !== undone) throw error;
        });
      }
    }
    expect(asked.size).toBe(stato.stato === "confermato" ? 3 : 1);
  });
});

it("a day is read in order, of the own sede alone, with the minute things happened", async () => {
  const at = (ora: string) => ({ inizio_at: `2026-10-05T${ora}:00Z` });
  const dieci = await make({ ...at("08:00"), motivo_codice: "pagamento_doppio" });
  const nove = await make(at("07:00"));
  await make({ inizio_at: "2026-10-05T22:00:00Z", motivo_codice: "trimestre_non_pagato" });
  const olgaContesto = world.chi.olga();
  expect(await act.markAppuntamento(olgaContesto, nove, "arrivato", "")).toBe("ok");
  expect(await act.markAppuntamento(olgaContesto, nove, "arrivato", "")).toBe("ok");
  expect(await act.markAppuntamento(olgaContesto, nove, "iniziato", "")).toBe("ok");
  expect(await act.markAppuntamento(olgaContesto, nove, "tenuto", "  Tutto a posto.  ")).toBe("ok");
  const giornata = await read(olgaContesto, ({ viewer }) => queries.listGiornata(viewer, "2026-10-05"));
  expect(giornata.map(({ id, stato }) => [id, stato])).toEqual([
    [nove, "tenuto"],
    [dieci, "confermato"],
  ]);
  expect(giornata[0]).toMatchObject({ datoreNome: "Datore", espertoNome: "Olga" });
  const [row] = await opened.owner`select nota_sede, chiuso_at, arrivato_at, iniziato_at,
    array(select evento from eventi_appuntamento e where e.appuntamento_id = a.id order by id) as eventi
    from appuntamenti a where id = ${nove}`;
  expect(row).toMatchObject({ nota_sede: "Tutto a posto.", eventi: ["arrivato", "iniziato", "tenuto"] });
  expect([row?.chiuso_at, row?.arrivato_at, row?.iniziato_at].every(Boolean)).toBe(true);
  for (const chi of [world.chi.anna(), world.chi.nora(), world.chi.carla()]) {
    expect(await read(chi, ({ viewer }) => queries.listGiornata(viewer, "2026-10-05"))).toEqual([]);
    expect(await act.markAppuntamento(chi, dieci, "tenuto", "")).toBe("non_trovata");
  }
});

it("what is solved beforehand is told to who asked, frees its time, and changes in their calendar", async () => {
  const id = await make({ inizio_at: "2026-10-20T07:00:00Z" });
  await opened.owner`update soggetti set email = 'anna@posta.example' where cognome = 'anna'`;
  expect(await act.markAppuntamento(world.chi.olga(), id, "definito", "Abbiamo corretto noi.")).toBe("ok");
  const [row] = await opened.owner`select stato, sequenza, nota_sede from appuntamenti where id = ${id}`;
  expect(row).toEqual({ stato: "chiuso_e_definito", sequenza: 1, nota_sede: "Abbiamo corretto noi." });
  const posta = await opened.owner`select modello from posta`;
  expect(posta.map(({ modello }) => modello)).toEqual(["appuntamento_annullato"]);
  // The time is free again.
  await make({ inizio_at: "2026-10-20T07:00:00Z" });
});

it("an act that is none is refused, whoever asks", async () => {
  const id = await make({ inizio_at: "2026-10-21T07:00:00Z", motivo_codice: "trimestre_pagato_in_parte" });
  for (const atto of ["confermato", "spostato", "annullato", ""]) {
    expect(await act.markAppuntamento(world.chi.olga(), id, atto as never, "")).toBe("non_trovata");
  }
  expect(await opened.owner`select 1 from eventi_appuntamento where appuntamento_id = ${id}`).toHaveLength(0);
});
