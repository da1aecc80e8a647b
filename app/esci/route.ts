import { cookies } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { clearSession } from "@/lib/auth/session";

/** Ends the session: the row first, then what the browser keeps. Only by POST: a link must not log out. */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request)) return new NextResponse(null, { status: 403 });
  await clearSession(await cookies());
  return new NextResponse(null, {
    status: 303,
    headers: {
      Location: "/accesso?motivo=uscito",
      "Clear-Site-Data": '"cache", "cookies", "storage"',
      "Cache-Control": "no-store",
    },
  });
}
