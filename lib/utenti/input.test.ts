import { describe, expect, it } from "vitest";
import { accediInput, cambiaPinInput, chiudiSessioneInput } from "./input";

const CF = "FNTVIO43C22X170T";

type Schema = typeof accediInput | typeof cambiaPinInput;
/** What a form would say, by field; null: nothing. */
function faults(schema: Schema, input: object): Record<string, string> | null {
  const parsed = schema.safeParse(input);
  if (parsed.success) return null;
  return Object.fromEntries([...parsed.error.issues].reverse().map((i) => [String(i.path[0]), i.message]));
}

describe("accediInput", () => {
  it("takes a codice fiscale written in small letters and with spaces, and a PIN as it is", () => {
    expect(accediInput.parse({ codiceFiscale: " fnt vio 43c22 x170t ", pin: " prova123 " })).toEqual({
      codiceFiscale: CF,
      pin: "prova123",
    });
  });

  it("keeps the way back, and nothing that was not asked for", () => {
    const input = { codiceFiscale: CF, pin: "x", da: "/cassetto", ruolo: "amministratore" };
    expect(accediInput.parse(input)).toEqual({ codiceFiscale: CF, pin: "x", da: "/cassetto" });
  });

  it.each([
    [{}, { codiceFiscale: "codice_fiscale_mancante", pin: "pin_mancante" }],
    [
      { codiceFiscale: "  ", pin: "  " },
      { codiceFiscale: "codice_fiscale_mancante", pin: "pin_mancante" },
    ],
    [{ codiceFiscale: "FNTVIO43C22X170A", pin: "x" }, { codiceFiscale: "codice_fiscale_errato" }],
    [{ codiceFiscale: `${CF}\0`, pin: "x" }, { codiceFiscale: "codice_fiscale_errato" }],
    [{ codiceFiscale: "x".repeat(2_000), pin: "x" }, { codiceFiscale: "codice_fiscale_errato" }],
    [{ codiceFiscale: CF, pin: "1".repeat(17) }, { pin: "pin_forma" }],
  ])("says of %j: %j", (input, wanted) => {
    const keys = Object.entries(wanted).map(([field, key]) => [field, `utenti.errori.${key}`]);
    expect(faults(accediInput, input)).toEqual(Object.fromEntries(keys));
  });

  it("takes a PIN of 16 characters, which no PIN has, so that the refusal tells nothing", () => {
    expect(faults(accediInput, { codiceFiscale: CF, pin: "1".repeat(16) })).toBeNull();
  });
});

describe("cambiaPinInput", () => {
  it("takes a new PIN repeated in other letters' size", () => {
    expect(faults(cambiaPinInput, { pin: "vecchio1", nuovo: "Nuovo123", ripetuto: " nUOVO123 " })).toBeNull();
  });

  it.each([
    [{ pin: "a", nuovo: "NUOVO123", ripetuto: "NUOVO124" }, { ripetuto: "pin_diverso" }],
    [{ pin: "a", nuovo: "NUOVO123", ripetuto: "" }, { ripetuto: "pin_diverso" }],
    [{ pin: "", nuovo: "NUOVO123", ripetuto: "NUOVO123" }, { pin: "pin_mancante" }],
    [{ pin: "a", nuovo: "", ripetuto: "" }, { nuovo: "pin_mancante" }],
    [
      { pin: "a", nuovo: "1".repeat(17), ripetuto: "1" },
      { nuovo: "pin_forma", ripetuto: "pin_diverso" },
    ],
    [{}, { pin: "pin_mancante", nuovo: "pin_mancante", ripetuto: "pin_mancante" }],
  ])("says of %j: %j", (input, wanted) => {
    const keys = Object.entries(wanted).map(([field, key]) => [field, `utenti.errori.${key}`]);
    expect(faults(cambiaPinInput, input)).toEqual(Object.fromEntries(keys));
  });

  it.each(["pin", "nuovo", "ripetuto"])(
    "says of %s, when it is too long, that a PIN is not like that",
    (field) => {
      const input = { pin: "a", nuovo: "NUOVO123", ripetuto: "NUOVO123", [field]: "1".repeat(17) };
      expect(faults(cambiaPinInput, input)?.[field]).toBe("utenti.errori.pin_forma");
    },
  );
});

it("closing the other sessions takes nothing a browser sends", () => {
  expect(chiudiSessioneInput.parse({ sessione: "x" })).toEqual({});
});
