import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPersona, aProposta, onDay } from "@/db/mondo-deleghe";
import {
  aDelega,
  anIntermediario,
  aPosizione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { addDays } from "@/lib/dates";
import {
  decideProposta,
  type NuovaDelega,
  proposeDelega,
  proposeToDatore,
  registerTutela,
} from "./mutations";
import { listProposteDelloStudio } from "./queries";
import {
  DELEGHE_PERSONALI_MASSIME,
  GIORNI_PER_DECIDERE,
  PROPOSTE_AL_GIORNO_MASSIME,
  PROPOSTE_IN_ATTESA_MASSIME,
} from "./rules";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let vito: Awaited<ReturnType<typeof aViewer>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  vito = await aPersona(opened.owner, "vito", { tipo: "intermediario", studio: "S2" });
});
afterAll(() => opened.close());

let made = 0;
async function aDatore() {
  const chiave = `limit${"abcdefghijklmnopqrstuvwxyz"[made++]}`;
  const posizione = await aPosizione(opened.owner, chiave, world.sede);
  return {
    chiave,
    posizione,
    contesto: (await aViewer(opened.owner, chiave, { tipo: "datore" }))(posizione),
  };
}
const offerta: NuovaDelega = {
  tipo: "professionale",
  delegato: "S2",
  ambito: "operazioni",
  dal: OGGI,
  al: null,
};

it("the other side may decide for thirty days, and not on the thirty-first", async () => {
  const datore = await aDatore();
  expect(await proposeDelega(datore.contesto, offerta)).toBe("ok");
  const [proposta] = await opened.owner`
    select id, termine::text as termine from proposte where datore_codice_fiscale = ${codiceFiscaleOf(datore.chiave)}`;
  const last = addDays(OGGI, GIORNI_PER_DECIDERE);
  expect(proposta?.termine).toBe(last);
  const decide = (oggi: string) =>
    onDay(
      opened.owner,
      vito(),
      oggi,
      async (tx) => (await tx`select decidi_proposta(${proposta?.id}, true) as esito`)[0]?.esito,
    );
  expect(await decide(addDays(last, 1))).toBe("scaduta");
  expect(await decide(last)).toBe("ok");
});

describe("the period that is asked for", () => {
  it.each([
    [{ dal: IERI, al: null }, "ok", OGGI],
    [{ dal: OGGI, al: OGGI }, "ok", OGGI],
    [{ dal: DOMANI, al: DOMANI }, "ok", DOMANI],
    [{ dal: IERI, al: IERI }, "fine_passata", null],
    [{ dal: DOMANI, al: OGGI }, "fine_passata", null],
  ])("%j: %s", async (periodo, esito, begins) => {
    for (const kind of [
      offerta,
      { ...offerta, tipo: "personale", delegato: codiceFiscaleOf("maria") } as const,
    ]) {
      const datore = await aDatore();
      await aDelega(opened.owner, datore.posizione, { personaDi: "bruno" }, { data_fine: IERI });
      expect(await proposeDelega(datore.contesto, { ...kind, ...periodo })).toBe(esito);
      const rows = await opened.owner`select data_inizio::text as dal from proposte
        where datore_codice_fiscale = ${codiceFiscaleOf(datore.chiave)}`;
      expect(rows.map((row) => row.dal)).toEqual(begins ? [begins] : []);
    }
    const nobody = codiceFiscaleOf(`chiesto${"abcdefghijklmnopqrstuvwxyz"[made]}`);
    expect(await proposeToDatore(vito(), { datore: nobody, ambito: "operazioni", ...periodo })).toBe(esito);
  });

  it("of a tutela does not end before today", async () => {
    const tutela = {
      datore: codiceFiscaleOf("anna"),
      persona: codiceFiscaleOf("maria"),
      titolo: "tutore",
    } as const;
    const motivo = "Decreto 12/2026";
    expect(await registerTutela(world.chi.nora(), { ...tutela, al: IERI, motivo })).toBe("fine_passata");
    expect(await registerTutela(world.chi.nora(), { ...tutela, al: OGGI, motivo })).toBe("ok");
    expect(await registerTutela(world.chi.nora(), { ...tutela, al: null, motivo })).toBe("gia_attiva");
    expect(
      await registerTutela(world.chi.nora(), {
        ...tutela,
        datore: codiceFiscaleOf("maria"),
        persona: codiceFiscaleOf("luca"),
        al: null,
        motivo,
      }),
    ).toBe("senza_posizione");
    expect(
      await registerTutela(world.chi.nora(), { ...tutela, persona: tutela.datore, al: null, motivo }),
    ).toBe("te_stesso");
  });
});

it("a person holds three, those not begun and the archive's too, and a court's beside them", async () => {
  const persona = await aPersona(opened.owner, "terza", { tipo: "datore" });
  const kinds = [
    { identificativo: "A1", stato_archivio: "attiva" },
    { data_inizio: DOMANI },
    { titolo: "tutore" },
    { data_fine: IERI },
  ];
  for (const over of kinds) {
    await aDelega(opened.owner, (await aDatore()).posizione, { personaDi: "terza" }, over);
  }
  const said: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const id = await aProposta(opened.owner, { datore: (await aDatore()).chiave, persona: "terza" });
    said.push(await decideProposta(persona(), id, true));
  }
  expect(DELEGHE_PERSONALI_MASSIME).toBe(3);
  expect(said).toEqual(["ok", "limite_deleghe"]);
});

