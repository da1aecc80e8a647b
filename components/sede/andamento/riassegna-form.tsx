import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { FormSelect } from "@/components/ui/form-select";
import { riassegnaAction } from "@/lib/quesiti/andamento/actions";
import type { Carico } from "@/lib/quesiti/andamento/queries";

/** All of one person's quesiti to another, for an absence. */
export function RiassegnaForm({ carico }: { carico: Carico[] }) {
  const t = useTranslations("sede.andamento");
  const te = useTranslations("sede.errori");
  const persone = carico.filter((riga) => riga.id !== null);
  const nomi = persone.map(({ id, nome }) => [id ?? "", nome ?? ""] as const);
  const conQuanti = persone
    .filter(({ inCarico }) => inCarico > 0)
    .map(({ id, nome, inCarico }) => [id ?? "", `${nome} (${inCarico})`] as const);
  return (
    <section className="scheda sezione print:hidden" aria-labelledby="riassegna">
      <h2 id="riassegna">{t("riassegna")}</h2>
      <p className="minore">{t("riassegnaTesto")}</p>
      <ActionForm action={riassegnaAction} titolo={te("riepilogo")}>
        <div className="grid gap-x-6 tablet:grid-cols-2">
          <FormSelect name="da" label={t("da")} vuoto={te("collega")} options={conQuanti} />
          <FormSelect name="a" label={t("a")} vuoto={te("collega")} options={nomi} />
        </div>
        <FormField name="motivo" label={t("motivo")} maxLength={300} autoComplete="off" />
        <button type="submit" className="bottone mt-5">
          {t("conferma")}
        </button>
      </ActionForm>
    </section>
  );
}
