import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { listSessioniAperte } from "@/lib/utenti/queries";
import { ChiudiAltreForm } from "./chiudi-altre-form";
import { describeDispositivo } from "./dispositivo";

type Props = { sessioni: Awaited<ReturnType<typeof listSessioniAperte>>; corrente: string };

/** Where one is logged in now, and a way to end all but this. */
export function Sessioni({ sessioni, corrente }: Props) {
  const t = useTranslations("utenti.sessioni");
  return (
    <section className="scheda mt-4" aria-labelledby="sessioni">
      <h2 id="sessioni">{t("titolo")}</h2>
      <p className="minore mt-1 max-w-text">{t("testo")}</p>
      <ul className="mt-4 border-t border-slate-85">
        {sessioni.map(({ id, dispositivo, creataAt, vistaAt }) => (
          <li key={id} className="border-b border-slate-85 py-3">
            <p className="font-semibold">
              {describeDispositivo(dispositivo) ?? t("sconosciuto")}
              {id === corrente && <span className="etichetta tono-blu ms-3">{t("questa")}</span>}
            </p>
            <p className="minore">
              {t("dal", { quando: formatIstante(creataAt, "lungo") })}
              {" · "}
              {t("vista", { quando: formatIstante(vistaAt, "lungo") })}
            </p>
          </li>
        ))}
      </ul>
      <ChiudiAltreForm testo={t("chiudi")} altre={sessioni.length > 1} />
    </section>
  );
}
