import autocannon from "autocannon";
import persone from "@/db/seed/persone.json";

const SECONDI = 6;
const CONNESSIONI = 8;

/** Requests per second the server answers; any answer but a good one is an error. */
export async function perSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNESSIONI,
    duration: SECONDI,
    headers: { cookie, accept: "text/html" },
  });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} risposte non buone`);
  return result.requests.average;
}

/** Logs in as one of the demo people, through next-auth's own addresses. @returns the Cookie header */
export async function logIn(base: string, chiave: string): Promise<string> {
  const persona = persone.find((one) => one.chiave === chiave);
  const csrf = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`${base}/api/auth/callback/pin`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(csrf), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      csrfToken,
      codiceFiscale: persona?.codiceFiscale ?? "",
      pin: persona?.pin ?? "",
      json: "true",
    }),
  });
  if (!response.ok) throw new Error(`L'accesso di ${chiave} non è riuscito: ${response.status}`);
  return cookiesOf(response);
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
