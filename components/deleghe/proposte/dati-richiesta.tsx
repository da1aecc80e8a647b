import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData } from "@/lib/dates";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import type { DelegaElencata } from "@/lib/deleghe/queries";
import { sostituite } from "@/lib/deleghe/rules";
import { nomeDelegato } from "../nomi";

type Props = { riga: PropostaElencata; deleghe: DelegaElencata[]; oggi: string };

/** Who asks a datore for their delega, for what, and whose place they would take. */
export function DatiRichiesta({ riga: { proposta, intermediario }, deleghe, oggi }: Props) {
  const t = useTranslations("deleghe.richiesta");
  const td = useTranslations("deleghe");
  const tc = useTranslations("comune");
  const prima = sostituite(deleghe, proposta, oggi).map(nomeDelegato);
  const dal = proposta.dataInizio > oggi ? formatData(proposta.dataInizio, "lungo") : null;
  const fine = proposta.dataFine && formatData(proposta.dataFine, "lungo");
  return (
    <div className="my-2">
      <Dati
        mancante={tc("nonIndicato")}
        righe={[
          [t("dove"), intermediario && formatIndirizzo(intermediario)],
          [t("telefono"), intermediario?.telefono],
          [td("nuova.ambito"), td(`ambitiTesto.${proposta.ambito}`)],
          [t("dal"), dal ?? t("daSubito")],
          [t("al"), fine ?? t("senzaFine")],
          [t("alPosto"), prima.length > 0 ? prima.join(", ") : t("nessuno")],
        ]}
      />
      {prima.length > 0 && <p className="minore mt-3 max-w-text">{t("sostituisce")}</p>}
    </div>
  );
}
