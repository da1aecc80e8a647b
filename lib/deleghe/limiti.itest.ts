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
