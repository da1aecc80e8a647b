"use client";
import { useEffect, useState } from "react";

type Testi = { titolo: string; testo: string; riprova: string };

/**
 * Reached when a page fails in the browser; for the server scripts/server.mjs answers. The words come from
 * the layout's <body>: an error page must not need a dictionary of its own.
 */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const [testi, setTesti] = useState<Testi | null>(null);
  useEffect(() => setTesti(JSON.parse(document.body.dataset.imprevisto ?? "null")), []);
  if (!testi) return null;
  return (
    <main className="contenitore py-12">
      <h1>{testi.titolo}</h1>
      <p className="sommario">{testi.testo}</p>
      <button type="button" className="bottone mt-7" onClick={reset}>
        {testi.riprova}
      </button>
    </main>
  );
}
