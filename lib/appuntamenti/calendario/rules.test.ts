import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { formatIstante } from "@/lib/dates";
import { appuntamentoIcs, type InCalendario } from "./rules";

const anAppuntamento = (over: Partial<InCalendario> = {}): InCalendario => ({
  id: "018f3c3e-0000-7000-8000-000000000001",
  numero: "12AB-34CD",
  inizioAt: new Date("2026-10-08T07:00:00Z"),
  fineAt: new Date("2026-10-08T07:20:00Z"),
  stato: "confermato",
  sequenza: 0,
  ...over,
});
const parole = { nome: "Appuntamenti", titolo: "Appuntamento 12AB-34CD", luogo: "Via Orso 12, Roma" };
const opzioni = { servizio: "https://cassetto.esempio.it/", istante: new Date("2026-10-05T07:08:09Z") };
const invito = {
  mittente: { nome: "Cassetto", indirizzo: "non-rispondere@cassetto.esempio.it" },
  destinatario: "anna@esempio.it",
};

function parse(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const [component, ...others] = calendar.getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  if (!component) throw new Error("no event");
  const value = (name: string) => String(component.getFirstPropertyValue(name));
  return { calendar, component, value, event: new ICAL.Event(component) };
}
const write = (over: Partial<InCalendario> = {}, words = {}, more = {}) =>
  appuntamentoIcs(anAppuntamento(over), { ...parole, ...words }, { ...opzioni, ...more });

describe("the calendar file of an appuntamento", () => {
  it("is one event, under its id, with an alarm the day before", () => {
    const { calendar, component, value } = parse(write());
    expect(calendar.getFirstPropertyValue("method"), "a file, no invitation").toBeNull();
    expect(value("uid")).toBe("018f3c3e-0000-7000-8000-000000000001@cassetto.esempio.it");
    expect([value("sequence"), value("status"), value("transp")]).toEqual(["0", "CONFIRMED", "OPAQUE"]);
    expect(value("dtstamp")).toBe("2026-10-05T07:08:09Z");
    expect(value("location")).toBe("Via Orso 12, Roma");
    const alarm = component.getFirstSubcomponent("valarm");
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-P1D");
    expect(component.getFirstPropertyValue("attendee")).toBeNull();
  });

  it("moved it keeps its UID and raises its SEQUENCE", () => {
    const over = { inizioAt: new Date("2026-10-09T07:00:00Z"), fineAt: new Date("2026-10-09T07:20:00Z") };
    const moved = parse(write({ ...over, sequenza: 2 }));
    expect(moved.value("uid")).toBe(parse(write()).value("uid"));
    expect(moved.value("sequence")).toBe("2");
    expect(moved.value("dtstart")).toBe("2026-10-09T07:00:00Z");
  });

  it.each([
    ["confermato", "CONFIRMED"],
    ["tenuto", "CONFIRMED"],
    ["non_presentato", "CONFIRMED"],
    ["chiuso_e_definito", "CANCELLED"],
    ["annullato", "CANCELLED"],
  ] as const)("%s, it is %s", (stato, status) => {
    const { value, component } = parse(write({ stato, sequenza: 1 }));
    expect(value("status")).toBe(status);
    expect(component.getFirstSubcomponent("valarm") === null).toBe(status === "CANCELLED");
  });

  it.each([
    ["the hour that comes twice, the first time", "2026-10-25T00:30:00Z", "2:30"],
    ["the hour that comes twice, the second time", "2026-10-25T01:30:00Z", "2:30"],
    ["after clocks went back", "2026-10-26T08:00:00Z", "9:00"],
    ["before clocks go forward", "2027-03-26T08:00:00Z", "9:00"],
    ["after clocks went forward", "2027-03-29T07:00:00Z", "9:00"],
    ["on 29 February", "2028-02-29T08:00:00Z", "9:00"],
    ["at the end of the year", "2026-12-31T22:50:00Z", "23:50"],
  ])("%s it is at its instant", (_, istante, ora) => {
    const inizioAt = new Date(istante);
    const fineAt = new Date(inizioAt.getTime() + 20 * 60_000);
    const { event } = parse(write({ inizioAt, fineAt }));
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event.startDate.toJSDate()).toEqual(inizioAt);
    expect(event.endDate.toJSDate()).toEqual(fineAt);
    expect(formatIstante(event.startDate.toJSDate(), "ora")).toBe(ora);
  });

  it("whatever its words are, they are read back as they were", () => {
    const titolo = `Perché, sì; "no" \\ 😀 ${"àè€".repeat(60)}`;
    const ics = write({}, { titolo, descrizione: "Prima riga\r\nBEGIN:VEVENT\r\nSTATUS:CANCELLED\u0007" });
    const { value } = parse(ics);
    expect(value("summary")).toBe(titolo);
    expect(value("description")).toBe("Prima riga\nBEGIN:VEVENT\nSTATUS:CANCELLED");
    expect(value("status")).toBe("CONFIRMED");
    const octets = ics.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });
});

describe("an invitation", () => {
  it.each([
    ["confermato", "REQUEST"],
    ["annullato", "CANCEL"],
  ] as const)("of what is %s has the method %s, who asks and whom", (stato, method) => {
    const { calendar, component, value } = parse(write({ stato }, {}, { invito }));
    expect(calendar.getFirstPropertyValue("method")).toBe(method);
    expect(value("organizer")).toBe("mailto:non-rispondere@cassetto.esempio.it");
    const attendee = component.getFirstProperty("attendee");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:anna@esempio.it");
    expect(attendee?.getParameter("rsvp")).toBe("FALSE");
  });
});
