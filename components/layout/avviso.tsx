import { ButtonLink } from "@/components/ui/button-link";
import { Shell } from "./shell";

type Props = { titolo: string; testo: string; href: string; azione: string };

/** A page that only says what happened and what to do. */
export function Avviso({ titolo, testo, href, azione }: Props) {
  return (
    <Shell viewer={undefined}>
      <h1>{titolo}</h1>
      <p className="sommario">{testo}</p>
      <ButtonLink href={href} className="mt-7">
        {azione}
      </ButtonLink>
    </Shell>
  );
}
