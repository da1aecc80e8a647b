/** Headers that only this server or proxy.ts may write; from outside they are an attempt. */
const OURS = new Set([
  "next-resume",
  "x-nonce",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-percorso",
  "x-precarica",
  "forwarded",
  "x-real-ip",
]);
const LUNGHEZZA_MASSIMA_URL = 2_000;
export const CORPO_MASSIMO = 4 * 1024 * 1024;

/** @typedef {import("node:http").IncomingMessage} Req */

/** Why a request is refused before anybody looks at it. @param {Req} req @returns {400 | 405 | 413 | null} */
export function whyRefused(req) {
  if (!["GET", "HEAD", "POST"].includes(req.method ?? "")) return 405;
  if (!isWellFormed(req.url ?? "")) return 400;
  return Number(req.headers["content-length"] ?? 0) > CORPO_MASSIMO ? 413 : null;
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
  if (isRouterPrefetch(req)) headers["x-precarica"] = "1";
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

/**
 * What Next's router fetches ahead of a click. Only in this form is the answer cut before the page's own
 * data; anything else that calls itself a prefetch is a visit like any other.
 */
function isRouterPrefetch({ headers }) {
  return headers.rsc === "1" && headers["next-router-prefetch"] === "1";
}

/** A browser that opens a page before anybody asked for it. @param {Req} req */
export function isSpeculative({ headers }) {
  return /prefetch|prerender/.test(
    String(headers["sec-purpose"] ?? headers.purpose ?? headers["x-moz"] ?? ""),
  );
}
