import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

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
  nonTrovato: {
    titolo: "Questa pagina non c'è",
    testo:
      "L'indirizzo è sbagliato, oppure quello che cerchi non c'è più o non è tuo da vedere. Se lavoravi nel cassetto di un'altra persona, la delega può essere finita.",
  },
  nonConsentito: {
    titolo: "Con questo profilo non puoi aprire questa pagina",
    testo: "Se hai più profili puoi cambiarlo. Altrimenti torna al servizio.",
  },
  superata: {
    titolo: "Questa pagina era di prima",
    testo:
      "Intanto il servizio è stato aggiornato, e quello che hai inviato non è arrivato. Riapri la pagina e riprova.",
  },
  troppoGrande: {
    titolo: "Quello che hai inviato è troppo grande",
    testo: "Gli allegati possono essere al massimo 3 MB in tutto. Torna indietro e scegline di più piccoli.",
  },
};
const SERVICE = {
  servizio: "Cassetto del lavoro domestico",
  istituto: "Istituto di previdenza",
  motto: "La posizione di chi dà lavoro a colf, badanti e baby-sitter",
  assistenza: "Assistenza",
};
const LINKS = {
  riprova: "Riprova",
  inizio: "Vai alla pagina iniziale",
  servizio: "Torna al servizio",
  cambiaProfilo: "Cambia profilo",
};

const STYLE = `${fontFace(400)}${fontFace(700)}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#17324d;font:1.125rem/1.5 "Titillium Web",Geneva,Tahoma,sans-serif}
header{background:#06c;color:#fff}
header div{background:#036;font-size:.9375rem}
header p,main{max-width:78rem;margin:0 auto;padding-left:1.125rem;padding-right:1.125rem}
header div p{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:0 1rem;min-height:2.75rem}
header div a{display:inline-flex;align-items:center;min-height:2.75rem}
header a{color:inherit;text-decoration:none}
header>p{display:flex;flex-direction:column;justify-content:center;min-height:4.5rem}
header b{font-size:1.25rem;line-height:1.25}
header small{display:none;font-size:.9375rem}
main{padding-top:3rem;padding-bottom:4rem}
h1{margin:0;font-size:2rem;line-height:1.25;text-wrap:balance}
main p{max-width:70ch;margin:1rem 0 0;font-size:1.25rem;color:#435a70}
nav{display:flex;flex-wrap:wrap;gap:1rem;margin-top:1.75rem}
nav a{display:inline-flex;align-items:center;min-height:3rem;padding:.5rem 1.25rem;border:2px solid #06c;border-radius:6px;color:#0059b3;font-weight:700;text-decoration:none}
nav a:first-child{background:#06c;color:#fff}
a:focus-visible{outline:3px solid #17324d;outline-offset:2px}
@media (min-width:768px){h1{font-size:2.5rem}header>p{min-height:5.5rem}header p,main{padding-left:2rem;padding-right:2rem}}
@media (min-width:1024px){header b{font-size:1.625rem}header small{display:block}}
@media print{header,nav{display:none}}
`;
/** The service's own letters, inside the page: it loads nothing. Without them the system's will do. */
function fontFace(weight) {
  try {
    const { resolve } = createRequire(import.meta.url);
    const file = resolve(`@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`);
    const data = readFileSync(file).toString("base64");
    return `@font-face{font-family:"Titillium Web";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  } catch {
    return "";
  }
}

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** The page needs nothing from anywhere, and may load nothing. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The pages that are shown when Next cannot show one, ready to send. */
export function readPages(file) {
  const { errori = {}, comune = {} } = readMessages(file);
  const links = { ...LINKS, ...strings(errori) };
  const service = { ...SERVICE, ...strings(comune) };
  return Object.fromEntries(
    Object.entries(WORDS).map(([name, fallback]) => {
      const words = { ...fallback, ...errori[name] };
      return [
        name,
        { html: page(words, service, ways(name, links)), text: `${words.titolo}. ${words.testo}\n` },
      ];
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

/** Where to go from here, the likeliest first. */
function ways(name, links) {
  const home = ["/", links.inizio];
  // The page does not know who reads it: /cassetto leads each to their own part.
  const back = ["/cassetto", links.servizio];
  if (name === "nonDisponibile" || name === "imprevisto") return [["", links.riprova], home];
  if (name === "nonConsentito") return [back, ["/profilo", links.cambiaProfilo]];
  return name === "nonTrovato" ? [back, home] : [home];
}

function page(words, service, links) {
  const nav = links.map(([href, text]) => `<a href="${href}">${escapeHtml(text)}</a>`).join("");
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
<header>
<div><p><span>${escapeHtml(service.istituto)}</span><a href="/informazioni#assistenza">${escapeHtml(service.assistenza)}</a></p></div>
<p><a href="/"><b>${escapeHtml(service.servizio)}</b><small>${escapeHtml(service.motto)}</small></a></p>
</header>
<main>
<h1>${escapeHtml(words.titolo)}</h1>
<p>${escapeHtml(words.testo)}</p>
<nav>${nav}</nav>
</main>
</body>
</html>
`;
}

function escapeHtml(text = "") {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
