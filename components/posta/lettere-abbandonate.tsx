import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Empty } from "@/components/ui/empty";
import { formatIstante } from "@/lib/dates";
import { riprovaLetteraAction, riprovaTutteAction } from "@/lib/posta/actions";
import type { LetteraAbbandonata } from "@/lib/posta/queries";

/** Dead letters: what, when, why, and a way to try them again. To whom they go is not said. */
export function LettereAbbandonate({ lettere, massime }: { lettere: LetteraAbbandonata[]; massime: number }) {
  const t = useTranslations("postaInUscita");
  return (
    <section className="sezione" aria-labelledby="abbandonate">
      <h2 id="abbandonate">{t("nonRiusciti")}</h2>
      {lettere.length === 0 ? (
        <Empty titolo={t("nessuno")} />
      ) : (
        <>
          <p className="mt-1 max-w-text">
            {t("nonRiuscitiTesto")}
            {lettere.length === massime && ` ${t("primi", { n: massime })}`}
          </p>
          <ActionForm
            action={riprovaTutteAction}
            titolo={t("errori.riepilogo")}
            className="mt-4 print:hidden"
          >
            <button type="submit" className="bottone">
              {t("riprovaTutte")}
            </button>
          </ActionForm>
          <ul className="mt-5 border-t border-slate-85">
            {lettere.map((lettera) => (
              <Lettera key={lettera.id} lettera={lettera} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Lettera({ lettera }: { lettera: LetteraAbbandonata }) {
  const t = useTranslations("postaInUscita");
  const { id, modello, accodataAt, abbandonataAt, tentativi, ultimoErrore } = lettera;
  const nome = t(`modelli.${modello}`);
  const accodata = formatIstante(accodataAt, "lungo");
  const fatti = [
    [t("accodata"), accodata],
    [t("abbandonata"), abbandonataAt ? formatIstante(abbandonataAt, "lungo") : "–"],
    [t("tentativi"), String(tentativi)],
    [t("errore"), ultimoErrore ?? "–"],
  ] as const;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-slate-85 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="text-lg">{nome}</h3>
        <dl className="minore flex flex-wrap gap-x-5 gap-y-0.5">
          {fatti.map(([che, valore]) => (
            <div key={che} className="flex gap-1.5">
              <dt>{che}:</dt>
              <dd className="break-all">{valore}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ActionForm action={riprovaLetteraAction} titolo={t("errori.riepilogo")} className="print:hidden">
        <input type="hidden" name="lettera" value={id} />
        <button
          type="submit"
          aria-label={t("riprovaDi", { modello: nome, quando: accodata })}
          className="bottone bottone-secondario"
        >
          {t("riprova")}
        </button>
      </ActionForm>
    </li>
  );
}
