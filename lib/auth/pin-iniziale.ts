import "server-only";
import { randomInt } from "node:crypto";
import { LUNGHEZZA_PIN } from "@/lib/utenti/rules";

/** Without the characters that are mistaken for one another on paper. */
const ALFABETO = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A PIN that serves once, to be read out or written down for somebody. */
export function newPin(): string {
  for (;;) {
    const pin = Array.from({ length: LUNGHEZZA_PIN }, () => ALFABETO[randomInt(ALFABETO.length)]).join("");
    if (/[A-Z]/.test(pin) && /[0-9]/.test(pin)) return pin;
  }
}
