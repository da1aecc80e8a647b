import type { Parere } from "@/db/schema/lavorazione";
import type { Bozza } from "@/db/schema/messaggi";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import type { ModelloElencato, QuesitoDellaSede } from "@/lib/quesiti/lavorazione/queries";
import { type Atti, secondiFinoA } from "@/lib/quesiti/lavorazione/rules";
import { InPartenza } from "./in-partenza";
import { Lasciata } from "./lasciata";
import { RendiParereForm } from "./rendi-parere-form";
import { RispondiForm } from "./rispondi-form";

type Bozze = {
  quesito: QuesitoDellaSede["quesito"];
  utenteId: string;
  bozze: Bozza[];
  /** Of each bozza. */
  allegati: AllegatoElencato[][];
};

/** An answer that is on its way, if one is. */
export function Partenza({ quesito, utenteId, bozze, allegati, now }: Bozze & { now: Date }) {
  const parte = bozze.findIndex(({ parteAt }) => parteAt !== null);
  const bozza = bozze[parte];
  if (!bozza?.parteAt) return null;
  return (
    <InPartenza
      quesito={quesito}
      bozza={bozza}
      parteAt={bozza.parteAt}
      secondi={secondiFinoA(bozza.parteAt, now)}
      allegati={allegati[parte] ?? []}
      mia={bozza.utenteId === utenteId}
    />
  );
}

type Props = Bozze & {
  atti: Atti;
  pareri: Parere[];
  modelli: ModelloElencato[];
  /** The id of an answer that is begun here. */
  nuova: string;
};

/** What this person does next: answers, or gives the parere they were asked for. What others left is there to be read. */
export function Lavoro({ quesito, atti, utenteId, bozze, allegati, pareri, modelli, nuova }: Props) {
  const mia = bozze.findIndex(({ parteAt, utenteId: di }) => parteAt === null && di === utenteId);
  return (
    <>
      {pareri
        .filter(({ esperto, resoAt }) => esperto === utenteId && resoAt === null)
        .map((parere) => (
          <RendiParereForm key={parere.id} quesito={quesito} parere={parere} />
        ))}
      {bozze.map(
        (bozza, index) =>
          bozza.parteAt === null &&
          bozza.utenteId !== utenteId && (
            <Lasciata key={bozza.id} testo={bozza.testo} allegati={allegati[index] ?? []} />
          ),
      )}
      {atti.rispondi && (
        <RispondiForm
          // What was thrown away must not stay in the field; what is typed and not kept must, whatever its id.
          key={bozze[mia]?.id ?? "nuova"}
          quesito={quesito}
          bozza={bozze[mia] ?? { id: nuova, testo: "", azione: null, esito: null }}
          salvata={mia >= 0}
          allegati={allegati[mia] ?? []}
          modelli={modelli}
        />
      )}
    </>
  );
}
