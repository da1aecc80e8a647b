import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { CORPO_MASSIMO, capBody, cleanHeaders, isSpeculative, whyRefused } from "./request.mjs";

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
  expect(whyRefused(request({}, { url }))).toBe(expected);
});

test("a body of 4 MB is let in, a byte more is not", () => {
  const post = (length: number) => request({ "content-length": String(length) }, { method: "POST" });
  expect(whyRefused(post(CORPO_MASSIMO))).toBeNull();
  expect(whyRefused(post(CORPO_MASSIMO + 1))).toBe(413);
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

test("only GET, HEAD and POST are answered", () => {
  expect(
    ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE"].map((method) => whyRefused(request({}, { method }))),
  ).toEqual([null, null, null, 405, 405, 405]);
});

test("headers that only the house may write do not come in from outside", () => {
  const ours = [
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "next-resume",
    "x-nonce",
    "x-percorso",
    "x-precarica",
  ];
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

// A delegato who adds this header to a visit of somebody's drawer would otherwise leave no trace in the register.
test("only what Next answers without the page's data counts as fetched ahead", () => {
  const ahead = (headers: Headers) => cleaned(headers, 0)["x-precarica"];
  expect(ahead({ rsc: "1", "next-router-prefetch": "1" })).toBe("1");
  expect(ahead({ "next-router-prefetch": "1" })).toBeUndefined();
  expect(ahead({ rsc: "1", "next-router-prefetch": "2" })).toBeUndefined();
  expect(ahead({ "sec-purpose": "prefetch" })).toBeUndefined();
  expect(isSpeculative(request({ "sec-purpose": "prefetch;prerender" }))).toBe(true);
  expect(isSpeculative(request())).toBe(false);
});
