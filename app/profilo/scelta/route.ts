import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import type { TipoProfilo } from "@/db/schema/utenti";
import { mayEnter } from "@/lib/auth/route-access";
import { safeReturnPath } from "@/lib/auth/rules";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { currentContesto, requireViewer, setProfiloHint } from "@/lib/auth/session";
import { proprioCassetto } from "@/lib/deleghe/cambio/rules";
import { chooseProfilo } from "@/lib/utenti/mutations";
import { listProfili } from "@/lib/utenti/queries";

/**
 * Chooses the profile, by a plain POST: what another profile showed must not stay in the page. `da`: the page it was
 * chosen on; it leads a datore to the same page of their own drawer, others to their list, which leads on to it.
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
  return leadTo(da ? daQui(da, profilo.tipo, viewer.propria) : "/cassetto");
}

function daQui(da: string, tipo: TipoProfilo, propria: string | null): string {
  const proprio = tipo === "datore" ? proprioCassetto(propria, da) : null;
  if (proprio) return proprio;
  return mayEnter("deleganti", tipo) ? `/deleganti?da=${encodeURIComponent(da)}` : "/cassetto";
}

const leadTo = (verso: string) =>
  new NextResponse(null, {
    status: 303,
    headers: { Location: verso, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" },
  });
