import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anEsperto } from "@/db/mondo-appuntamenti";
import { aSubAbilitato, onDay } from "@/db/mondo-deleghe";
import { aWorld, codiceFiscaleOf, DOMANI, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { aBozza, chiede, TERMINE } from "@/db/mondo-quesiti";
import { listAttivita } from "@/lib/intermediari/queries";
import { listAccessi } from "./queries";

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let silvia: Awaited<ReturnType<typeof aSubAbilitato>>;
let olga: string;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  silvia = await aSubAbilitato(owner, "silvia", world.studio);
  olga = await anEsperto(owner, "olga", world.sede);
  // The two drawers are of one provincia, so that olga receives both.
  await owner`update sedi set provincia = 'TO'`;
});
afterAll(() => opened.close());

/** Sends a quesito, writes again, closes it, opens it again; books, moves and cancels. @returns the two numbers */
async function actsOf(contesto: Contesto, chi: string, rapporto: string) {
  const { owner } = opened;
  const posizione = contesto.posizione as string;
  const sends = async (over = {}) => {
    const bozza = await aBozza(owner, posizione, chi, over);
    expect(await chiede(owner, contesto, `(invia_bozza('${bozza}', '${TERMINE}', '${TERMINE}')).esito`)).toBe(
      "ok",
    );
    return bozza;
  };
  const quesito = await sends();
  await sends({ quesito_id: quesito });
  expect(await chiede(owner, contesto, `chiudi_quesito('${quesito}')`)).toBe("ok");
  await sends({ quesito_id: quesito });
  const books = async (sposta: string | null, inizio: string) => {
    const id = randomUUID();
    await onDay(owner, contesto, OGGI, async (tx) => {
      const [tenuto] =
        await tx`select esito from blocca_orario(${id}, ${sposta}, 'rapporto_sospeso', ${rapporto}, null, null,
        null, null, ${world.sede}, ${olga}, 'in_persona', ${inizio})`;
      const [preso] = await tx`select esito from conferma_appuntamento(${id}, '', null)`;
      expect([tenuto?.esito, preso?.esito]).toEqual(["ok", "ok"]);
    });
    return id;
  };
  const appuntamento = await books(null, chi === "bruno" ? "2026-10-15T08:00Z" : "2026-10-15T09:00Z");
  await books(appuntamento, chi === "bruno" ? "2026-10-16T08:00Z" : "2026-10-16T09:00Z");
  expect(await chiede(owner, contesto, `annulla_appuntamento('${appuntamento}', 'Non serve più')`)).toBe(
    "ok",
  );
  const [numeri] = await owner`select q.protocollo, a.numero from quesiti q, appuntamenti a
    where q.id = ${quesito} and a.id = ${appuntamento}`;
  return numeri as { protocollo: string; numero: string };
}

const ATTI = ["annullato", "spostato", "confermato"].map((evento) => `appuntamento_${evento}`);
const SCRITTI = ["riaperto", "chiuso", "integrato", "inviato"].map((evento) => `quesito_${evento}`);

