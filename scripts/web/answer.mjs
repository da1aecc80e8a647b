import { PAGE_POLICY } from "./pages.mjs";

/** Held no longer than a page may take to find out that the database is away (db/client.ts: 4.5 s). */
const ATTESA_MASSIMA_MS = 6_000;
const TENUTI_MASSIMI = 1024 * 1024;
/** What next.config.ts says of every answer stays true of ours. */
const KEPT =
  /^(strict-transport-security|x-content-type-options|x-frame-options|referrer-policy|permissions-policy|cross-origin-.+)$/;

/** @typedef {import("node:http").ServerResponse} Res */
/** @typedef {{ html: string, text: string }} Page */

/** What a browser shows to a person, as opposed to what a script in it asks for. @param {import("node:http").IncomingMessage} req */
export function isDocument({ headers }) {
  return String(headers.accept ?? "").includes("text/html") && !headers.rsc && !headers["next-action"];
}

/**
 * Sends a page of ours instead of whatever was going to be sent.
 * @param {Res} res @param {number} status @param {Page} page @param {boolean} document
 */
export function sendPage(res, status, page, document) {
  for (const name of res.getHeaderNames()) if (!KEPT.test(name)) res.removeHeader(name);
  res.statusCode = status;
  res.statusMessage = "";
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Referrer-Policy", "same-origin");
  if (status === 503) res.setHeader("Retry-After", "10");
  if (status === 405) res.setHeader("Allow", "GET, HEAD, POST");
  res.setHeader("Content-Type", `text/${document ? "html" : "plain"}; charset=utf-8`);
  if (document) res.setHeader("Content-Security-Policy", PAGE_POLICY);
  res.end(document ? page.html : page.text);
}

/**
 * Holds an answer back until it is whole, so that one that fails half way can still become an honest 500 or
 * 503. Next begins to send, with status 200, before a page has read its data.
 * @param {Res} res
 * @param {{ document: boolean, isAway: () => boolean, fail: (status: 500 | 503) => Page,
 *   closed: (status: number) => Page | undefined }} options `closed`: what to show in place of a page that is
 *   not there or not to be seen, for Next leaves that to the browser's scripts
 */
export function watchAnswer(res, { document, isAway, fail, closed }) {
  const { writeHead, write, end, flushHeaders, destroy } = res;
  const held = [];
  let size = 0;
  let holding = true;
  const letGo = () => {
    if (!holding || size === 0) return;
    holding = false;
    write.call(res, Buffer.concat(held));
  };
  const timer = setTimeout(letGo, ATTESA_MASSIMA_MS);
  res.once("close", () => clearTimeout(timer));

  const replace = () => {
    const status = isAway() ? 503 : 500;
    substitute(status, fail(status));
  };

  const substitute = (status, page) => {
    holding = false;
    // Past the compression that Next has meanwhile laid over these.
    Object.assign(res, { writeHead, write, end, flushHeaders });
    sendPage(res, status, page, document);
    const ignore = () => res;
    Object.assign(res, { write: swallow, end: swallow, writeHead: ignore, flushHeaders: ignore });
    Object.assign(res, { setHeader: ignore, appendHeader: ignore, removeHeader: ignore });
  };

  Object.assign(res, {
    flushHeaders: () => holding || flushHeaders.call(res),
    writeHead: (status, ...rest) => {
      if (!holding) return writeHead.call(res, status, ...rest);
      res.statusCode = status;
      setHeaders(res, rest.at(-1));
      return res;
    },
    write: (chunk, encoding, callback) => {
      if (!holding) return write.call(res, chunk, encoding, callback);
      hold(chunk, encoding);
      runCallback(encoding, callback);
      if (size > TENUTI_MASSIMI) letGo();
      return true;
    },
    end: (...args) => {
      if (!holding) return end.apply(res, args);
      if (args[0] && typeof args[0] !== "function") hold(args[0], args[1]);
      const instead = document ? closed(res.statusCode) : undefined;
      if (isAway() || res.statusCode >= 500) replace();
      else if (instead) substitute(res.statusCode, instead);
      else {
        holding = false;
        // Node leaves it out once Next's compression has touched it.
        if (size) res.setHeader("Content-Length", size);
        if (size) end.call(res, Buffer.concat(held));
        else end.call(res);
      }
      runCallback(...args);
      return res;
    },
    // Next's way of giving up in the middle of a page.
    destroy: (error) => {
      if (holding && error && !res.destroyed) replace();
      else destroy.call(res, error);
      return res;
    },
  });

  function hold(chunk, encoding) {
    const bytes = Buffer.from(chunk, typeof encoding === "string" ? encoding : "utf8");
    held.push(bytes);
    size += bytes.length;
  }
}

const swallow = (...args) => {
  runCallback(...args);
  return true;
};

function runCallback(...args) {
  const callback = args.find((arg) => typeof arg === "function");
  if (callback) process.nextTick(callback);
}

/** The headers of writeHead: an object, or names and values in turn. */
function setHeaders(res, headers) {
  if (Array.isArray(headers)) {
    for (let index = 0; index + 1 < headers.length; index += 2)
      res.setHeader(headers[index], headers[index + 1]);
  } else if (headers && typeof headers === "object") {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  }
}
