import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isDocument, watchAnswer } from "./answer.mjs";

const PAGE = { html: "<h1>pagina nostra</h1>", text: "testo nostro\n" };
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Handler = (res: ServerResponse, mark: () => void, req: IncomingMessage) => unknown;

/** What a client gets from `handler` when its answer is watched. */
async function ask(handler: Handler, headers: HeadersInit = { accept: "text/html" }) {
  const server = createServer((req, res) => {
    let away = false;
    const options = {
      document: isDocument(req),
      isAway: () => away,
      fail: () => PAGE,
      closed: (status: number) => (status === 403 ? PAGE : undefined),
    };
    watchAnswer(res, options);
    handler(
      res,
      () => {
        away = true;
      },
      req,
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const response = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`, { headers });
  const header = (name: string) => response.headers.get(name);
  return { status: response.status, body: await response.text(), header };
}

test("a good answer goes out as it is, in one piece", async () => {
  const { status, body, header } = await ask((res) => {
    res.setHeader("content-type", "text/html");
    res.flushHeaders();
    res.write("uno ");
    res.write(Buffer.from("due "));
    res.end("tre");
  });
  expect({ status, body }).toEqual({ status: 200, body: "uno due tre" });
  expect(header("content-length")).toBe("11");
});

test("status and headers given to writeHead arrive", async () => {
  const { status, header } = await ask((res) => res.writeHead(404, { "x-prova": "1" }).end("no"));
  expect([status, header("x-prova")]).toEqual([404, "1"]);
});

test("a page that may not be seen becomes ours, with its status; what a script asked for stays", async () => {
  const handler: Handler = (res) => res.writeHead(403).end("<script>");
  const document = await ask(handler);
  expect([document.status, document.body]).toEqual([403, PAGE.html]);
  const fetched = await ask(handler, { accept: "*/*" });
  expect([fetched.status, fetched.body]).toEqual([403, "<script>"]);
});

test("an answer that fails after it began becomes our page, with none of what was written", async () => {
  const { status, body, header } = await ask((res) => {
    res.setHeader("set-cookie", "a=b");
    res.setHeader("content-encoding", "gzip");
    res.setHeader("strict-transport-security", "max-age=1");
    res.write("Maria Rossi");
    res.statusCode = 500;
    res.end("segreto");
    res.setHeader("x-dopo", "1");
    res.write("ancora");
    res.end();
  });
  expect({ status, body }).toEqual({ status: 500, body: PAGE.html });
  expect(header("cache-control")).toBe("no-store");
  expect(header("strict-transport-security")).toBe("max-age=1");
  expect([header("set-cookie"), header("content-encoding"), header("retry-after")]).toEqual([
    null,
    null,
    null,
  ]);
});

test("when the database is away the answer is 503, though a 200 was under way", async () => {
  const { status, body, header } = await ask((res, mark) => {
    res.writeHead(200, { "content-type": "text/html" });
    res.write("<p>guscio</p>");
    mark();
    res.end("<p>resto</p>");
  });
  expect({ status, body }).toEqual({ status: 503, body: PAGE.html });
  expect(header("retry-after")).toBe("10");
});

test("an answer given up half way is a 500, not a broken page", async () => {
  const { status, body } = await ask((res) => {
    res.write("<p>guscio</p>");
    res.destroy(new Error("render failed"));
  });
  expect({ status, body }).toEqual({ status: 500, body: PAGE.html });
});

test.each<Record<string, string>>([
  { rsc: "1", accept: "*/*" },
  { "next-action": "a", accept: "text/html" },
  { accept: "*/*" },
])("a script that asks (%j) gets a short text", async (headers) => {
  const fails: Handler = (res, mark) => {
    mark();
    res.end("resto");
  };
  const { status, body } = await ask(fails, headers);
  expect({ status, body }).toEqual({ status: 503, body: PAGE.text });
});

test("more than a megabyte is let go as it comes", async () => {
  const chunk = "x".repeat(400_000);
  const { status, body } = await ask((res) => {
    for (let sent = 0; sent < 5; sent += 1) res.write(chunk);
    res.end("fine");
  });
  expect({ status, length: body.length }).toEqual({ status: 200, length: 2_000_004 });
});
