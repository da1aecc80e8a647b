import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Empty } from "@/components/ui/empty";
import { assenzeAction } from "@/lib/appuntamenti/agenda/cambi/actions";
import type { AssenzaElencata, Esperto } from "@/lib/appuntamenti/agenda/queries";
import { useQuando } from "./quando";

type Props = {
  assenze: AssenzaElencata[];
  esperti: Esperto[];
  /** Which of them the viewer may take away. */
  puoTogliere: (assenza: AssenzaElencata) => boolean;
};

/** Who is away from today on, and when the sede is shut. */
export function ElencoAssenze({ assenze, esperti, puoTogliere }: Props) {
  const t = useTranslations("appuntamenti.agenda");
  const quandoDi = useQuando();
  const nomeDi = (id: string | null) =>
    id === null ? t("assenze.tutti") : (esperti.find((esperto) => esperto.id === id)?.nome ?? "–");
  return (
    <section className="mt-8" aria-labelledby="elenco">
      <h2 id="elenco">{t("assenze.elenco")}</h2>
      {assenze.length === 0 && <Empty titolo={t("assenze.nessuna")} />}
      <ul className="mt-3">
        {assenze.map((assenza) => {
          const quando = quandoDi(assenza);
          return (
            <li
              key={assenza.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-3"
            >
              <div className="min-w-0">
                <p className="font-semibold">{nomeDi(assenza.esperto)}</p>
                <p className="first-letter:uppercase">{quando}</p>
                {assenza.motivo && <p className="minore break-words">{assenza.motivo}</p>}
              </div>
              {puoTogliere(assenza) && (
                <ActionForm action={assenzeAction} titolo={t("errori.riepilogo")} className="print:hidden">
                  <input type="hidden" name="cosa" value="torna" />
                  <input type="hidden" name="id" value={assenza.id} />
                  <button
                    type="submit"
                    aria-label={t("assenze.togliDiChi", { chi: nomeDi(assenza.esperto), quando })}
                    className="bottone bottone-secondario"
                  >
                    {t("assenze.togli")}
                  </button>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
