import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { safeReturnPath } from "@/lib/auth/rules";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { currentContesto, requireViewer, setProfiloHint } from "@/lib/auth/session";
import { paginaCorrispondente } from "@/lib/deleghe/cambio/rules";
import { chooseProfilo } from "@/lib/utenti/mutations";
import { listProfili } from "@/lib/utenti/queries";

/**
 * Chooses the profile, by a plain POST: what another profile showed must not stay in the page. `da`: the page it was
 * chosen on; it leads a datore to the same page of their own drawer.
 */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request)) return new NextResponse(null, { status: 403 });
  const { viewer, dati: profili } = await requireViewer("profilo", listProfili);
  const form = await request.formData().catch(() => null);
  if (!form) return new NextResponse(null, { status: 400 });
  const profiloId = z.uuid().safeParse(form.get("profilo")).data;
  const profilo = profili.find(({ id }) => id === profiloId);
  if (!profilo || !(await chooseProfilo(await currentContesto(), viewer.sessioneId, profilo.id))) {
    return new NextResponse(null, { status: 404 });
  }
  setProfiloHint(await cookies(), profilo.tipo);
  const da = safeReturnPath(form.get("da"));
  const propria = profilo.tipo === "datore" && viewer.propria;
  const verso = da && propria ? `/cassetto/${propria.posizioneId}${paginaCorrispondente(da)}` : "/cassetto";
  return new NextResponse(null, {
    status: 303,
    headers: { Location: verso, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" },
  });
}
