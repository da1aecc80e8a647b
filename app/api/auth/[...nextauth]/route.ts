import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Settings are read at the first request: a build needs none. */
const handler = (request: NextRequest, context: Context) => NextAuth(authOptions())(request, context);

export { handler as GET, handler as POST };
