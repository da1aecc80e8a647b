import { useTranslations } from "next-intl";

const PARTI = [
  ["agenda", "/sede/agenda"],
  ["orari", "/sede/agenda/orari"],
  ["assenze", "/sede/agenda/assenze"],
  ["calendario", "/sede/agenda/calendario"],
] as const;

type Props = {
  corrente: (typeof PARTI)[number][0];
  /** Whether the viewer has an agenda of their own. */
  esperto: boolean;
};

/** The parts of the agenda, beside one another. */
export function SchedeAgenda({ corrente, esperto }: Props) {
  const t = useTranslations("appuntamenti.agenda.parti");
  return (
    <nav aria-label={t("nome")} className="mt-6 border-b-2 border-slate-85 print:hidden">
      <ul className="-mb-0.5 flex flex-wrap gap-x-1">
        {PARTI.filter(([parte]) => parte !== "calendario" || esperto).map(([parte, href]) => (
          <li key={parte}>
            <a
              href={href}
              aria-current={parte === corrente ? "page" : undefined}
              className="flex min-h-12 items-center rounded-t border-b-4 border-transparent px-3.5 py-2 font-semibold text-slate-28 no-underline hover:bg-blue-97 aria-[current]:border-blue-40 aria-[current]:text-blue-30"
            >
              {t(parte)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
