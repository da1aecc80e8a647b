import { hkdfSync } from "node:crypto";
import { z } from "zod";

const url = (protocols: RegExp, message: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), message);
const postgresUrl = url(
  /^postgres(ql)?:$/,
  "dev'essere un indirizzo postgresql://utente:password@macchina:porta/archivio",
);
const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `dev'essere un numero intero da ${min} a ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `dev'essere un numero intero da ${min} a ${max}`);

const schema = z
  .object({
    NODE_ENV: z.string().default("development"),
    PORT: integer(1, 65535).default(3000),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_OWNER_URL: postgresUrl.optional(),
    NEXTAUTH_URL: url(/^https?:$/, "dev'essere un indirizzo http:// o https://").optional(),
    NEXTAUTH_SECRET: z.string().min(32, "dev'essere lungo almeno 32 caratteri").optional(),
    PIN_PEPPER: z.string().min(16, "dev'essere lungo almeno 16 caratteri").optional(),
    SMTP_URL: url(/^smtps?:$/, "dev'essere un indirizzo smtp:// o smtps://").optional(),
    /** The antivirus: without it files are passed on as not checked, and say so. */
    CLAMD: z
      .string()
      .regex(/^(tcp:\/\/[^/:]+:\d{1,5}|unix:\/.+)$/, "dev'essere tcp://macchina:porta oppure unix:/percorso")
      .optional(),
    OGGI: z.iso.date("dev'essere una data AAAA-MM-GG che esiste").optional(),
    PROXY_FIDATI: integer(0, 10).default(0),
    /** Set by `npm run bench` only: opens the two pages it measures against. */
    CASSETTO_MISURE: z
      .enum(["0", "1"], "dev'essere 0 o 1")
      .default("0")
      .transform((value) => value === "1"),
    /** Set by scripts/start.mjs only: the folder where this world keeps its data. */
    CASSETTO_DATI: z.string().optional(),
    /** Set by scripts/start.mjs only: the demo shows its people and their PINs. */
    CASSETTO_DEMO: z
      .enum(["0", "1"], "dev'essere 0 o 1")
      .default("0")
      .transform((value) => value === "1"),
  })
  .transform((values) => ({
    ...values,
    NEXTAUTH_URL: values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`,
    PIN_PEPPER: values.PIN_PEPPER ?? (values.NEXTAUTH_SECRET && derivePepper(values.NEXTAUTH_SECRET)),
  }));

type Parsed = z.infer<typeof schema>;
const REQUIRED = ["DATABASE_URL", "NEXTAUTH_SECRET", "PIN_PEPPER"] as const;
type Needed = (typeof REQUIRED)[number];

/** The settings, as whoever needs them sees them: a missing one throws when it is asked for. */
export type Env = Readonly<Omit<Parsed, Needed> & Record<Needed, string>>;

/** The settings in `source`, or one line that names the first that is wrong or, if `needed`, missing. */
export function parseEnv(
  source: Record<string, string | undefined>,
  needed: readonly (keyof Parsed)[] = [],
): { ok: true; values: Readonly<Parsed> } | { ok: false; message: string } {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, message: `${issue?.path.join(".")}: ${issue?.message}.` };
  }
  const missing = needed.find((name) => parsed.data[name] === undefined);
  if (missing) return { ok: false, message: `Manca ${missing}: è necessaria con DATABASE_URL.` };
  return { ok: true, values: Object.freeze(parsed.data) };
}

let parsed: Readonly<Parsed> | undefined;

/** Read when first asked for, so that `next build` needs no settings. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => {
    parsed ??= parseOrThrow();
    const value = parsed[name as keyof Parsed];
    if (value === undefined && REQUIRED.includes(name as Needed)) throw new Error(`Manca ${String(name)}.`);
    return value;
  },
  set: () => false,
});

function parseOrThrow() {
  const result = parseEnv(process.env);
  if (!result.ok) throw new Error(result.message);
  return result.values;
}

function derivePepper(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", "pin", 32)).toString("base64url");
}
