import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { onDay } from "@/db/mondo-deleghe";
import { anUtente, aSessione, openWorld } from "@/db/mondo-di-prova";
import { inventMondo } from "@/db/seed/mondo";
import { STUDIO_CARLA, STUDIO_LEO } from "@/db/seed/mondo/deleghe";
import { anna, bruno, carla, dario } from "@/db/seed/mondo/persone";
import { writeArchivio } from "@/lib/archivi/generazione/scrittura/mutations";
import type { RigaCsv } from "@/lib/archivi/generazione/types";
import { importaArchivio } from "@/lib/archivi/mutations";
import { createUtente } from "@/lib/utenti/creazione/mutations";

// What an archive's deleghe do to those granted here, through the whole importer.

const OGGI = "2026-11-23";
const mondo = inventMondo();
const DI_BRUNO = mondo.deleghe[0]?.identificativo ?? "";
const DI_CARLA = mondo.deleghe.find(({ delegato, stato }) => delegato === STUDIO_CARLA && stato === "attiva");
const cf = (person: RigaCsv) => person.codice_fiscale ?? "";

let opened: Awaited<ReturnType<typeof openWorld>>;
let cartella: string;
beforeEach(async () => {
  opened = await openWorld();
  process.env.OGGI = OGGI;
  cartella = await mkdtemp(path.join(tmpdir(), "deleghe-"));
  await load(mondo.deleghe);
});
afterEach(async () => {
  await opened.close();
  await rm(cartella, { recursive: true });
});

async function load(deleghe: readonly RigaCsv[]) {
  await writeArchivio(cartella, { ...mondo, deleghe: [...deleghe] });
  const databaseUrl = opened.database.ownerUrl;
  const { esito, errore, riepilogo } = await importaArchivio({ cartella, databaseUrl, rigoroso: true });
  expect([esito, errore]).toEqual(["caricato", null]);
  return riepilogo[4];
}
const changed = (identificativo = "", changes: RigaCsv) =>
  mondo.deleghe.map((row) => (row.identificativo === identificativo ? { ...row, ...changes } : row));
const delega = async (identificativo = "") =>
  (
    await opened.owner`select d.id, d.stato, d.data_fine::text as fine, p.codice_fiscale as datore from deleghe d
      join posizioni p on p.id = d.posizione_id where d.identificativo = ${identificativo}`
  )[0];
const story = async (id: string) =>
  (
    await opened.owner`select evento, coalesce(intermediario_codice, delegato_codice_fiscale) as chi from eventi_delega
      where delega_id = ${id} order by id`
  ).map(({ evento, chi }) => `${evento} ${chi}`);
const desk = async (delegato: string) =>
  (await opened.owner`select codice_fiscale from deleganti where delegato = ${delegato}`).map(
    (row) => row.codice_fiscale,
  );

/** Who may act in a drawer, as titolare or datore. */
async function viewer(person: RigaCsv, studio?: string) {
  const profilo = studio ? ({ tipo: "intermediario", studio } as const) : ({ tipo: "datore" } as const);
  const row = { codice_fiscale: cf(person) };
  const { utente, profili } = await anUtente(opened.owner, cf(person), [profilo], row);
  const [posizione] = await opened.owner`select id from posizioni where codice_fiscale = ${cf(person)}`;
  return (await aSessione(opened.owner, utente, profili[0])).contesto(posizione?.id ?? null);
}

it("the same archive again changes no delega and tells no story", async () => {
  const before = await opened.owner`select * from deleghe order by id`;
  const events = await opened.owner`select count(*) from eventi_delega`;
  expect(await load(mondo.deleghe)).toMatchObject({ nuove: 0, cambiate: 0 });
  expect(await opened.owner`select * from deleghe order by id`).toEqual(before);
  expect(await opened.owner`select count(*) from eventi_delega`).toEqual(events);
});

it("one revoked in the archive ends here, and one granted here, with its user, stays as it is", async () => {
  const { owner } = opened;
  await owner`insert into deleghe (posizione_id, tipo, delegato_codice_fiscale, data_inizio, stato)
    select id, 'personale', ${cf(bruno)}, '2026-01-01', 'attiva' from posizioni where codice_fiscale = ${cf(dario)}`;
  await owner`insert into utenti (codice_fiscale, pin_hash) values (${cf(bruno)}, 'x')`;
  const own = await owner`select * from deleghe where identificativo is null`;
  const ended = changed(DI_BRUNO, { stato: "revocata", data_fine: "2026-11-20" });
  expect(await load(ended)).toMatchObject({ nuove: 0, cambiate: 1 });
  const after = await delega(DI_BRUNO);
  expect(after).toMatchObject({ stato: "revocata", fine: "2026-11-20" });
  expect(await story(after?.id)).toEqual([
    `attivata_da_archivio ${cf(bruno)}`,
    `chiusa_da_archivio ${cf(bruno)}`,
  ]);
  expect(await desk(`p:${cf(bruno)}`)).toEqual([cf(dario)]);
  expect(await owner`select * from deleghe where identificativo is null`).toEqual(own);
  expect(await owner`select from utenti`).toHaveLength(1);
});

