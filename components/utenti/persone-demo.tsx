import { getTranslations } from "next-intl/server";
import persone from "@/db/seed/persone.json";
import { env } from "@/lib/env";
import { entraDemoAction } from "@/lib/utenti/actions";

/** In the demo, a button for each of its people; elsewhere nothing, and nothing of them is in the page. */
export async function PersoneDemo({ da }: { da?: string }) {
  if (!env.CASSETTO_DEMO) return null;
  const t = await getTranslations("utenti");
  return (
    <section className="rounded-xl bg-blue-97 p-5 tablet:p-7">
      <h2>{t("accesso.demo")}</h2>
      <p className="minore mt-1">{t("accesso.demoTesto")}</p>
      <ul className="mt-4 grid gap-3 tablet:grid-cols-2">
        {persone.map(({ chiave, nome, codiceFiscale, pin, nota }) => (
          <li key={chiave} className="flex flex-col rounded-lg border border-blue-87 bg-white p-4">
            <p className="font-semibold leading-snug">{nome}</p>
            <p className="minore">{nota}</p>
            <p className="minore mt-1 tabular-nums">
              {codiceFiscale} · {pin}
            </p>
            <form action={entraDemoAction} className="mt-auto pt-3">
              <input type="hidden" name="codiceFiscale" value={codiceFiscale} />
              <input type="hidden" name="pin" value={pin} />
              {da && <input type="hidden" name="da" value={da} />}
              <button type="submit" className="bottone bottone-secondario w-full">
                {t("accesso.entraCome", { nome: nome.split(" ")[0] ?? nome })}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
