import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";
import { SelectField } from "@/components/ui/select-field";
import { type FiltroCoda as Scelta, STATI_QUESITO } from "@/lib/quesiti/lavorazione/coda/input";
import type { CategoriaElencata } from "@/lib/quesiti/lavorazione/coda/queries";
import type { Collega } from "@/lib/quesiti/lavorazione/queries";

type Props = { scelta: Scelta; categorie: CategoriaElencata[]; colleghi: Collega[] };

export function FiltroCoda({ scelta, categorie, colleghi }: Props) {
  const t = useTranslations("sede.coda");
  const ts = useTranslations("sede.stati");
  const { vista, cerca, categoria, stato, collega } = scelta;
  return (
    <SearchForm
      azione="/sede/comunicazioni"
      cerca={cerca}
      testi={{ cerca: t("cerca"), filtra: t("filtra"), azzera: t("azzera") }}
      filtrato={cerca !== "" || categoria !== null || stato !== null || collega !== null}
      fissi={{ vista }}
    >
      <SelectField
        name="categoria"
        label={t("categoria")}
        value={categoria ?? ""}
        options={[["", t("tutteCategorie")], ...categorie.map(({ codice, nome }) => [codice, nome] as const)]}
      />
      <SelectField
        name="stato"
        label={t("stato")}
        value={stato ?? ""}
        options={[["", t("statoAperti")], ...STATI_QUESITO.map((valore) => [valore, ts(valore)] as const)]}
      />
      {(vista === "sede" || vista === "scaduti") && (
        <SelectField
          name="collega"
          id="di-collega"
          label={t("collega")}
          value={collega ?? ""}
          options={[["", t("tuttiColleghi")], ...colleghi.map(({ id, nome }) => [id, nome] as const)]}
        />
      )}
    </SearchForm>
  );
}