it("what a delegato does stands in the datore's register once, with who, as what and what it was about", async () => {
  const { chi, anna } = world;
  const { protocollo, numero } = await actsOf(chi.bruno(anna), "bruno", world.attivo);
  const seen = (contesto: Contesto, persona: string | null = null) =>
    read(contesto, ({ cassetto }) => listAccessi(cassetto, null, persona));
  const rows = await seen(chi.anna(anna));
  expect(rows.map(({ cosa }) => cosa)).toEqual([...ATTI, ...SCRITTI, "panoramica"]);
  expect(rows.map(({ oggetto }) => oggetto)).toEqual([
    ...ATTI.map(() => numero),
    ...SCRITTI.map(() => protocollo),
    null,
  ]);
  expect(new Set(rows.map(({ profilo, perConto }) => `${profilo} ${perConto}`))).toEqual(
    new Set(["delegato null"]),
  );
  expect(rows[0]?.chi.toLowerCase()).toContain("bruno");

  const [bruno] =
    await opened.owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf("bruno")}`;
  expect(await seen(chi.anna(anna), bruno?.id)).toEqual(rows);
  expect(await seen(chi.anna(anna), randomUUID())).toEqual([]);
  // Row by row, as pages of one would show it.
  const one = async (prima: string | null) =>
    (await read(chi.anna(anna), ({ cassetto }) => listAccessi(cassetto, prima)))[0]?.cursore ?? null;
  const walked: (string | null)[] = [await one(null)];
  while (walked.at(-1) !== null) walked.push(await one(walked.at(-1) as string));
  expect(walked.slice(0, -1)).toEqual(rows.map(({ cursore }) => cursore));

  const { carla, dario, bruno: lui, olga: ufficio, nora } = chi;
  for (const other of [lui(anna), carla(anna), dario(anna), dario(), ufficio(anna), nora(anna), silvia()]) {
    expect(await seen(other)).toEqual([]);
  }
  // The datore's own acts are nobody's business here, nor are the sede's.
  await actsOf(chi.anna(anna), "anna", world.attivo);
  expect(await seen(chi.anna(anna))).toEqual(rows);
});

it("what a studio does stands in its titolare's activities too, also when the delega has ended", async () => {
  const { chi, dario } = world;
  const { owner } = opened;
  const { protocollo, numero } = await actsOf(silvia(dario), "silvia", world.diDario);
  const done = async () =>
    (await read(chi.carla(), ({ viewer }) => listAttivita(viewer, null))).filter(
      ({ cosa }) => !cosa.startsWith("studio_"),
    );
  const rows = await done();
  expect(rows.map(({ cosa }) => cosa)).toEqual([...ATTI, ...SCRITTI, "panoramica"]);
  expect(rows.map(({ oggetto }) => oggetto).slice(0, 7)).toEqual([
    ...ATTI.map(() => numero),
    ...SCRITTI.map(() => protocollo),
  ]);
  expect(rows.every(({ posizioneId, cognome }) => posizioneId === dario && cognome === "dario")).toBe(true);
  expect(rows[0]).toMatchObject({ profilo: "intermediario" });
  expect(rows[0]?.perConto).toBeTruthy();
  const inDrawer = await read(chi.dario(dario), ({ cassetto }) => listAccessi(cassetto, null));
  expect(inDrawer.map(({ cosa }) => cosa)).toEqual(rows.map(({ cosa }) => cosa));

  const [delega] = await owner`select id from deleghe where posizione_id = ${dario} and stato = 'attiva'`;
  expect(
    await chiede(owner, chi.carla(dario), `chiudi_delega('${delega?.id}', 'rinunciata', 'Trasloco')`),
  ).toBe("ok");
  const after = await done();
  expect(after.map(({ cosa }) => cosa)).toEqual(["delega_rinunciata", ...rows.map(({ cosa }) => cosa)]);
  expect(after.every(({ cognome }) => cognome === null)).toBe(true);
  const [lasciata] = await read(chi.dario(dario), ({ cassetto }) => listAccessi(cassetto, null));
  expect(lasciata).toMatchObject({ cosa: "delega_rinunciata", oggetto: delega?.id, motivo: "Trasloco" });
  expect(await read(silvia(), ({ viewer }) => listAttivita(viewer, null))).toEqual([]);
});

it("a datore who asked for it is told by one mail a day, by an act as by a visit", async () => {
  const { owner } = opened;
  const { chi, anna } = world;
  await owner`update soggetti set email = 'anna@posta.example' where codice_fiscale = ${codiceFiscaleOf("anna")}`;
  const mails = async () => (await owner`select from posta where modello = 'delegato_ha_aperto'`).length;
  const acts = async (contesto: Contesto, chiave: string, oggi = OGGI, termine = TERMINE) => {
    const bozza = await aBozza(owner, anna, chiave);
    expect(
      await chiede(owner, contesto, `(invia_bozza('${bozza}', '${termine}', '${termine}')).esito`, oggi),
    ).toBe("ok");
  };
  await acts(chi.bruno(anna), "bruno");
  expect(await mails(), "not asked for").toBe(0);
  await owner`insert into preferenze (posizione_id, avvisa_se_aperto) values (${anna}, true)`;
  await acts(chi.anna(anna), "anna");
  expect(await mails(), "their own act").toBe(0);
  for (const _ of [1, 2]) await acts(chi.bruno(anna), "bruno");
  await onDay(owner, chi.bruno(anna), OGGI, (tx) => tx`select apri_cassetto('panoramica', null, true)`);
  expect(await mails()).toBe(1);
  await acts(chi.bruno(anna), "bruno", DOMANI, "2026-11-05");
  expect(await mails()).toBe(2);
});
