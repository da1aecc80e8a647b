/** Headers that only this server or proxy.ts may write; from outside they are an attempt. */
const OURS = new Set([
  "next-resume",
  "x-nonce",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-percorso",
  "forwarded",
  "x-real-ip",
]);
const LUNGHEZZA_MASSIMA_URL = 2_000;
/** 3 MB of files (msg 2749/2018) with the form around them; next.config.ts lets actions have as much. */
export const CORPO_MASSIMO = 4 * 1024 * 1024;
/** Forms and pages. */
export const ATTESA_MS = 15_000;
/** 3 MB on a phone's line of 0.25 Mbit/s take 100 s. */
export const ATTESA_FILE_MS = 120_000;
/** More at once may be people, or somebody who sends a byte a second on each. */
const FILE_INSIEME_MASSIMI = 40;

/** @typedef {import("node:http").IncomingMessage} Req */

/**
 * Why a request is refused before anybody looks at it.
 * @param {Req} req @param {number} proxies as for cleanHeaders @returns {400 | 403 | 405 | 413 | null}
 */
export function whyRefused(req, proxies) {
  if (!["GET", "HEAD", "POST"].includes(req.method ?? "")) return 405;
  if (!isWellFormed(req.url ?? "")) return 400;
  if (req.method === "POST" && isFromElsewhere(req, proxies)) return 403;
  return Number(req.headers["content-length"] ?? 0) > CORPO_MASSIMO ? 413 : null;
}

/** A form of another site. Browsers name the sender of every POST; who names none is no browser. */
function isFromElsewhere({ headers }, proxies) {
  const { origin } = headers;
  if (origin === undefined) return false;
  const host = nthFromRight(headers["x-forwarded-host"], proxies, true) ?? headers.host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function isWellFormed(url) {
  if (!url.startsWith("/") || url.length > LUNGHEZZA_MASSIMA_URL || /%00|\0/.test(url)) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** A body that does not say its length is counted as it comes. @param {Req} req @param {() => void} onTooLarge */
export function capBody(req, onTooLarge) {
  if (req.method !== "POST" || req.headers["content-length"]) return;
  let size = 0;
  const push = req.push.bind(req);
  req.push = (chunk, encoding) => {
    size += chunk?.length ?? 0;
    if (size <= CORPO_MASSIMO) return push(chunk, encoding);
    req.push = () => false;
    onTooLarge();
    return false;
  };
}

let underWay = 0;

/**
 * How long the body of a request may take to come. Long only for files, and only from who has logged in (what the
 * cookie is worth nobody knows yet, so no more than some at once).
 * @param {Req} req @param {() => void} onLate called also if it has come and nobody has read it
 */
export function limitArrival(req, onLate) {
  const { "content-type": type = "", cookie = "" } = req.headers;
  const isFile =
    req.method === "POST" &&
    type.startsWith("multipart/form-data") &&
    /(^|; )(__Host-)?cassetto=/.test(cookie);
  const patient = isFile && underWay < FILE_INSIEME_MASSIMI;
  if (patient) underWay += 1;
  const timer = setTimeout(onLate, patient ? ATTESA_FILE_MS : ATTESA_MS);
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    if (patient) underWay -= 1;
  };
  req.once("end", end);
  req.once("close", end);
}

/**
 * Reads on and throws away what is still coming of a refused request: a browser whose connection is cut while it sends
 * shows its own error instead of our page.
 * @param {Req} req @param {() => void} done
 */
export function drain(req, done) {
  let left = 32 * 1024 * 1024;
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    done();
  };
  const timer = setTimeout(end, ATTESA_MS);
  req.on("data", (chunk) => {
    left -= chunk.length;
    if (left < 0) end();
  });
  req.once("end", end);
  req.once("close", end);
  req.resume();
}

/**
 * Leaves only headers that can be believed, and exactly one client address.
 * @param {Req} req @param {number} proxies how many reverse proxies in front of us we trust
 */
export function cleanHeaders(req, proxies) {
  const { headers } = req;
  for (const name of Object.keys(headers)) {
    if (OURS.has(name) || name.startsWith("x-middleware-")) delete headers[name];
  }
  const peer = (req.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  headers["x-forwarded-for"] = nthFromRight(headers["x-forwarded-for"], proxies, false) ?? peer;
  keepOnly(headers, "x-forwarded-host", proxies, /^[\w.:[\]-]{1,255}$/);
  keepOnly(headers, "x-forwarded-proto", proxies, /^https?$/);
  delete headers["x-forwarded-port"];
}

function keepOnly(headers, name, proxies, shape) {
  const value = nthFromRight(headers[name], proxies, true);
  if (value && shape.test(value)) headers[name] = value;
  else delete headers[name];
}

/**
 * The value that the outermost trusted proxy saw. Fewer values than proxies: the proxies set the header instead
 * of adding to it (fine for a host name), or somebody went round them (no good for an address).
 */
function nthFromRight(header, proxies, fewerWillDo) {
  if (proxies === 0 || !header) return undefined;
  const values = String(header)
    .split(",")
    .map((value) => value.trim());
  if (values.length < proxies) return fewerWillDo ? values[0] : undefined;
  return values.at(-proxies) || undefined;
}

/** A browser that opens a page before anybody asked for it. @param {Req} req */
export function isSpeculative({ headers }) {
  return /prefetch|prerender/.test(
    String(headers["sec-purpose"] ?? headers.purpose ?? headers["x-moz"] ?? ""),
  );
}
