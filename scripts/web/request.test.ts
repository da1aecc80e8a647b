import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  ATTESA_FILE_MS,
  ATTESA_MS,
  CORPO_MASSIMO,
  capBody,
  cleanHeaders,
  drain,
  isSpeculative,
  limitArrival,
  whyRefused,
} from "./request.mjs";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Headers = Record<string, string | undefined>;
const request = (headers: Headers = {}, rest: object = {}) =>
  ({
    method: "GET",
    url: "/",
    headers,
    socket: { remoteAddress: "::ffff:10.0.0.9" },
    ...rest,
  }) as unknown as IncomingMessage;
const cleaned = (headers: Headers, proxies: number) => {
  const req = request(headers);
  cleanHeaders(req, proxies);
  return req.headers;
};

test.each([
  ["/", null],
  ["/cassetto/3f/rapporti?ordina=nome&q=100%", null],
  ["/citt%C3%A0", null],
  ["/%E0%A4%A", 400],
  ["/%ZZ", 400],
  ["/x%00y", 400],
  ["/?q=%00", 400],
  ["http://altrove/", 400],
  [`/${"a".repeat(1_999)}`, null],
  [`/${"a".repeat(2_000)}`, 400],
])("the address %s is answered with %s", (url, expected) => {
  expect(whyRefused(request({}, { url }), 0)).toBe(expected);
});

test("a body of 4 MB is let in, a byte more is not", () => {
  const post = (length: number) => request({ "content-length": String(length) }, { method: "POST" });
  expect(whyRefused(post(CORPO_MASSIMO), 0)).toBeNull();
  expect(whyRefused(post(CORPO_MASSIMO + 1), 0)).toBe(413);
});

test("a body that does not say how long it is stops at 4 MB", () => {
  let taken = 0;
  let refused = 0;
  const req = Object.assign(request({}, { method: "POST" }), {
    push: (chunk: Buffer | null) => {
      taken += chunk?.length ?? 0;
      return true;
    },
  });
  capBody(req, () => {
    refused += 1;
  });
  for (let sent = 0; sent < 6; sent += 1) req.push(Buffer.alloc(1024 * 1024));
  expect({ taken, refused }).toEqual({ taken: CORPO_MASSIMO, refused: 1 });
});

/** A request whose body has not come yet. */
function arriving(headers: Headers, method = "POST") {
  return Object.assign(new EventEmitter(), request(headers, { method }), { resume: () => undefined });
}
const FILE = { "content-type": "multipart/form-data; boundary=x", cookie: "a=1; cassetto=segreto" };

/** After how long it is given up. */
function patience(req: ReturnType<typeof arriving>): number | null {
  let late: number | null = null;
  const started = Date.now();
  limitArrival(req, () => {
    late = Date.now() - started;
  });
  vi.advanceTimersByTime(ATTESA_FILE_MS);
  req.emit("close");
  return late;
}

test.each([
  ["files from who has logged in", FILE, ATTESA_FILE_MS],
  ["the same by https", { ...FILE, cookie: "__Host-cassetto=segreto" }, ATTESA_FILE_MS],
  ["files from a stranger", { ...FILE, cookie: undefined }, ATTESA_MS],
  ["files with a cookie that only looks alike", { ...FILE, cookie: "nocassetto=1" }, ATTESA_MS],
  ["a form", { ...FILE, "content-type": "application/x-www-form-urlencoded" }, ATTESA_MS],
])("how long %s may take", (_, headers, expected) => {
  expect(patience(arriving(headers))).toBe(expected);
});

test("a page is nothing to be patient for, and what has come is not waited for", () => {
  expect(patience(arriving(FILE, "GET"))).toBe(ATTESA_MS);
  const req = arriving(FILE);
  limitArrival(req, () => expect.unreachable());
  req.emit("end");
  vi.advanceTimersByTime(ATTESA_FILE_MS);
});

test("of the patient ones there are no more than 40 at once", () => {
  const slow = Array.from({ length: 40 }, () => arriving(FILE));
  for (const req of slow) limitArrival(req, () => undefined);
  expect(patience(arriving(FILE))).toBe(ATTESA_MS);
  for (const req of slow) req.emit("close");
  expect(patience(arriving(FILE))).toBe(ATTESA_FILE_MS);
});

