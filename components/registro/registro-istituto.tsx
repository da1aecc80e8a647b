import { useTranslations } from "next-intl";
import { CosaFatta } from "@/components/posizioni/cosa-fatta";
import { formatIstante } from "@/lib/dates";
import type { RigaIstituto } from "@/lib/registro/queries";
import { type EventoIstituto, useOggettoEvento } from "./nomi";

/** What was done in the institute: when, by whom, what, why. */
export function RegistroIstituto({ righe }: { righe: RigaIstituto[] }) {
  const t = useTranslations("registro");
  return (
    <div className="mt-4 overflow-x-auto">
      <table role="table" className="tabella max-tablet:block">
        <thead role="rowgroup" className="max-tablet:sr-only">
          <tr role="row">
            {(["quando", "chi", "cosa"] as const).map((colonna) => (
              <th role="columnheader" scope="col" key={colonna}>
                {t(colonna)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-tablet:block">
          {righe.map((riga) => (
            <tr
              role="row"
              key={riga.cursore}
              className="max-tablet:flex max-tablet:flex-col max-tablet:py-3 max-tablet:[&>*]:!p-0"
            >
              <td role="cell" className="tabular-nums max-tablet:text-slate-36">
                {formatIstante(riga.quandoAt, "lungo")}
              </td>
              <Chi riga={riga} />
              <td role="cell" className="break-words">
                <Cosa riga={riga} />
                {riga.motivo && (
                  <span className="minore block break-words">{t("motivo", { motivo: riga.motivo })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Chi({ riga: { chi, profilo, perConto } }: { riga: RigaIstituto }) {
  const t = useTranslations("registro");
  const tu = useTranslations("utenti.tipi");
  return (
    <th role="rowheader" scope="row" className="break-words">
      {chi ?? t("comando")}
      {profilo && (
        <span className="minore block font-normal">{[tu(profilo), perConto].filter(Boolean).join(", ")}</span>
      )}
    </th>
  );
}

function Cosa({ riga: { cosa, oggetto, utente, persona } }: { riga: RigaIstituto }) {
  const t = useTranslations("registro");
  const oggettoEvento = useOggettoEvento();
  if (cosa.startsWith("cassetto_")) {
    const parte = cosa.slice("cassetto_".length);
    return (
      <>
        {parte === "rapporto" && oggetto === null ? (
          t("unRapporto")
        ) : (
          <CosaFatta cosa={parte} oggetto={oggetto} base={null} />
        )}
        {persona && <Di nome={persona} />}
      </>
    );
  }
  const testo = t(`eventi.${cosa as EventoIstituto}`);
  return (
    <>
      {[testo, oggettoEvento(cosa, oggetto)].filter(Boolean).join(": ")}
      {persona && <Di nome={persona} href={utente && `/amministrazione/utenti/${utente}`} />}
    </>
  );
}

/** Whom it was about. */
function Di({ nome, href }: { nome: string; href?: string | null }) {
  return (
    <span className="block font-semibold break-words">
      {href ? (
        <a href={href} className="collegamento">
          {nome}
        </a>
      ) : (
        nome
      )}
    </span>
  );
}
