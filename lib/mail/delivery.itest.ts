import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeError } from "@/lib/redaction.mjs";
import type { Mail } from "./compose";
import { openDelivery } from "./delivery";
import { openSmtpServer, type SmtpServer } from "./smtp-di-prova";

const serviceUrl = "http://localhost:3000";
const mail: Mail = { id: "un-id", destinatario: "anna@esempio.it", modello: "delegato_ha_aperto" };

let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(os.tmpdir(), "cassetto-posta-"));
});
afterAll(() => rmSync(base, { recursive: true }));

describe("by SMTP", () => {
  let server: SmtpServer;
  beforeEach(async () => {
    server = await openSmtpServer();
  });
  afterEach(() => server.close());
  const deliver = (query = "") =>
    openDelivery({ smtpUrl: server.url + query, folder: path.join(base, "mai"), serviceUrl })(mail);

  it("hands over one mail with its headers, and leaves no file", async () => {
    await deliver();
    const [{ to, raw } = { to: [], raw: "" }] = server.received;
    expect(to).toEqual([mail.destinatario]);
    for (const header of [
      "Message-ID: <un-id@localhost>",
      "From: Cassetto del lavoro domestico <non-rispondere@localhost>",
      "To: anna@esempio.it",
      "Auto-Submitted: auto-generated",
    ]) {
      expect(raw).toContain(`${header}\r\n`);
    }
    expect(existsSync(path.join(base, "mai"))).toBe(false);
  });

  it("is accepted late by a slow server", async () => {
    server.behaviour.delayMs = 1_500;
    await deliver();
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ["rcpt", 550, true],
    ["data", 554, true],
    ["rcpt", 450, false],
    ["data", 451, false],
    ["rcpt", 421, false],
  ] as const)("told at %s %i, gives up for good: %s", async (command, code, definitiva) => {
    server.behaviour[command] = code;
    const error = await deliver().catch((reason) => reason);
    expect(error).toMatchObject({ code: `SMTP ${code}`, message: `SMTP ${code}`, definitiva });
    expect(JSON.stringify([describeError(error), error.stack])).not.toContain("anna");
  });

  it("tries again later when nobody listens", async () => {
    await server.close();
    await expect(deliver()).rejects.toMatchObject({ code: "ECONNREFUSED", definitiva: false });
  });

  it("gives no password to a server without TLS", async () => {
    const smtpUrl = server.url.replace("//", "//utente:segreto@");
    const error = await openDelivery({ smtpUrl, folder: base, serviceUrl })(mail).catch((reason) => reason);
    expect(error).toMatchObject({ definitiva: false });
    expect(error.code).toMatch(/^(ETLS|SMTP 5\d\d)$/);
    expect(server.received).toEqual([]);
  });

  it("prints nothing, whatever the address of the server asks for", async () => {
    const { log } = console;
    const lines: unknown[][] = [];
    console.log = (...line) => lines.push(line);
    await deliver("?logger=true&debug=true").finally(() => Object.assign(console, { log }));
    expect(lines).toEqual([]);
  });
});

it("waits ten seconds for a server that takes the call and says nothing", async () => {
  const sockets: Socket[] = [];
  const mute = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const { port } = mute.address() as { port: number };
  const started = Date.now();
  const deliver = openDelivery({ smtpUrl: `smtp://127.0.0.1:${port}`, folder: base, serviceUrl });
  await expect(deliver(mail)).rejects.toMatchObject({ code: "ETIMEDOUT", definitiva: false });
  expect(Date.now() - started).toBeLessThan(12_000);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => mute.close(resolve));
});

describe("into a folder", () => {
  it("writes a file per mail that only its owner reads, the same one when it is delivered again", async () => {
    const folder = path.join(base, "posta");
    const deliver = openDelivery({ smtpUrl: undefined, folder, serviceUrl });
    await deliver(mail);
    await deliver(mail);
    await deliver({ ...mail, id: "un-altro" });
    expect(readdirSync(folder).sort()).toEqual(["un-altro.eml", "un-id.eml"]);
    const written = readFileSync(path.join(folder, "un-id.eml"), "utf8");
    expect(written).toContain("Message-ID: <un-id@localhost>\n");
    expect(written).toContain("To: anna@esempio.it\n");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, "un-id.eml")).mode & 0o777).toBe(0o600);
  });

  it("says by its code what keeps it from writing", async () => {
    const folder = path.join(base, "posta", "un-id.eml", "dentro");
    const deliver = openDelivery({ smtpUrl: undefined, folder, serviceUrl });
    await expect(deliver(mail)).rejects.toMatchObject({ code: "ENOTDIR", definitiva: false });
  });
});
