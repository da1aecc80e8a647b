import { get } from "node:http";
import { logIn, perSecond } from "./carico";
import { type Misura, median } from "./misura";

const GIRI = 5;
const JS_IN_PIU_MASSIMO = 15_000;
const RAPPORTO_MINIMO = 0.7;

/**
 * The page of payments, logged in and under row-level security, against the same markup on constant data
 * without session and database; and the scripts a drawer page sends against those of an empty page.
 */
export async function misuraPagine(base: string): Promise<Misura[]> {
  const cookie = await logIn(base, "anna");
  const entrance = await fetch(`${base}/cassetto`, { headers: { cookie }, redirect: "manual" });
  const pagamenti = `${entrance.headers.get("location")}/pagamenti`;
  return [await misuraPortata(base, pagamenti, cookie), await misuraScript(base, pagamenti, cookie)];
}

async function misuraPortata(base: string, path: string, cookie: string): Promise<Misura> {
  const url = new URL(path, base).href;
  const floor = `${base}/misura/pagamenti`;
  // Warms up both, so that neither pays for the compiler.
  await perSecond(url, cookie);
  await perSecond(floor, cookie);
  const pairs: { page: number; floor: number }[] = [];
  for (let giro = 0; giro < GIRI; giro++) {
    pairs.push({ page: await perSecond(url, cookie), floor: await perSecond(floor, cookie) });
  }
  const rapporto = median(pairs.map((pair) => pair.page / pair.floor));
  return {
    nome: "pagina dei pagamenti",
    valore: median(pairs.map((pair) => pair.page)),
    unita: "richieste/s",
    confronto: "stessa pagina, dati fissi, senza sessione e senza database",
    valoreConfronto: median(pairs.map((pair) => pair.floor)),
    rapporto,
    obiettivo: RAPPORTO_MINIMO,
    raggiunto: rapporto >= RAPPORTO_MINIMO,
  };
}

async function misuraScript(base: string, path: string, cookie: string): Promise<Misura> {
  const [page, empty] = await Promise.all([
    scriptBytes(base, path, cookie),
    scriptBytes(base, "/misura/vuota", cookie),
  ]);
  return {
    nome: `JavaScript di una pagina del cassetto, oltre a quello di una pagina vuota (${empty} byte)`,
    valore: page - empty,
    unita: "byte, gzip",
    confronto: "limite",
    valoreConfronto: JS_IN_PIU_MASSIMO,
    rapporto: (page - empty) / JS_IN_PIU_MASSIMO,
    obiettivo: 1,
    raggiunto: page - empty <= JS_IN_PIU_MASSIMO,
  };
}

/** The bytes on the wire of every script the page asks for, each counted once. */
async function scriptBytes(base: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(new URL(path, base), { headers: { cookie } })).text();
  const sources = new Set([...html.matchAll(/\/_next\/static\/[^"\\ ]+?\.js/g)].map(([source]) => source));
  const sizes = await Promise.all([...sources].map((source) => gzippedBytes(new URL(source, base).href)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function gzippedBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
