import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import type { TipoProfilo } from "@/db/schema/utenti";
import { mayEnter } from "@/lib/auth/route-access";
import { safeReturnPath } from "@/lib/auth/rules";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { currentContesto, requireViewer, setProfiloHint } from "@/lib/auth/session";
import { paginaCorrispondente } from "@/lib/deleghe/cambio/rules";
import { chooseProfilo } from "@/lib/utenti/mutations";
import { listProfili } from "@/lib/utenti/queries";

/**
 * Chooses the profile, by a plain POST: what another profile showed must not stay in the page. `altro`: the one that is
 * not in use, where there are two; where there are more, the list of them. `da`: the page it was chosen on; it leads a
 * datore to the same page of their own drawer, others to their list, which leads on to it.
 */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request)) return new NextResponse(null, { status: 403 });
  const { viewer, dati: profili } = await requireViewer("profilo", listProfili);
  const form = await request.formData().catch(() => null);
  if (!form) return new NextResponse(null, { status: 400 });
  const altri = profili.filter(({ id }) => id !== viewer.profilo?.id);
  const altro = form.get("profilo") === "altro";
  if (altro && altri.length !== 1) return leadTo("/profilo");
  const profiloId = altro ? altri[0]?.id : z.uuid().safeParse(form.get("profilo")).data;
  const profilo = profili.find(({ id }) => id === profiloId);
  if (!profilo || !(await chooseProfilo(await currentContesto(), viewer.sessioneId, profilo.id))) {
    return new NextResponse(null, { status: 404 });
  }
  setProfiloHint(await cookies(), profilo.tipo);
  const da = safeReturnPath(form.get("da"));
  return leadTo(da ? daQui(da, profilo.tipo, viewer.propria?.posizioneId) : "/cassetto");
}

function daQui(da: string, tipo: TipoProfilo, propria: string | undefined): string {
  if (tipo === "datore" && propria) return `/cassetto/${propria}${paginaCorrispondente(da, tipo)}`;
  return mayEnter("deleganti", tipo) ? `/deleganti?da=${encodeURIComponent(da)}` : "/cassetto";
}

const leadTo = (verso: string) =>
  new NextResponse(null, {
    status: 303,
    headers: { Location: verso, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" },
  });
