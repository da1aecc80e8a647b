import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import { openDelivery } from "@/lib/mail/delivery";
import { openSmtpServer, type SmtpServer } from "@/lib/mail/smtp-di-prova";
import { posta } from "./posta";

// What a mailbox receives of an appuntamento: the life of its event, read by somebody else's parser.

let opened: Awaited<ReturnType<typeof openWorld>>;
let world: World;
let olga: string;
let act: typeof import("@/lib/appuntamenti/mutations");
let server: SmtpServer;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("@/lib/appuntamenti/mutations");
  olga = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update sedi set indirizzo = 'Via dell''Orso 12, scala B', cap = '00184', comune = 'Roma'
    where codice = ${world.sede}`;
  await opened.owner`update soggetti set email = 'casella@esempio.it'
    where codice_fiscale = (select codice_fiscale from posizioni where id = ${world.anna})`;
});
afterAll(() => opened.close());
beforeEach(async () => {
  server = await openSmtpServer();
});
afterEach(async () => {
  await server.close();
  await opened.owner`truncate posta`;
});

/** Sends what waits. @returns of each mail its text and the event that came with it */
async function deliverAll() {
  const deliver = openDelivery({
    smtpUrl: server.url,
    folder: "/nowhere",
    serviceUrl: "http://localhost:3000",
  });
  const rows =
    await opened.owner`select id, modello from posta where inviata_at is null order by accodata_at, id`;
  const mails = [];
  for (const { id, modello } of rows) {
    await posta(opened.owner, deliver, { id }, { attempts: 1, max_attempts: 10 });
    const raw = server.received.at(-1)?.raw ?? "";
    mails.push({ modello, raw, evento: eventIn(raw) });
  }
  return mails;
}

function eventIn(raw: string) {
  const type = /Content-Type: text\/calendar;([^:]*)\r\n/.exec(raw)?.[1];
  const file = /Content-Type: application\/ics[\s\S]*?base64[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1];
  if (!type || !file) return null;
  const ics = Buffer.from(file, "base64").toString();
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const event = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name));
  return {
    ics,
    type: type
      .replace(/\s+/g, " ")
      .replace(/ Content-Transfer.*/, "")
      .trim(),
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    start: value("dtstart"),
    location: value("location"),
    summary: value("summary"),
  };
}

const at = (istante: string) => ({
  sede: world.sede,
  esperto: olga,
  modo: "in_persona" as const,
  inizio: new Date(istante),
});

it("an appuntamento comes into the calendar, moves there and goes, always as the same event", async () => {
  const anna = world.chi.anna(world.anna);
  const id = randomUUID();
  const oggetto = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
  await act.holdOrario(anna, id, oggetto, at("2026-10-08T07:00:00Z"));
  expect(await deliverAll(), "of a hold nobody is told").toEqual([]);
  await act.confirmAppuntamento(anna, id, "Vengo con Maria", null);
  const [confermato, ...altre] = await deliverAll();
  expect(altre).toEqual([]);
  const [riga] = await opened.owner`select numero from appuntamenti where id = ${id}`;
  expect(confermato).toMatchObject({
    modello: "appuntamento_confermato",
    evento: {
      type: "charset=utf-8; method=REQUEST",
      method: "REQUEST",
      uid: `${id}@localhost`,
      sequence: "0",
      status: "CONFIRMED",
      start: "2026-10-08T07:00:00Z",
      location: `Sede ${world.sede}, Via dell'Orso 12, scala B, 00184 Roma`,
      summary: `Appuntamento ${riga?.numero}`,
    },
  });
  expect(confermato?.raw).toContain("filename=appuntamento.ics");
  expect(confermato?.evento?.ics, "no name, no reason, no note").not.toMatch(
    /anna|maria|rapporto|sospeso|olga/i,
  );

  const mossa = randomUUID();
  await act.holdOrario(anna, mossa, { sposta: id }, at("2026-10-27T08:00:00Z"));
  await act.confirmAppuntamento(anna, mossa, "", null);
  const [spostato] = await deliverAll();
  expect(spostato).toMatchObject({
    modello: "appuntamento_spostato",
    evento: { method: "REQUEST", uid: `${id}@localhost`, sequence: "1", start: "2026-10-27T08:00:00Z" },
  });

  await act.cancelAppuntamento(anna, id, "");
  const [annullato] = await deliverAll();
  expect(annullato).toMatchObject({
    modello: "appuntamento_annullato",
    evento: { method: "CANCEL", uid: `${id}@localhost`, sequence: "2", status: "CANCELLED" },
  });
});

it("a mail that leaves late tells how things are now", async () => {
  const anna = world.chi.anna(world.anna);
  const id = randomUUID();
  const oggetto = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
  await act.holdOrario(anna, id, oggetto, at("2026-10-09T07:00:00Z"));
  await act.confirmAppuntamento(anna, id, "", null);
  await act.cancelAppuntamento(anna, id, "");
  const mails = await deliverAll();
  expect(mails.map(({ modello }) => modello).sort()).toEqual([
    "appuntamento_annullato",
    "appuntamento_confermato",
  ]);
  for (const { evento } of mails) expect(evento).toMatchObject({ method: "CANCEL", sequence: "1" });
});

it("the reminder brings the event as it stands; a call for a new time brings none", async () => {
  const dove = { posizione: world.anna, sede: world.sede, esperto: olga, di: "anna" };
  const id = await anAppuntamento(opened.owner, dove, { modo: "telefono", sequenza: 3 });
  await opened.owner`select avvisa_appuntamento(a, 'appuntamento_promemoria') from appuntamenti a where id = ${id}`;
  await opened.owner`select avvisa_appuntamento(a, 'appuntamento_da_spostare') from appuntamenti a where id = ${id}`;
  const mails = await deliverAll();
  const evento = (modello: string) => mails.find((mail) => mail.modello === modello)?.evento;
  expect(evento("appuntamento_promemoria")).toMatchObject({
    method: "REQUEST",
    sequence: "3",
    location: "Per telefono",
  });
  expect(evento("appuntamento_da_spostare")).toBeNull();
});