it("a datore has ten proposte waiting, and an eleventh when one of them is decided", async () => {
  const datore = await aDatore();
  const offer = (n: number) => proposeDelega(datore.contesto, { ...offerta, delegato: `L${n}` });
  for (let n = 0; n <= PROPOSTE_IN_ATTESA_MASSIME; n += 1) await anIntermediario(opened.owner, `L${n}`);
  for (let n = 0; n < PROPOSTE_IN_ATTESA_MASSIME; n += 1) expect(await offer(n)).toBe("ok");
  expect(await offer(0)).toBe("troppe_proposte");
  expect(await offer(PROPOSTE_IN_ATTESA_MASSIME)).toBe("troppe_proposte");
  await opened.owner`update proposte set stato = 'rifiutata' where intermediario_codice = 'L0'`;
  expect(await offer(0)).toBe("ok");
});

it("a studio asks three hundred a day, however many at once and also of whom it then leaves alone", async () => {
  const { owner } = opened;
  await anIntermediario(owner, "S300");
  const studio = await aPersona(owner, "trecento", { tipo: "intermediario", studio: "S300" });
  await owner`insert into proposte (tipo, datore_codice_fiscale, intermediario_codice, ambito, data_inizio, proponente, stato,
      termine, proposta_at)
    select 'professionale', 'N' || n, 'S300', 'operazioni', ${OGGI}, 'delegato', 'annullata', '2026-11-04',
      now() - case when n <= 5 then interval '25 hours' else interval '1 hour' end
    from generate_series(1, ${PROPOSTE_AL_GIORNO_MASSIME + 2}) n`;
  const said = await Promise.all(
    Array.from({ length: 9 }, (_, n) =>
      proposeToDatore(studio(), {
        datore: codiceFiscaleOf(`chiesto${"abcdefghi"[n]}`),
        ambito: "operazioni",
        dal: OGGI,
        al: null,
      }),
    ),
  );
  expect(said.sort()).toEqual([...Array(3).fill("ok"), ...Array(6).fill("troppe_proposte")]);
});

it("what a studio is told of a codice fiscale, and sees afterwards, is the same for a datore, a person and nobody", async () => {
  const { owner } = opened;
  await anIntermediario(owner, "S4");
  const studio = await aPersona(owner, "curioso", { tipo: "intermediario", studio: "S4" });
  const datore = codiceFiscaleOf("anna");
  const [persona, nessuno] = [codiceFiscaleOf("maria"), codiceFiscaleOf("inesistente")];
  const seen: unknown[] = [];
  for (const codiceFiscale of [datore, persona, nessuno]) {
    const ask = () =>
      proposeToDatore(studio(), { datore: codiceFiscale, ambito: "operazioni", dal: OGGI, al: null });
    const said = [await ask(), await ask()];
    const list = await read(studio(), async ({ viewer }) => {
      const rows = await listProposteDelloStudio(viewer);
      const mine = rows.filter(({ proposta }) => proposta.datoreCodiceFiscale === codiceFiscale);
      const events = await viewer.tx.execute(`select evento, chi, per_conto, motivo, intermediario_codice,
        delegato_codice_fiscale from eventi_delega where datore_codice_fiscale = '${codiceFiscale}'`);
      return mine.map(({ proposta: { id: _, propostaAt: __, datoreCodiceFiscale: ___, ...rest } }) => [
        rest,
        [...events],
      ]);
    });
    seen.push([said, list]);
  }
  expect(seen[0]).toMatchObject([["ok", "gia_proposta"], [expect.anything()]]);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

it("a studio that asks costs the same work whether or not the codice fiscale is a datore's", async () => {
  const { chiave } = await aDatore();
  const undone = new Error("undone");
  /** How often each table was read, by an index or without, and written. */
  const counted = async (tx: TransactionSql) => {
    const rows =
      await tx`select relname, array[coalesce(seq_scan, 0), coalesce(idx_scan, 0), n_tup_ins, n_tup_upd]::int[] as n
      from pg_stat_xact_user_tables order by relname`;
    return new Map(rows.map(({ relname, n }) => [relname as string, n as number[]]));
  };
  const work = async (codiceFiscale: string) => {
    const seen: Record<string, unknown> = {};
    await onDay(opened.owner, vito(), OGGI, async (tx) => {
      const before = await counted(tx);
      const [answer] =
        await tx`select esito, proposta is not null as fatta from proponi_a_datore(${codiceFiscale},
        'operazioni', null, null)`;
      for (const [table, counts] of await counted(tx)) {
        const spent = counts.map((count, index) => count - (before.get(table)?.[index] ?? 0));
        if (spent.some((count) => count > 0)) seen[table] = spent;
      }
      Object.assign(seen, answer);
      throw undone;
    }).catch((error) => {
      if (error !== undone) throw error;
    });
    return seen;
  };
  // The first asks for plans, too.
  await work(codiceFiscaleOf(chiave));
  const datore = await work(codiceFiscaleOf(chiave));
  expect(datore).toMatchObject({ esito: "ok", fatta: true });
  expect(datore).toHaveProperty("proposte");
  expect(await work(codiceFiscaleOf("nessunoeccheio"))).toEqual(datore);
});
