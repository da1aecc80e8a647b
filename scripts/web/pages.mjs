import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** What is said when even messages/it.json cannot be read. */
const WORDS = {
  nonDisponibile: {
    titolo: "Il servizio torna tra poco",
    testo: "Nulla è andato perso. Riprova tra qualche minuto.",
  },
  imprevisto: {
    titolo: "Qualcosa non ha funzionato",
    testo: "Non dipende da te e nulla è andato perso. Riprova.",
  },
  richiesta: {
    titolo: "L'indirizzo non è scritto bene",
    testo: "Controllalo, oppure riparti dalla pagina iniziale.",
  },
  troppoGrande: {
    titolo: "Quello che hai inviato è troppo grande",
    testo: "Si possono inviare al massimo 4 megabyte.",
  },
};
const SERVICE = { servizio: "Cassetto del lavoro domestico", istituto: "Istituto di previdenza" };
const LINKS = { riprova: "Riprova", inizio: "Vai alla pagina iniziale" };

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#17324d;font:1.125rem/1.5 "Titillium Web",Geneva,Tahoma,sans-serif}
header{background:#06c;color:#fff;border-top:2.75rem solid #036;padding:1.25rem 0}
header p,main{max-width:78rem;margin:0 auto;padding-left:1.125rem;padding-right:1.125rem}
header p{font-size:1.5rem;font-weight:700;line-height:1.25}
main{padding-top:3rem;padding-bottom:4rem}
h1{margin:0;font-size:2rem;line-height:1.25;text-wrap:balance}
main p{max-width:70ch;margin:1rem 0 0;font-size:1.25rem;color:#435a70}
nav{display:flex;flex-wrap:wrap;gap:1rem;margin-top:1.75rem}
a{display:inline-flex;align-items:center;min-height:3rem;padding:.5rem 1.25rem;border:2px solid #06c;border-radius:6px;color:#0059b3;font-weight:600;text-decoration:none}
a:first-child{background:#06c;color:#fff}
a:focus-visible{outline:3px solid #17324d;outline-offset:2px}
@media (min-width:768px){h1{font-size:2.5rem}header p,main{padding-left:2rem;padding-right:2rem}}
@media print{nav{display:none}}
`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** The page needs nothing from anywhere, and may load nothing. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The pages that are shown when Next cannot show one, ready to send. */
export function readPages(file) {
  const { errori = {}, comune = {} } = readMessages(file);
  const links = { ...LINKS, ...strings(errori) };
  const service = { ...SERVICE, ...strings(comune) };
  return Object.fromEntries(
    Object.entries(WORDS).map(([name, fallback]) => {
      const words = { ...fallback, ...errori[name] };
      const retry = name === "nonDisponibile" || name === "imprevisto";
      return [name, { html: page(words, service, links, retry), text: `${words.titolo}. ${words.testo}\n` }];
    }),
  );
}

function readMessages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

const strings = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string"));

function page(words, service, links, retry) {
  const again = retry ? `<a href="">${escapeHtml(links.riprova)}</a>` : "";
  return `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(words.titolo)} · ${escapeHtml(service.servizio)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${escapeHtml(service.servizio)}</p></header>
<main>
<h1>${escapeHtml(words.titolo)}</h1>
<p>${escapeHtml(words.testo)}</p>
<nav>${again}<a href="/">${escapeHtml(links.inizio)}</a></nav>
</main>
</body>
</html>
`;
}

function escapeHtml(text = "") {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
