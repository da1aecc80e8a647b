// The web process: Next behind one door that cleans what comes in and answers honestly when Next cannot.
// Plain JavaScript: it runs outside the bundle. Started by scripts/start.mjs, or alone: node scripts/server.mjs
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { fstatSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describeError } from "../lib/redaction.mjs";
import { isDocument, sendPage, watchAnswer } from "./web/answer.mjs";
import { logLine, tameConsole } from "./web/log.mjs";
import { readPages } from "./web/pages.mjs";
import {
  ATTESA_FILE_MS,
  capBody,
  cleanHeaders,
  drain,
  isSpeculative,
  limitArrival,
  whyRefused,
} from "./web/request.mjs";

/** How this process says "trying again is no use" to whoever started it. */
const SENZA_RIMEDIO = 98;

const dir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dev = process.argv.includes("--dev");
/** The open page of a developer holds a connection for ever. */
const FINE_MASSIMA_MS = dev ? 500 : 10_000;
const port = Number(process.env.PORT || 3000);
const proxies = Math.trunc(Number(process.env.PROXY_FIDATI)) || 0;
const pages = readPages(path.join(dir, "messages/it.json"));
process.env.NODE_ENV ??= dev ? "development" : "production";

const storage = new AsyncLocalStorage();
// Where lib/richiesta.ts finds it from inside the bundle.
Object.assign(globalThis, { [Symbol.for("cassetto.richiesta")]: storage });

let stopping = false;
process.stdout.on("error", () => undefined);
if (!dev) tameConsole();

const { default: next } = await import("next");
const server = createServer({ connectionsCheckingInterval: 2_000 });
const app = next({ dev, dir, port, hostname: "localhost", httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

// For files; limitArrival() gives everything else less.
server.requestTimeout = ATTESA_FILE_MS + 2_000;
server.headersTimeout = 10_000;
server.keepAliveTimeout = 20_000;
if (!dev) server.setTimeout(60_000);
server.on("request", answer);
server.on("error", (error) => {
  const busy = "è già occupata: fermare chi la usa, o sceglierne un'altra con PORT=";
  const reason = error.code === "EADDRINUSE" ? busy : `non si può usare (${error.code})`;
  process.stdout.write(`La porta ${port} ${reason}.\n`);
  process.exit(SENZA_RIMEDIO);
});
server.listen(port, () => logLine("info", { porta: port }, "server web pronto"));

function answer(req, res) {
  const document = isDocument(req);
  const refused = whyRefused(req, proxies);
  const refusing = () => refuse(req, res, refused, document);
  if (refused === 413) return drain(req, refusing);
  if (refused) return refusing();
  // Opened ahead by the browser, a page would enter a visit that never was in the access register.
  if (isSpeculative(req) && document) return sendPage(res, 503, page("nonDisponibile"), document);
  cleanHeaders(req, proxies);
  // Next says so of its pages only; a redirect that names a drawer must not be kept either.
  if (!isForEverybody(req.url ?? "")) res.setHeader("Cache-Control", "private, no-store");
  limitArrival(req, () => req.complete || req.destroy());
  capBody(req, () => refuse(req, res, 413, document));
  const richiesta = { nonDisponibile: false };
  const url = req.url ?? "";
  if (!dev && !/^\/(_next|api\/salute)\b/.test(url)) {
    watchAnswer(res, {
      document,
      isAway: () => richiesta.nonDisponibile,
      closed: (status) => page({ 403: "nonConsentito", 404: "nonTrovato", 409: "superata" }[status] ?? ""),
      fail: (status) => {
        const details = { stato: status, metodo: req.method, percorso: withoutNumbers(url) };
        logLine("error", details, "risposta non riuscita");
        return page(status === 503 ? "nonDisponibile" : "imprevisto");
      },
    });
  }
  storage
    .run(richiesta, () => handle(req, res))
    .catch((error) => {
      logLine("error", { err: describeError(error) }, "richiesta interrotta");
      if (res.headersSent) res.destroy();
      else sendPage(res, 500, page("imprevisto"), document);
    });
}

function refuse(req, res, status, document) {
  if (res.headersSent) return req.destroy();
  // What is still coming of the request is not waited for.
  res.shouldKeepAlive = false;
  sendPage(res, status, page({ 403: "nonConsentito", 413: "troppoGrande" }[status] ?? "richiesta"), document);
}

const isForEverybody = (url) => /^\/(_next\/static\/|icon\.svg)/.test(url);
const page = (name) => pages[name];
/** The code of a rapporto is somebody's. */
const withoutNumbers = (url) => (url.split("?")[0] ?? "").replace(/\b\d{7,}\b/g, "…");

/** Requests under way are finished; new ones are not taken. */
function stop(code, patience = FINE_MASSIMA_MS) {
  if (stopping) return;
  stopping = true;
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const deadline = setTimeout(() => server.closeAllConnections(), patience);
  setTimeout(() => process.exit(code), patience + 1_000).unref();
  server.close(async () => {
    clearInterval(idle);
    clearTimeout(deadline);
    await app.close().catch(() => undefined);
    process.exit(code);
  });
  server.closeIdleConnections();
}

const crash = (kind) => (error) => {
  logLine("fatal", { riferimento: randomBytes(4).toString("hex"), err: describeError(error) }, kind);
  // What the process knows can no longer be trusted: whoever started it starts it anew.
  stop(1, 2_000);
};
for (const kind of dev ? [] : ["uncaughtException", "unhandledRejection"]) {
  process.removeAllListeners(kind);
  process.on(kind, crash(kind));
}
process.on("SIGTERM", () => stop(0));
process.on("SIGINT", () => stop(0));
// Whoever started us is gone without a word: by the channel, or by the pipe that is our standard input.
process.on("disconnect", () => stop(0));
if (!process.channel && isPipe(0)) process.stdin.on("end", () => stop(0)).resume();

function isPipe(descriptor) {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
