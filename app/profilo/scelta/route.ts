import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { currentContesto, requireViewer, setProfiloHint } from "@/lib/auth/session";
import { chooseProfilo } from "@/lib/utenti/mutations";
import { listProfili } from "@/lib/utenti/queries";

/** Chooses the profile, by a plain POST: what another profile showed must not stay in the page. */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request)) return new NextResponse(null, { status: 403 });
  const { viewer, dati: profili } = await requireViewer("profilo", listProfili);
  const profiloId = z.uuid().safeParse((await request.formData()).get("profilo")).data;
  const profilo = profili.find(({ id }) => id === profiloId);
  if (!profilo || !(await chooseProfilo(await currentContesto(), viewer.sessioneId, profilo.id))) {
    return new NextResponse(null, { status: 404 });
  }
  setProfiloHint(await cookies(), profilo.tipo);
  return new NextResponse(null, {
    status: 303,
    headers: { Location: "/cassetto", "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" },
  });
}
