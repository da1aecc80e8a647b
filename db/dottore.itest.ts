import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aContributo,
  aDelega,
  anUtente,
  aRapporto,
  aVersamento,
  aWorld,
  openWorld,
  type World,
} from "./mondo-di-prova";
import * as schema from "./schema";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
});
afterAll(() => opened.close());

const tables = Object.values(schema).filter((value) => is(value, PgTable));

describe("the schema", () => {
  it("has an index under every foreign key", async () => {
    const bare = await opened.owner`
      select c.conrelid::regclass::text || ' ' || c.conname as name from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`;
    expect(bare.map((row) => row.name)).toEqual([]);
  });

  it("keeps every instant with its time zone, and no date as one", async () => {
    const wrong = await opened.owner`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (data_type = 'timestamp without time zone'
        or column_name like '%\\_at' and data_type <> 'timestamp with time zone'
        or data_type = 'timestamp with time zone' and column_name not like '%\\_at')`;
    expect(wrong.map((row) => row.name)).toEqual([]);
  });

  it("lets a column with closed values hold exactly those of the code", async () => {
    const checks = await opened.owner<{ table: string; definition: string }[]>`
      select c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c where c.contype = 'c' and c.connamespace = 'public'::regnamespace`;
    const inDatabase = new Map<string, string[]>();
    for (const { table, definition } of checks) {
      // PostgreSQL writes a list of one as an equality.
      const list = /^CHECK \(\((\w+) = (?:ANY \(ARRAY\[([^\]]*)\]\)|('[^']*')::text)\)\)$/.exec(definition);
      const values = (list?.[2] ?? list?.[3])?.match(/'[^']*'/g) ?? [];
      if (list) inDatabase.set(`${table}.${list[1]}`, values.map((value) => value.slice(1, -1)).sort());
    }
    const inCode = new Map<string, string[]>();
    for (const table of tables) {
      const { name, columns } = getTableConfig(table);
      for (const column of columns) {
        if (column.enumValues?.length) inCode.set(`${name}.${column.name}`, [...column.enumValues].sort());
      }
    }
    expect(Object.fromEntries(inDatabase)).toEqual(Object.fromEntries(inCode));
    expect(inCode.size).toBeGreaterThan(10);
  });

  it("has the tables of the code and no other", async () => {
    const rows = await opened.owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')`;
    expect(rows.map((row) => row.relname).sort()).toEqual(tables.map((t) => getTableConfig(t).name).sort());
  });
});

describe("the functions", () => {
  it("name every table in full, and are nobody's unless granted", async () => {
    const functions = await opened.owner`
      select p.proname as name, p.prosecdef as definer, p.proconfig as settings,
        p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as public
      from pg_proc p where p.pronamespace = 'public'::regnamespace`;
    expect(functions.filter((f) => f.public).map((f) => f.name)).toEqual([]);
    const loose = functions.filter((f) => !(f.settings ?? []).includes('search_path=""'));
    expect(loose.map((f) => f.name)).toEqual([]);
    expect(functions.filter((f) => f.definer).length).toBeGreaterThan(8);
  });

  it("run for the application as an owner whom row security still holds", async () => {
    const [owner] = await opened.owner`
      select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`;
    expect(owner?.free).toBe(false);
    const [app] = await opened.owner`
      select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb as free
      from pg_roles where rolname = 'cassetto_app'`;
    expect(app?.free).toBe(false);
  });
});

describe("what must never be", () => {
  const CHECK = "23514";
  const TWICE = "23505";
  const NOBODY = "23503";
  const OVERLAP = "23P01";
  const PRIMO = { anno: 2026, trimestre: 1 };
  type Sql = typeof opened.owner;

  it.each<[string, string, (sql: Sql, w: World) => Promise<unknown>]>([
    ["a fifth quarter", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, { anno: 2026, trimestre: 5 })],
    ["a quarter zero", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, { anno: 2026, trimestre: 0 })],
    ["a progressivo zero", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, { ...PRIMO, progressivo: 0 })],
    ["two contributi with one key", TWICE, (s, w) => aContributo(s, w.anna, w.attivo, PRIMO)],
    ["a negative amount", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, PRIMO, { importo: -1 })],
    ["negative hours", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, PRIMO, { ore: -0.01 })],
    ["a negative share", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, PRIMO, { quota_lavoratore: -1 })],
    ["fifteen weeks", CHECK, (s, w) => aContributo(s, w.anna, w.cessato, PRIMO, { settimane: 15 })],
    [
      "an unknown sospensione",
      CHECK,
      (s, w) => aContributo(s, w.anna, w.cessato, PRIMO, { sospensione: "x" }),
    ],
    [
      "a contributo of a rapporto in another drawer",
      NOBODY,
      (s, w) => aContributo(s, w.anna, w.diDario, PRIMO),
    ],
    ["a negative versamento", CHECK, (s, w) => aVersamento(s, w.anna, w.attivo, PRIMO, { importo: -1 })],
    ["a versamento for nothing", NOBODY, (s, w) => aVersamento(s, w.anna, w.cessato, PRIMO)],
    ["a codice of 9 digits", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { codice: "123456789" })],
    ["a codice of 11 digits", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { codice: "12345678901" })],
    ["a codice with a letter", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { codice: "123456789O" })],
    ["a codice that ends a line", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { codice: "1234567890\n" })],
    ["one codice in two drawers", TWICE, (s, w) => aRapporto(s, w.dario, w.luca, { codice: w.attivo })],
    ["an end before the start", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { data_fine: "2024-01-07" })],
    [
      "an agreed end before the start",
      CHECK,
      (s, w) => aRapporto(s, w.anna, w.luca, { data_termine: "2024-01-07" }),
    ],
    ["169 hours a week", CHECK, (s, w) => aRapporto(s, w.anna, w.luca, { ore_settimanali: 168.01 })],
    ["a rapporto with nobody", NOBODY, (s, w) => aRapporto(s, w.anna, "NESSUNO")],
    [
      "a delega that ends before it starts",
      CHECK,
      (s, w) => aDelega(s, w.anna, { studio: "S1" }, { data_fine: "2024-12-31" }),
    ],
    [
      "a delega to two at once",
      CHECK,
      (s, w) => aDelega(s, w.anna, { studio: "S1" }, { delegato_codice_fiscale: "X" }),
    ],
    [
      "a delega to nobody",
      CHECK,
      (s, w) => aDelega(s, w.anna, { studio: "S1" }, { intermediario_codice: null }),
    ],
    ["a second intermediario on one day", OVERLAP, (s, w) => aDelega(s, w.dario, { studio: "S2" })],
    [
      "a second delegato on one's last day",
      OVERLAP,
      async (s, w) => {
        await aDelega(s, w.dario, { personaDi: "maria" }, { data_fine: "2026-12-31" });
        await aDelega(s, w.dario, { personaDi: "luca" }, { data_inizio: "2026-12-31" });
      },
    ],
    [
      "a studio that is a guardian",
      CHECK,
      (s, w) => aDelega(s, w.anna, { studio: "S2" }, { titolo: "tutore" }),
    ],
    [
      "a delega granted here of which an archive speaks",
      CHECK,
      (s, w) => aDelega(s, w.anna, { studio: "S2" }, { stato_archivio: "attiva" }),
    ],
    [
      "a second titolare of a studio",
      TWICE,
      (s) => anUtente(s, "seconda", [{ tipo: "intermediario", studio: "S1", ruolo: "titolare" }]),
    ],
    [
      "a sede of 5 digits",
      CHECK,
      (s) => s`insert into sedi (codice, denominazione, tipo) values ('12345', 'x', 'x')`,
    ],
    ["an operatore without a sede", CHECK, (s) => anUtente(s, "senza", [{ tipo: "operatore" }])],
    ["a datore with a sede", CHECK, (s, w) => anUtente(s, "con", [{ tipo: "datore", sede: w.sede }])],
    ["an intermediario without a studio", CHECK, (s) => anUtente(s, "solo", [{ tipo: "intermediario" }])],
    ["one profile twice", TWICE, (s) => anUtente(s, "due", [{ tipo: "datore" }, { tipo: "datore" }])],
    ["two users of one person", TWICE, (s) => anUtente(s, "anna", [])],
  ])("%s is refused with %s", async (_, code, act) => {
    await expect(act(opened.owner, world)).rejects.toMatchObject({ code });
  });

  it("the same rows are taken when nothing is wrong with them", async () => {
    const { owner } = opened;
    const extremes = { codice: "0000000000", data_fine: "2024-01-08", ore_settimanali: 168 };
    const rapporto = await aRapporto(owner, world.anna, world.luca, extremes);
    await aContributo(
      owner,
      world.anna,
      rapporto,
      { anno: 2024, trimestre: 4 },
      { importo: 0, settimane: 14 },
    );
    await aVersamento(owner, world.anna, rapporto, { anno: 2024, trimestre: 4 }, { importo: 0 });
    await aDelega(owner, world.anna, { studio: "S2" }, { data_fine: "2025-01-01" });
    await aDelega(owner, world.anna, { studio: "S1" }, { data_inizio: "2025-01-02" });
    await aDelega(owner, world.anna, { personaDi: "luca" }, { titolo: "tutore" });
  });
});
