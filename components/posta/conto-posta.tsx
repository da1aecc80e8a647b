import { useTranslations } from "next-intl";
import { formatIstante } from "@/lib/dates";
import type { ContoPosta as Conto } from "@/lib/posta/queries";

/** How many mails wait, left, and came to nothing. */
export function ContoPosta({ conto, giorni }: { conto: Conto; giorni: number }) {
  const t = useTranslations("postaInUscita");
  const cifre = [
    [t("inAttesa"), conto.inAttesa],
    [t("inviate", { n: giorni }), conto.inviate],
    [t("abbandonate"), conto.abbandonate],
  ] as const;
  return (
    <>
      <dl className="mt-6 grid gap-3 tablet:grid-cols-3">
        {cifre.map(([nome, cifra]) => (
          <div key={nome} className="scheda flex flex-col-reverse justify-end">
            <dt>{nome}</dt>
            <dd className="text-3xl font-semibold tabular-nums">{cifra.toLocaleString("it-IT")}</dd>
          </div>
        ))}
      </dl>
      {conto.dal && <p className="minore mt-3">{t("dal", { quando: formatIstante(conto.dal, "lungo") })}</p>}
    </>
  );
}
