import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { SearchForm } from "@/components/ui/search-form";
import type { IntermediarioTrovato } from "@/lib/intermediari/queries";

type Props = { azione: string; cerca: string; trovati: IntermediarioTrovato[]; altri: boolean };

/** The search, and as many of what it found as one list holds; `altri` says that there are more. */
export function CercaIntermediario({ azione, cerca, trovati, altri }: Props) {
  const t = useTranslations("deleghe.nuova");
  const testi = { cerca: t("cerca"), filtra: t("trova"), azzera: t("azzera") };
  return (
    <>
      <SearchForm
        azione={azione}
        cerca={cerca}
        testi={testi}
        filtrato={false}
        fissi={{ tipo: "professionale" }}
      />
      {cerca && (
        <p role="status" className="minore mt-5">
          {t(altri ? "trovatiMolti" : "trovati", { n: trovati.length })}
        </p>
      )}
      {cerca && trovati.length === 0 && <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>}
      <ul className="mt-4 grid gap-4">
        {trovati.map((intermediario) => (
          <li key={intermediario.codice} className="scheda flex flex-wrap items-center justify-between gap-4">
            <div className="min-w-0">
              <h2 className="text-xl break-words">{intermediario.denominazione}</h2>
              <p className="minore">{formatIndirizzo(intermediario)}</p>
            </div>
            <a
              href={`${azione}?${new URLSearchParams({ tipo: "professionale", intermediario: intermediario.codice })}`}
              aria-label={`${t("scegli")}: ${intermediario.denominazione}`}
              className="bottone bottone-secondario"
            >
              {t("scegli")}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
