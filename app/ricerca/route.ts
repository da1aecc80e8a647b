import { type NextRequest, NextResponse } from "next/server";
import { safeReturnPath } from "@/lib/auth/rules";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { sealCerca } from "@/lib/ricerca";

const CAMPI_MASSIMI = 12;
const LUNGHEZZA_MASSIMA = 100;

/** Every search form leads here, and from here to its page: what is searched for stands in that address sealed. */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request)) return new NextResponse(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const verso = safeReturnPath(form?.get("verso"));
  if (!form || !verso) return new NextResponse(null, { status: 400 });
  const query = new URLSearchParams();
  for (const [nome, valore] of [...form].slice(0, CAMPI_MASSIMI)) {
    if (nome === "verso" || nome.length > LUNGHEZZA_MASSIMA || typeof valore !== "string" || valore === "")
      continue;
    const corto = valore.slice(0, LUNGHEZZA_MASSIMA);
    query.set(nome, nome === "cerca" ? sealCerca(corto) : corto);
  }
  const path = verso.split("?", 1)[0];
  return new NextResponse(null, {
    status: 303,
    headers: { Location: query.size > 0 ? `${path}?${query}` : `${path}`, "Cache-Control": "no-store" },
  });
}
