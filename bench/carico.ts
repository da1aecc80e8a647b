import autocannon from "autocannon";
import persone from "@/db/seed/persone.json";
import { askAt } from "@/e2e/fixtures/http";
import { beginSession } from "@/e2e/fixtures/session";

const SECONDI = 6;
const CONNESSIONI = 8;

/** Requests per second the server answers; any answer but a good one is an error. With a body they are posts of it. */
export async function perSecond(url: string, cookie: string, body?: object): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNESSIONI,
    duration: SECONDI,
    headers: { cookie, accept: "text/html", ...(body && { "content-type": "application/json" }) },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} risposte non buone`);
  return result.requests.average;
}

/** Logs in as one of the demo people. @returns the Cookie header */
export async function logIn(base: string, chiave: string): Promise<string> {
  const persona = persone.find((one) => one.chiave === chiave);
  if (!persona) throw new Error(`${chiave} is nobody of the demo`);
  return beginSession(askAt(base), persona);
}
