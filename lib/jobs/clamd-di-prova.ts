import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openScan } from "./clamd";

/** The harmless file every antivirus knows, in two halves: whole, it would have this very file put in quarantine. */
export const EICAR = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);
const PARTENZA_MASSIMA_MS = 30_000;

/** Where clamd is; undefined: it is not installed (Debian: clamav-daemon). */
export const findClamd = (): string | undefined =>
  [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"]
    .map((folder) => path.join(folder, "clamd"))
    .find((file) => existsSync(file));

/** A real clamd on this machine that knows one virus: the signatures proper are not needed, nor the network. */
export async function openClamd(program: string, { streamMax = "25M" } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cassetto-clamd-"));
  const port = await freePort();
  writeFileSync(path.join(folder, "prova.ndb"), `Eicar-Prova:0:*:${EICAR.toString("hex")}\n`);
  const config = path.join(folder, "clamd.conf");
  writeFileSync(
    config,
    [
      `TCPSocket ${port}`,
      "TCPAddr 127.0.0.1",
      `DatabaseDirectory ${folder}`,
      `StreamMaxLength ${streamMax}`,
      "Foreground yes",
      "MaxThreads 2",
      "",
    ].join("\n"),
  );
  const clamd: ChildProcess = spawn(program, ["--config-file", config], { stdio: "ignore" });
  const url = `tcp://127.0.0.1:${port}`;
  const close = async () => {
    if (clamd.exitCode === null && clamd.signalCode === null) {
      clamd.kill("SIGKILL");
      await once(clamd, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const scan = openScan(url);
  for (const deadline = Date.now() + PARTENZA_MASSIMA_MS; ; await pause(100)) {
    if (await scan(Buffer.from("niente")).catch(() => null)) return { url, port, close };
    if (Date.now() > deadline || clamd.exitCode !== null) {
      await close();
      throw new Error("clamd did not start");
    }
  }
}

/** Something that answers where a clamd should be, and says this. */
export async function openNoClamd(answer: string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    if (answer === null) socket.destroy();
    else socket.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function freePort(): Promise<number> {
  const { url, close } = await openNoClamd("");
  await close();
  return Number(new URL(url).port);
}
