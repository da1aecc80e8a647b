import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { icsFile } from "@/lib/ics";
import { improntaDi, indirizziDi, type RigaCalendario, versioneDi, vociDi } from "./rules";

const riga = (over: Partial<RigaCalendario> = {}): RigaCalendario => ({
  ...{ id: "6f1f77bc-90a5-4f6e-8c5e-123456789012", numero: "1A2B-3C4D", motivo: "Un trimestre, non pagato" },
  ...{ modo: "telefono", stato: "confermato", sequenza: 2 },
  ...{ inizio: new Date("2026-10-25T00:30:00Z"), fine: new Date("2026-10-25T00:50:00Z") },
  ...over,
});
const parole = {
  titolo: ({ numero, motivo }: RigaCalendario) => `Appuntamento ${numero}: ${motivo}`,
  modo: (modo: string) => modo,
};
const voci = (...righe: RigaCalendario[]) => vociDi(righe, "cassetto.example", parole);
const events = (...righe: RigaCalendario[]) =>
  new ICAL.Component(ICAL.parse(icsFile(voci(...righe), { nome: "Appuntamenti", istante: new Date() })))
    .getAllSubcomponents("vevent")
    .map((vevent) => new ICAL.Event(vevent));

describe("the calendar of an esperto, read by another program", () => {
  it("has each appuntamento at its instant, under the same UID with its SEQUENCE", () => {
    const [event] = events(riga());
    expect(event?.uid).toBe("6f1f77bc-90a5-4f6e-8c5e-123456789012@cassetto.example");
    expect(event?.sequence).toBe(2);
    expect(event?.summary).toBe("Appuntamento 1A2B-3C4D: Un trimestre, non pagato");
    expect(event?.startDate.toJSDate()).toEqual(new Date("2026-10-25T00:30:00Z"));
    expect(event?.endDate.toJSDate()).toEqual(new Date("2026-10-25T00:50:00Z"));
    expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  it("takes out what was cancelled by saying so", () => {
    const [event] = events(riga({ stato: "annullato", sequenza: 3 }));
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event?.sequence).toBe(3);
  });

  it("can be empty", () => {
    expect(events()).toEqual([]);
  });

  it("is another version when anything in it is, and only then", () => {
    expect(versioneDi(voci(riga()))).toBe(versioneDi(voci(riga())));
    for (const altra of [riga({ sequenza: 3 }), riga({ stato: "annullato" }), riga({ fine: new Date() })]) {
      expect(versioneDi(voci(altra))).not.toBe(versioneDi(voci(riga())));
    }
    expect(versioneDi(voci())).toMatch(/^"[\w-]{27}"$/);
  });
});

it("a secret is 32 letters of base64url and nothing else", () => {
  expect(improntaDi("a".repeat(32))).toMatch(/^[0-9a-f]{64}$/);
  for (const wrong of ["", "a".repeat(31), "a".repeat(33), `${"a".repeat(31)}\0`, `${"a".repeat(31)}%`]) {
    expect(improntaDi(wrong)).toBeNull();
  }
});

it("the address is that of the service, once for programs and once for a click", () => {
  expect(indirizziDi("https://cassetto.example:8443/x", "abc")).toEqual({
    https: "https://cassetto.example:8443/calendario/abc",
    webcal: "webcal://cassetto.example:8443/calendario/abc",
  });
});
