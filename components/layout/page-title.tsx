import type { ReactNode } from "react";
import { Breadcrumb, type Passo } from "./breadcrumb";

type Props = { passi?: Passo[]; titolo: string; sommario?: ReactNode; children?: ReactNode };

export function PageTitle({ passi, titolo, sommario, children }: Props) {
  return (
    <div>
      {passi && <Breadcrumb passi={passi} />}
      <h1>{titolo}</h1>
      {sommario && <p className="sommario">{sommario}</p>}
      {children}
    </div>
  );
}
