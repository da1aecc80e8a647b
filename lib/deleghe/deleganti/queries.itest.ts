import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aGruppo, aStudioAtWork, type Studio } from "@/db/mondo-deleghe";
import {
  aDelega,
  aPosizione,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { type Cursore, encodeCursore, filtroDelegantiInput } from "./input";
import {
  countDeleganti,
  countDelegantiDaLeggere,
  DELEGANTI_PER_PAGINA,
  listDeleganti,
  listDelegantiRecenti,
} from "./queries";
import { FILTRI, ORDINI } from "./rules";

/** Every way a name can upset an order or a cursor; the first is the name of many. */
const NOMI = [
  ["Rossi", "Anna"],
  ["D'Amico", "Zoé"],
  ["Àlvarez", "Núria"],
  ["alvarez", "nuria"],
  ["Sotto_Linea", "Eva"],
  ["Ro", "ssi Bianca"],
  ['Apici" or 1=1 --', "Eva\\"],
] as const;
const DELEGANTI = 120;
const TUTTI = filtroDelegantiInput.parse({});

let world: World;
let studio: Studio;
let opened: Awaited<ReturnType<typeof openWorld>>;
let urgenti: string;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  studio = await aStudioAtWork(owner, world);
  urgenti = await aGruppo(owner, "S1", "Agosto");
  const esperto = await anEsperto(owner, "olga", world.sede);
  for (let n = 0; n < DELEGANTI; n += 1) {
    const [cognome, nome] = NOMI[n % 2 === 0 ? 0 : n % NOMI.length] ?? NOMI[0];
    const posizione = await aPosizione(owner, `deleg${"abcdefghij"[n % 10]}${n}`, world.sede, {
      cognome,
      nome,
    });
    await aDelega(owner, posizione, { studio: world.studio });
    const at = new Date(Date.UTC(2026, 9, 6 + n));
    const dove = { posizione, di: "carla", sede: world.sede, esperto };
    const over = { inizio_at: at, da_spostare_at: n % 4 ? null : at };
    if (n % 2 === 0) await anAppuntamento(owner, dove, over);
    if (n % 9 === 0) {
      const row = { posizione_id: posizione, intermediario_codice: "S1", gruppo_id: urgenti };
      await owner`insert into gruppi_deleganti ${owner(row)}`;
    }
  }
  // Ties in every order: three due dates and none, four sums, some anomalie.
  await owner`
    with n as (select posizione_id, row_number() over (order by md5(posizione_id::text)) as n from deleganti
      where delegato = 'i:S1')
    update deleganti d set scaduto = (n.n % 4) * 1000, anomalie = n.n % 3 % 2, prossimo_importo = 500,
      prossima_scadenza = case n.n % 5 when 0 then null when 1 then ${IERI}::date when 2 then ${OGGI}::date
        when 3 then ${OGGI}::date + 15 else ${OGGI}::date + 16 end
    from n where n.posizione_id = d.posizione_id and d.delegato = 'i:S1'`;
  await owner`update totali_deleganti set giorno = null`;
  await someAnswers(owner);
});
afterAll(() => opened.close());
/** A word of the sede to every second; half of them read; half of either wait for an answer. */
async function someAnswers(owner: typeof opened.owner) {
  await owner`
    with n as (
      select d.posizione_id, gen_random_uuid() as id, row_number() over (order by md5(d.posizione_id::text)) as n,
        u.id as utente
      from deleganti d, (select min(id::text)::uuid as id from utenti) u where d.delegato = 'i:S1'
    ), q as (
      insert into quesiti (posizione_id, id, protocollo, sede_codice, argomento_codice, datore_nome, oggetto, aperto_da,
        termine, parole, stato, sospeso_dal)
      select posizione_id, id, '700100.2026.' || lpad(n::text, 7, '0'), '700100', 'avviso_inesatto', 'Datore', 'Oggetto',
        utente, ${OGGI}, '', case when n % 8 < 4 then 'in_attesa_del_cittadino' else 'inviato' end,
        case when n % 8 < 4 then ${OGGI}::date end
      from n where n % 2 = 0 returning posizione_id, id, aperto_da
    )
    insert into messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id, profilo, chi, testo, azione, letto_at)
    select q.posizione_id, q.id, q.id, '700100.2025.' || lpad(n.n::text, 7, '0'), 'sede', q.aperto_da, 'operatore', 'Olga',
      'Risposta', 'risposta', case when n.n % 4 = 0 then now() end
    from q join n on n.id = q.id`;
}

