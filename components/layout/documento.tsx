import { PageTitle } from "./page-title";

type Parte = { titolo: string; testo: string };
type Props = { titolo: string; sommario: string; parti: Parte[]; aggiornamento: string };

/** A statement to read from top to bottom, with the day it was last updated. */
export function Documento({ titolo, sommario, parti, aggiornamento }: Props) {
  return (
    <>
      <PageTitle titolo={titolo} sommario={sommario} />
      {parti.map((parte) => (
        <section key={parte.titolo} className="mt-8 max-w-text">
          <h2>{parte.titolo}</h2>
          <p className="mt-1">{parte.testo}</p>
        </section>
      ))}
      <p className="minore mt-10">{aggiornamento}</p>
    </>
  );
}
