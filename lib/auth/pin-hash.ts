import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { env } from "@/lib/env";

// OWASP Password Storage: argon2id, 19 MiB, t=2, p=1. A PIN of 8 characters has some 40 bits: the pepper,
// kept out of the database, is what protects it after a leak.
const ARGON2ID = 2;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More at once would let a flood of logins take both cores from everybody else. */
const HASH_CONTEMPORANEI = 2;
let free = HASH_CONTEMPORANEI;
const waiting: (() => void)[] = [];

/** Runs `work` when one of the two places for hashing is free. */
export async function inHashSlot<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

export const hashPin = (pin: string, pepper = env.PIN_PEPPER) =>
  hash(pin.toUpperCase(), { ...OPTIONS, secret: Buffer.from(pepper) });

export const verifyPin = (pinHash: string, pin: string) =>
  verify(pinHash, pin.toUpperCase(), { ...OPTIONS, secret: Buffer.from(env.PIN_PEPPER) });
