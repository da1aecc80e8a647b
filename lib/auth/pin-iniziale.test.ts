import { expect, it } from "vitest";
import { whyNotPin } from "@/lib/utenti/rules";
import { newPin } from "./pin-iniziale";

it("makes PINs that could be chosen, no two alike, without what is mistaken for another on paper", () => {
  const pins = Array.from({ length: 500 }, newPin);
  expect(new Set(pins).size).toBe(500);
  for (const pin of pins) {
    expect(pin).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(whyNotPin(pin, "", "")).not.toBe("forma");
  }
});
