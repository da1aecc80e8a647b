import { useTranslations } from "next-intl";
import { formatData, formatIstante, parseDataIso } from "@/lib/dates";
import { formatEuro, parseCents } from "@/lib/money";
import type { listVariazioni } from "@/lib/rapporti/queries";

type Riga = Awaited<ReturnType<typeof listVariazioni>>[number];

/** What changed between one import and the next, as people say it. */
export function Variazioni({ variazioni }: { variazioni: Riga[] }) {
  const t = useTranslations("rapporti");
  return (
    <section className="sezione" aria-labelledby="variazioni">
      <h2 id="variazioni">{t("variazioni")}</h2>
      <p className="minore mt-1 max-w-text">
        {t(variazioni.length > 0 ? "variazioniTesto" : "nessunaVariazione")}
      </p>
      {variazioni.length > 0 && (
        <ol className="mt-4 border-t border-slate-85">
          {variazioni.map((riga) => (
            <Variazione key={riga.id} riga={riga} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Variazione({ riga: { campo, prima, dopo, rilevataAt } }: { riga: Riga }) {
  const t = useTranslations("rapporti");
  const valore = useValore(campo as "stato");
  return (
    <li className="grid gap-x-6 border-b border-slate-85 py-3 text-base tablet:grid-cols-[12rem_1fr_1fr]">
      <p className="text-slate-36">{formatIstante(rilevataAt, "lungo")}</p>
      <p className="font-semibold">{t(`campi.${campo as "stato"}`)}</p>
      <p>
        <span className="solo-lettori">{t("prima")}: </span>
        <del className="text-slate-36">{valore(prima)}</del>
        <span aria-hidden> → </span>
        <span className="solo-lettori">{t("dopo")}: </span>
        <ins className="font-semibold no-underline">{valore(dopo)}</ins>
      </p>
    </li>
  );
}

/** Archive values in words: `2026-01-31`, `si`, `7.15`, `sospeso_in_definizione`. */
function useValore(campo: string): (testo: string | null) => string {
  const t = useTranslations("rapporti");
  return (testo) => {
    if (testo === null || testo === "") return t("vuoto");
    if (campo.startsWith("data_") && parseDataIso(testo)) return formatData(testo, "lungo");
    if (campo === "retribuzione_oraria") return formatEuro(parseCents(testo) ?? 0);
    if (campo === "convivente" || campo === "cuaf") return t(testo === "si" ? "si" : "no");
    const group = {
      stato: "stati",
      mansione: "mansioni",
      tipo_contratto: "contratti",
      motivo_cessazione: "motivi",
    }[campo];
    const key = `${group}.${testo}` as "stati.attivo";
    return group && t.has(key) ? t(key) : testo;
  };
}
