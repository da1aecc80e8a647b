import { beforeAll, expect, it, vi } from "vitest";
import { codiceFiscaleFault } from "@/lib/codice-fiscale";

let authOptions: typeof import("./options")["authOptions"];
beforeAll(async () => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nessuno@127.0.0.1:1/nessuno",
    NEXTAUTH_SECRET: "un segreto che vale solo per le prove",
  });
  ({ authOptions } = await import("./options"));
});

type Authorize = (credentials: object, request: object) => Promise<unknown>;
const authorize = (credentials: object, onFault: (error: unknown) => void) => {
  const [provider] = authOptions(onFault).providers as unknown as [{ options: { authorize: Authorize } }];
  return provider.options.authorize(credentials, { headers: {} });
};

it("a database that is away is told to whoever asked, and never thrown at next-auth", async () => {
  const onFault = vi.fn();
  const codiceFiscale = "FNTVIO43C22X170T";
  expect(codiceFiscaleFault(codiceFiscale)).toBeNull();
  expect(await authorize({ codiceFiscale, pin: "PROVA123" }, onFault)).toBeNull();
  expect(onFault).toHaveBeenCalledWith(expect.objectContaining({ name: "DatabaseNonDisponibile" }));
});

it.each([
  { codiceFiscale: "FNTVIO43C22X170T\0", pin: "PROVA123" },
  { codiceFiscale: "' or true --", pin: "PROVA123" },
  { codiceFiscale: "FNTVIO43C22X170T", pin: "1".repeat(17) },
  { codiceFiscale: "FNTVIO43C22X170T", pin: " " },
  { pin: "PROVA123" },
  {},
])("%j is refused without asking the database", async (credentials) => {
  const onFault = vi.fn();
  expect(await authorize(credentials, onFault)).toBeNull();
  expect(onFault).not.toHaveBeenCalled();
});

it("the token carries the session's secret and nothing a client sends", async () => {
  const { callbacks } = authOptions();
  const token = { chiave: "vera", sub: "x", email: "x" };
  const update = { token, trigger: "update", session: { chiave: "falsa", ruolo: "x" } };
  expect(await callbacks?.jwt?.(update as never)).toEqual({ chiave: "vera" });
  const session = { expires: "poi", user: { email: "x" } };
  expect(await callbacks?.session?.({ session, token } as never)).toEqual({ expires: "poi" });
});