it("one revoked here is brought back by no archive, whatever it says of it", async () => {
  const { id } = (await delega(DI_BRUNO)) ?? {};
  await onDay(
    opened.owner,
    await viewer(anna),
    OGGI,
    (tx) => tx`select chiudi_delega(${id}, 'revocata', 'Non serve più')`,
  );
  const attempts: RigaCsv[] = [
    {},
    { data_fine: "2030-01-01" },
    { data_inizio: "2026-11-23" },
    { delegato: cf(carla) },
  ];
  for (const changes of attempts) {
    await load(changed(DI_BRUNO, changes));
    expect(await delega(DI_BRUNO)).toMatchObject({ stato: "revocata" });
    expect(await desk(`p:${cf(bruno)}`)).toEqual([]);
  }
  expect(await story(id)).toEqual([`attivata_da_archivio ${cf(bruno)}`, `revocata ${cf(bruno)}`]);
});

it("one that takes another's place here ends that of the archive for good", async () => {
  const { owner } = opened;
  const { id, datore } = (await delega(DI_CARLA?.identificativo)) ?? {};
  const [proposta] =
    await owner`insert into proposte (tipo, datore_codice_fiscale, intermediario_codice, ambito, data_inizio,
      proponente, termine)
    values ('professionale', ${datore}, ${STUDIO_LEO}, 'operazioni', '2026-12-01', 'datore', '2026-12-20') returning id`;
  const leo = await viewer({ codice_fiscale: "LEOLEO70A01X000A" }, STUDIO_LEO);
  await onDay(owner, leo, OGGI, (tx) => tx`select decidi_proposta(${proposta?.id}, true)`);
  await load(mondo.deleghe);
  const [before] = await owner`select stato, fine::text as fine from deleghe where id = ${id}`;
  expect(before).toEqual({ stato: "attiva", fine: "2026-11-30" });
  // The archive moves its beginning past that: it does not begin a second time.
  await owner`update deleghe set stato = 'revocata' where id = ${proposta?.id}`;
  await load(changed(DI_CARLA?.identificativo, { data_inizio: "2026-12-15" }));
  expect(await delega(DI_CARLA?.identificativo)).toMatchObject({ stato: "revocata" });
});

it("one the archive gives to another, or moves to another drawer, opens for the new one and no more for the old", async () => {
  const identificativo = DI_CARLA?.identificativo;
  const { id, datore } = (await delega(identificativo)) ?? {};
  await load(changed(identificativo, { delegato: STUDIO_LEO }));
  expect(await desk(`i:${STUDIO_CARLA}`)).not.toContain(datore);
  expect(await desk(`i:${STUDIO_LEO}`)).toContain(datore);
  await load(changed(identificativo, { delegato: STUDIO_LEO, datore: cf(anna) }));
  expect(await desk(`i:${STUDIO_LEO}`)).not.toContain(datore);
  expect(await desk(`i:${STUDIO_LEO}`)).toContain(cf(anna));
  expect(await story(id)).toEqual([
    `attivata_da_archivio ${STUDIO_CARLA}`,
    `chiusa_da_archivio ${STUDIO_CARLA}`,
    `attivata_da_archivio ${STUDIO_LEO}`,
    `chiusa_da_archivio ${STUDIO_LEO}`,
    `attivata_da_archivio ${STUDIO_LEO}`,
  ]);
});

it("of two the archive gives at once the later one holds, and who is past its last day holds nothing", async () => {
  const twin = {
    ...DI_CARLA,
    identificativo: "D2026999998",
    delegato: STUDIO_LEO,
    data_inizio: "2026-11-20",
  };
  const past = { ...twin, identificativo: "D2026999999", datore: cf(dario), data_fine: "2026-11-22" };
  await load([...mondo.deleghe, twin, past]);
  expect(await delega(DI_CARLA?.identificativo)).toMatchObject({ stato: "revocata" });
  expect(await delega("D2026999998")).toMatchObject({ stato: "attiva" });
  expect(await delega("D2026999999")).toMatchObject({ stato: "scaduta" });
  expect(await desk(`i:${STUDIO_LEO}`)).not.toContain(cf(dario));
});

it("one that the archive gives a person opens for them, whoever came first, the archive or their PIN", async () => {
  const { owner } = opened;
  const profili = async (person: RigaCsv) =>
    (
      await owner`select p.tipo from profili p join utenti u on u.id = p.utente_id
        where u.codice_fiscale = ${cf(person)} order by 1`
    ).map(({ tipo }) => tipo);
  const utente = (person: RigaCsv) =>
    createUtente(owner, {
      codiceFiscale: cf(person),
      pinHash: "x",
      pinIniziale: true,
      profili: [{ tipo: "datore" }],
    });
  await utente(bruno);
  expect(await profili(bruno), "who is made a user after the archive").toEqual(["datore", "delegato"]);
  await utente(dario);
  expect(await profili(dario)).toEqual(["datore"]);
  const data = { tipo: "personale", delegato: cf(dario), data_inizio: "2026-01-01", data_fine: "" };
  const sua = { ...DI_CARLA, identificativo: "D2026999990", ...data };
  await load([...mondo.deleghe, { ...sua, stato: "revocata" }]);
  expect(await profili(dario), "not for one that is revoked").toEqual(["datore"]);
  await load([...mondo.deleghe, sua]);
  expect(await profili(dario)).toEqual(["datore", "delegato"]);
  await load([...mondo.deleghe, sua]);
  expect(await profili(dario)).toEqual(["datore", "delegato"]);
});