type Who = Parameters<typeof read>[0];
type Scelta = Partial<typeof TUTTI>;

const search = (contesto: Who, scelta: Scelta) =>
  read(contesto, ({ viewer }) => listDeleganti(viewer, { ...TUTTI, ...scelta }, OGGI));

/** As the pages walk: the cursor goes through the address. */
async function walk(contesto: Who, scelta: Scelta): Promise<string[]> {
  const found: string[] = [];
  let dopo: Cursore | null = null;
  for (let pages = 0; pages < 10; pages += 1) {
    const rows = await search(contesto, { ...scelta, dopo });
    const page = rows.slice(0, DELEGANTI_PER_PAGINA);
    found.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (rows.length <= DELEGANTI_PER_PAGINA || !last) return found;
    const written = encodeCursore([last.prima, last.cognome, last.nome, last.id]);
    dopo = filtroDelegantiInput.parse({ ordine: scelta.ordine, dopo: written }).dopo;
    expect(dopo).not.toBeNull();
  }
  throw new Error("more pages than there can be");
}

const BY = {
  nome: "",
  scadenza: "coalesce(prossima_scadenza, '9999-12-31'), ",
  scaduto: "scaduto desc, ",
} as const;
const WHICH = {
  in_scadenza: `prossima_scadenza between '${OGGI}' and '2026-10-20'`,
  scaduto: `scaduto > 0 or prossima_scadenza < '${OGGI}'`,
  anomalie: `anomalie > 0 or prossima_scadenza < '${OGGI}'`,
  da_leggere: `posizione_id in (select posizione_id from messaggi where letto_at is null
    union select posizione_id from quesiti where stato = 'in_attesa_del_cittadino')`,
  da_spostare: "posizione_id in (select posizione_id from appuntamenti where da_spostare_at is not null)",
} as const;