test("what comes after a refusal is thrown away, up to 32 MB or 15 s", () => {
  const after = (act: (req: ReturnType<typeof arriving>) => void) => {
    const req = arriving({});
    let done = 0;
    drain(req, () => {
      done += 1;
    });
    act(req);
    return done;
  };
  expect(after((req) => req.emit("data", Buffer.alloc(32 * 1024 * 1024)))).toBe(0);
  expect(after((req) => req.emit("data", Buffer.alloc(32 * 1024 * 1024 + 1)))).toBe(1);
  expect(after(() => vi.advanceTimersByTime(ATTESA_MS))).toBe(1);
  expect(
    after((req) => {
      req.emit("end");
      req.emit("close");
      vi.advanceTimersByTime(ATTESA_MS);
    }),
  ).toBe(1);
});

test("only GET, HEAD and POST are answered", () => {
  expect(
    ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE"].map((method) => whyRefused(request({}, { method }), 0)),
  ).toEqual([null, null, null, 405, 405, 405]);
});

test("headers that only the house may write do not come in from outside", () => {
  const ours = ["x-middleware-subrequest", "x-middleware-rewrite", "next-resume", "x-nonce", "x-percorso"];
  const headers = cleaned({ ...Object.fromEntries(ours.map((name) => [name, "1"])), accept: "*/*" }, 0);
  expect(Object.keys(headers).sort()).toEqual(["accept", "x-forwarded-for"]);
});

test.each([
  [0, "1.1.1.1", "10.0.0.9"],
  [0, undefined, "10.0.0.9"],
  [1, "6.6.6.6, 2.2.2.2", "2.2.2.2"],
  [2, "6.6.6.6, 2.2.2.2, 3.3.3.3", "2.2.2.2"],
  [2, "6.6.6.6", "10.0.0.9"],
  [1, undefined, "10.0.0.9"],
])("with %i trusted proxies, x-forwarded-for %s is the client %s", (proxies, header, client) => {
  expect(cleaned({ "x-forwarded-for": header }, proxies)["x-forwarded-for"]).toBe(client);
});

test("host and protocol are believed only from a trusted proxy, and only if they look like one", () => {
  const headers = {
    "x-forwarded-host": "cassetto.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "1",
  };
  expect(Object.keys(cleaned({ ...headers }, 0))).toEqual(["x-forwarded-for"]);
  expect(cleaned({ ...headers }, 1)).toMatchObject({
    "x-forwarded-host": "cassetto.example",
    "x-forwarded-proto": "https",
  });
  expect(cleaned({ "x-forwarded-host": "a b", "x-forwarded-proto": "gopher" }, 1)).toEqual({
    "x-forwarded-for": "10.0.0.9",
  });
});

test("what a browser opens before anybody asked for it says so", () => {
  expect(isSpeculative(request({ "sec-purpose": "prefetch;prerender" }))).toBe(true);
  expect(isSpeculative(request())).toBe(false);
});

test.each([
  [{ origin: "https://cassetto.example", host: "cassetto.example" }, 0, null],
  [{ host: "cassetto.example" }, 0, null],
  [{ origin: "https://evil.example", host: "cassetto.example" }, 0, 403],
  [{ origin: "null", host: "cassetto.example" }, 0, 403],
  [{ origin: "https://cassetto.example:444", host: "cassetto.example" }, 0, 403],
  [{ origin: "https://evil.example", host: "cassetto.example", "x-forwarded-host": "evil.example" }, 0, 403],
  [{ origin: "https://cassetto.example", host: "web:3000", "x-forwarded-host": "cassetto.example" }, 1, null],
])("a form with %j, behind %i proxies: %s", (headers, proxies, refusal) => {
  expect(whyRefused({ ...request(headers), method: "POST" } as never, proxies)).toBe(refusal);
  expect(whyRefused({ ...request(headers), method: "GET" } as never, proxies)).toBeNull();
});
