import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { contaOrari, type Giorno, type OrarioOfferto } from "@/lib/appuntamenti/giorni/rules";
import { formatData } from "@/lib/dates";
import { FormOrari } from "./form-orari";
import { OrarioBottone } from "./orario-bottone";
import { indirizzoGiorno, type Scelta, type SedeScelta } from "./scelta";

/** The days of a month that have times, with how many; the times of one of them. */
export function GiorniOrari(scelta: Scelta) {
  const { vista, sedi, sede, tenuto } = scelta;
  const mostrate = sede ? sedi.filter(({ codice }) => codice === sede) : sedi;
  return (
    <ul className="border-t border-slate-85">
      {vista.giorni.map((giorno) => (
        <li key={giorno.data} className="border-b border-slate-85">
          {giorno.data === vista.giorno.data ? (
            <FormOrari {...scelta}>
              <Aperto giorno={giorno} sedi={mostrate} tenuto={tenuto} />
            </FormOrari>
          ) : (
            <Chiuso giorno={giorno} href={indirizzoGiorno(scelta, giorno.data)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Chiuso({ giorno, href }: { giorno: Giorno; href: string }) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const n = { n: contaOrari(giorno), mattina: giorno.mattina.length, pomeriggio: giorno.pomeriggio.length };
  const quando = n.pomeriggio === 0 ? "soloMattina" : n.mattina === 0 ? "soloPomeriggio" : "quanti";
  return (
    <a href={href} className="flex min-h-14 items-center gap-4 py-2 no-underline hover:bg-blue-97">
      <span className="min-w-0 flex-1">
        <span className="block font-semibold underline underline-offset-4 first-letter:uppercase">
          {formatData(giorno.data, "esteso")}
        </span>
        <span className="minore block">{t(quando, n)}</span>
      </span>
      <ChevronRight aria-hidden size={22} className="me-1 shrink-0" />
    </a>
  );
}

type Mostrati = { sedi: SedeScelta[]; tenuto: Scelta["tenuto"] };

function Aperto({ giorno, sedi, tenuto }: { giorno: Giorno } & Mostrati) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const qui = new Set([...giorno.mattina, ...giorno.pomeriggio].map(({ sede }) => sede));
  // Where all of the day are at one sede it is named once.
  const unica = qui.size === 1 ? sedi.find(({ codice }) => qui.has(codice)) : undefined;
  const mostrati = { sedi: unica ? [unica] : sedi, tenuto };
  return (
    <section id="giorno" className="scroll-mt-4 py-4" aria-labelledby="giorno-titolo">
      <h3 id="giorno-titolo" className="text-xl font-bold first-letter:uppercase">
        {formatData(giorno.data, "esteso")}
      </h3>
      {unica && <p className="minore">{unica.denominazione}</p>}
      <Parte nome={t("mattina")} orari={giorno.mattina} {...mostrati} />
      <Parte nome={t("pomeriggio")} orari={giorno.pomeriggio} {...mostrati} />
    </section>
  );
}

function Parte({ nome, orari, sedi, tenuto }: { nome: string; orari: OrarioOfferto[] } & Mostrati) {
  if (orari.length === 0) return null;
  return (
    <>
      <h4 className="minore mt-3 font-semibold">{nome}</h4>
      <ul className="mt-2 grid grid-cols-2 gap-2.5 tablet:grid-cols-4">
        {orari.map((orario) => (
          <li key={`${orario.sede}/${orario.inizio}`} className="grid">
            <OrarioBottone orario={orario} sedi={sedi} tenuto={tenuto} />
          </li>
        ))}
      </ul>
    </>
  );
}
