import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { assegnaMoltiAction, prendiDallaCodaAction } from "@/lib/quesiti/lavorazione/actions";
import type { Cursore, FiltroCoda } from "@/lib/quesiti/lavorazione/coda/input";
import type { QuesitoInCoda } from "@/lib/quesiti/lavorazione/coda/queries";
import type { Collega } from "@/lib/quesiti/lavorazione/queries";
import { AssegnaMolti } from "./assegna-molti";
import { indirizzoCoda } from "./indirizzo-coda";
import { PRENDI, RigaCoda } from "./riga-coda";

type Props = {
  quesiti: QuesitoInCoda[];
  scelta: FiltroCoda;
  dopo?: Cursore;
  colleghi: Collega[];
  oggi: string;
};

/** One page of a list of the queue: a table on wide screens, a card each on a phone. */
export function ElencoCoda({ quesiti, scelta, dopo, colleghi, oggi }: Props) {
  const t = useTranslations("sede.coda");
  const tc = useTranslations("comune");
  const te = useTranslations("sede.errori");
  const { vista, cerca, categoria, stato, collega } = scelta;
  if (quesiti.length === 0) {
    const filtrata = cerca !== "" || categoria !== null || stato !== null || collega !== null;
    return (
      <Empty titolo={filtrata ? t("vuotaFiltrata") : t(`vuote.${vista}`)}>
        {filtrata ? undefined : t("vuotaTesto")}
      </Empty>
    );
  }
  const nomi = new Map(colleghi.map(({ id, nome }) => [id, nome]));
  // What is closed, or of another sede, is nobody's to give.
  const scegli = vista !== "pareri" && stato !== "chiuso";
  const tabella = (
    <table role="table" className="tabella mt-4 max-tablet:block">
      <caption className="solo-lettori">{t("tabella")}</caption>
      <thead
        role="rowgroup"
        className="max-tablet:sr-only tablet:sticky tablet:top-0 tablet:z-1 tablet:bg-white"
      >
        <tr role="row">
          {scegli && (
            <th role="columnheader" scope="col">
              <span className="solo-lettori">{t("colonne.scegli")}</span>
            </th>
          )}
          {(["termine", "quesito", "datore", "stato"] as const).map((colonna) => (
            <th key={colonna} role="columnheader" scope="col" className="text-start">
              {t(`colonne.${colonna}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-tablet:block">
        {quesiti.map((quesito) => (
          <RigaCoda
            key={quesito.id}
            quesito={quesito}
            inCarico={quesito.assegnatoA && (nomi.get(quesito.assegnatoA) ?? t("altri"))}
            scegli={scegli}
            oggi={oggi}
          />
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {/* Its buttons stand in the rows, inside the form that gives many to somebody. */}
      {scegli && <form id={PRENDI} action={prendiDallaCodaAction} />}
      {scegli ? (
        <ActionForm action={assegnaMoltiAction} titolo={te("riepilogo")}>
          {tabella}
          <input type="hidden" name="da" value={indirizzoCoda(scelta)} />
          <AssegnaMolti colleghi={colleghi} />
        </ActionForm>
      ) : (
        tabella
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        {scelta.dopo && (
          <ButtonLink href={indirizzoCoda(scelta)} secondario>
            {t("prima")}
          </ButtonLink>
        )}
        {dopo && (
          <ButtonLink href={indirizzoCoda(scelta, dopo)} secondario>
            {tc("successivi")}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
