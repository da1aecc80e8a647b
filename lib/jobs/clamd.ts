import { connect, type NetConnectOpts } from "node:net";

/** A file of 3 MB takes it less than a second; a PDF full of nested things, several. */
const SCADENZA_MS = 60_000;
const PEZZO = 64 * 1024;
const RISPOSTA_MASSIMA = 4_096;

export type Scan = (contenuto: Buffer) => Promise<"pulito" | "infetto">;

/**
 * Asks a clamd about bytes (its INSTREAM command).
 * @param address `tcp://host:port` or `unix:/path`
 * @throws on anything but its exact "OK" or a "FOUND": not being able to look is not the same as finding nothing
 */
export const openScan =
  (address: string): Scan =>
  async (contenuto) => {
    const answer = await ask(address, contenuto);
    if (answer === "stream: OK") return "pulito";
    if (/^stream: .+ FOUND$/.test(answer)) return "infetto";
    throw new Error(`clamd answered: ${answer.slice(0, 100)}`);
  };

function ask(address: string, contenuto: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(optionsOf(address));
    const timer = setTimeout(() => socket.destroy(new Error("clamd did not answer in time")), SCADENZA_MS);
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
      if (answer.length > RISPOSTA_MASSIMA) socket.destroy(new Error("clamd answered too much"));
    });
    socket.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer.replace(/\0$/, ""));
    });
    socket.write("zINSTREAM\0");
    for (let at = 0; at < contenuto.length; at += PEZZO) {
      const piece = contenuto.subarray(at, at + PEZZO);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(piece.length);
      socket.write(size);
      socket.write(piece);
    }
    socket.write(Buffer.alloc(4));
  });
}

function optionsOf(address: string): NetConnectOpts {
  if (address.startsWith("unix:")) return { path: address.slice("unix:".length) };
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}