describe("the desk", () => {
  const cases = ORDINI.flatMap((ordine) => [null, ...FILTRI].map((filtro) => [ordine, filtro] as const));
  it.each(cases)(
    "by %s, narrowed to %s, shows each delegante once page after page",
    async (ordine, filtro) => {
      const rows = await opened.owner.unsafe(`
      select posizione_id as id from deleganti where delegato = 'i:S1' and (${filtro ? WHICH[filtro] : "true"})
      order by ${BY[ordine]} cognome collate "it-x-icu", nome collate "it-x-icu", posizione_id`);
      expect(rows.length).toBeGreaterThan(20);
      expect(await walk(world.chi.carla(), { ordine, filtro })).toEqual(rows.map((row) => row.id));
    },
  );

  it("is the same for a sub-abilitato, and for whoever opens it with a drawer open", async () => {
    const whole = await walk(world.chi.carla(), {});
    expect(whole).toHaveLength(DELEGANTI + 1);
    expect(await walk(studio.silvia(), {})).toEqual(whole);
    expect(await walk(world.chi.carla(world.dario), {})).toEqual(whole);
  });

  it("tells of each row how many quesiti are to be read or answered, and in how many there are any", async () => {
    const unread = (await walk(world.chi.carla(), { filtro: "da_leggere" })).length;
    expect(await read(world.chi.carla(), ({ viewer }) => countDelegantiDaLeggere(viewer))).toBe(unread);
    const rows = await search(world.chi.carla(), {});
    expect(new Set(rows.map((row) => row.daLeggere))).toEqual(new Set([0, 1]));
    expect(await read(studio.vito(), ({ viewer }) => countDelegantiDaLeggere(viewer))).toBe(0);
  });

  it("narrows to a group, and tells of each row which one it is in", async () => {
    const rows = await search(world.chi.carla(), { gruppo: urgenti });
    expect(rows).toHaveLength(Math.ceil(DELEGANTI / 9));
    expect(new Set(rows.map((row) => row.gruppo))).toEqual(new Set([urgenti]));
    expect((await search(world.chi.carla(), { gruppo: studio.gruppo })).map((row) => row.id)).toEqual([
      world.dario,
    ]);
    expect(await search(world.chi.carla(), { gruppo: studio.altrui })).toEqual([]);
  });

  it("goes on from a forged cursor inside one's own rows only", async () => {
    const own = new Set(await walk(world.chi.carla(), {}));
    const id = world.anna;
    const forged: [Scelta["ordine"], Cursore][] = [
      ["nome", ["", "", "", id]],
      ["nome", ["", "' or true --", "\\", id]],
      ["nome", ["", "\u{1F600}".repeat(50), "%", id]],
      ["scadenza", ["0001-01-01", "", "", id]],
      ["scadenza", ["9999-12-31", "zzz", "zzz", id]],
      ["scaduto", ["-999999999", "", "", id]],
      ["scaduto", ["999999999", "", "", id]],
    ];
    for (const [ordine = "nome", dopo] of forged) {
      const through = filtroDelegantiInput.parse({ ordine, dopo: encodeCursore(dopo) });
      expect(through.dopo).toEqual(dopo);
      for (const row of await search(world.chi.carla(), through)) expect(own).toContain(row.id);
      expect(await search(studio.ugo(), through)).toEqual([]);
    }
  });

  it("shows bruno anna only, and nobody to an operatore, another studio or without a session", async () => {
    const of = async (contesto: Who) => [
      (await read(contesto, ({ viewer }) => countDeleganti(viewer))).deleganti,
      (await search(contesto, {})).map((row) => row.cognome),
      (await search(contesto, { cerca: codiceFiscaleOf("dario") })).length,
    ];
    expect(await of(world.chi.bruno())).toEqual([1, ["anna"], 0]);
    for (const stranger of [world.chi.olga(), world.chi.anna(), studio.vito(), studio.ugo()]) {
      expect(await of(stranger)).toEqual([0, [], 0]);
    }
    expect(await of({ sessione: null, posizione: null })).toEqual([0, [], 0]);
  });

  it.each([
    ["that begins today", { data_inizio: OGGI }, 1],
    ["that ends today", { data_fine: OGGI }, 1],
    ["that ended yesterday", { data_fine: IERI }, 0],
    ["that begins tomorrow", { data_inizio: DOMANI }, 0],
    ["that was revoked", { stato: "revocata" }, 0],
  ])("shows of a delega %s %j: %i", async (name, over, shown) => {
    const posizione = await aPosizione(opened.owner, `periodo${name.replaceAll(/\W/g, "")}`, world.sede);
    await aDelega(opened.owner, posizione, { studio: "S2" }, over);
    const ids = (await search(studio.vito(), {})).map((row) => row.id);
    expect(ids.filter((id) => id === posizione)).toHaveLength(shown);
  });

  it("shows once whoever is one's ward as well as one's delegante", async () => {
    const { owner } = opened;
    await aDelega(owner, world.anna, { personaDi: "bruno" }, { titolo: "tutore", data_inizio: OGGI });
    expect((await search(world.chi.bruno(), {})).map((row) => row.id)).toEqual([world.anna]);
    const [sessione] = await read(world.chi.bruno(), ({ viewer: { tx } }) =>
      tx.execute("select altrui from apri_sessione()"),
    );
    expect(sessione?.altrui).toBe(1);
    await owner`update deleghe set data_fine = ${OGGI} where posizione_id = ${world.anna} and titolo = 'tutore'`;
    await owner`select aggiorna_deleganti(array[${world.anna}::uuid], ${OGGI})`;
    await owner`update deleghe set stato = 'scaduta' where posizione_id = ${world.anna} and titolo = 'tutore'`;
    await owner`select aggiorna_deleganti(array[${world.anna}::uuid], ${DOMANI})`;
    expect((await search(world.chi.bruno(), {})).map((row) => row.id)).toEqual([world.anna]);
  });
});

it("the last opened come first, each once, while there is a delega for them", async () => {
  const { owner } = opened;
  const recent = (contesto: Who) =>
    read(contesto, async ({ viewer }) => (await listDelegantiRecenti(viewer, 3)).map((row) => row.id));
  expect(await recent(world.chi.carla())).toEqual([world.dario]);
  const [first, second] = await walk(world.chi.carla(), {});
  for (const posizione of [first, world.dario, second, first, world.anna]) {
    await read(world.chi.carla(posizione), ({ viewer: { tx } }) =>
      tx.execute("select from apri_cassetto('panoramica', null, true)"),
    );
  }
  expect(await recent(world.chi.carla())).toEqual([first, second, world.dario]);
  await owner`update deleghe set stato = 'revocata' where posizione_id = ${second ?? ""}`;
  await owner`select aggiorna_deleganti(array[${second ?? ""}::uuid], ${OGGI})`;
  expect(await recent(world.chi.carla())).toEqual([first, world.dario]);
  expect(await recent(studio.silvia())).toEqual([]);
});
