import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { SearchForm } from "@/components/ui/search-form";
import type { TutelaElencata } from "@/lib/deleghe/tutele/queries";
import { Periodo } from "../periodo";

type Props = { tutele: readonly TutelaElencata[]; cerca: string; altre: string | null };

/** Who acts for whom by a court's decision today, and the way to where that is ended. */
export function ElencoTutele({ tutele, cerca, altre }: Props) {
  const t = useTranslations("deleghe.tutele");
  const td = useTranslations("deleghe");
  const tc = useTranslations("comune");
  return (
    <section className="sezione" aria-labelledby="in-vigore">
      <h2 id="in-vigore">{t("inVigore")}</h2>
      <SearchForm
        azione="/amministrazione/tutele"
        cerca={cerca}
        testi={{ cerca: t("cerca"), filtra: t("trova"), azzera: t("azzera") }}
        filtrato={cerca !== ""}
      />
      {tutele.length === 0 && (
        <Empty titolo={t(cerca ? "nessunaTrovata" : "nessuna")}>{cerca && t("nessunaTrovataTesto")}</Empty>
      )}
      <ul className="mt-4 grid gap-4">
        {tutele.map(({ id, titolo, dal, al, datore, datore_nome, persona, persona_nome }) => {
          const chi = persona_nome || persona;
          return (
            <li key={id} className="scheda flex flex-col gap-2">
              <p className="minore">{td(`titoli.${titolo}`)}</p>
              <h3 className="break-words">{t("chiPerChi", { chi, datore: datore_nome })}</h3>
              <p className="minore">{t("codici", { persona, datore })}</p>
              <p>
                <Periodo dal={dal} al={al} />.
              </p>
              <a
                href={`/amministrazione/tutele/${id}`}
                aria-label={t("chiudiDi", { chi, datore: datore_nome })}
                className="collegamento non-stampare self-start"
              >
                {t("vedi")}
              </a>
            </li>
          );
        })}
      </ul>
      {altre && (
        <a href={altre} className="collegamento mt-4 non-stampare">
          {tc("precedenti")}
        </a>
      )}
    </section>
  );
}
