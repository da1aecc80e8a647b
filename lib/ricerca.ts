import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

// What is searched for is mostly somebody's name. An address is kept by browsers and proxies, and shown to whoever
// looks over a shoulder: there it stands sealed. Sent back, the page opens it again.

const MARCA = "~";
const IV_BYTES = 12;
const TAG_BYTES = 16;
type Params = Record<string, string | string[] | undefined>;

/** As it may stand in an address. The same text never looks the same twice. */
export function sealCerca(testo: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(testo, "utf8"), cipher.final()]);
  return MARCA + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The parameters of an address with `cerca` opened; empty when it was sealed by nobody here. */
export function openCerca(params: Params): Params {
  const { cerca } = params;
  if (typeof cerca !== "string" || !cerca.startsWith(MARCA)) return params;
  return { ...params, cerca: unseal(cerca.slice(MARCA.length)) };
}

function unseal(token: string): string {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length < IV_BYTES + TAG_BYTES) return "";
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const sealed = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return "";
  }
}

let derived: Buffer | undefined;
function key(): Buffer {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is missing");
  derived ??= Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "ricerca", 32));
  return derived;
}
