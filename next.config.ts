import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { CORPO_MASSIMO } from "./scripts/web/request.mjs";

/** On every answer, also where proxy.ts does not run; the Content-Security-Policy is proxy.ts's. */
const headers = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer is not needed and was the way in of three advisories.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pino", "postgres", "date-holidays", "pdfkit"],
  // `npm test` checks types, of the tests too; a service must not fail to start for one of those.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: CORPO_MASSIMO } },
  headers: async () => [{ source: "/:path*", headers }],
};

export default createNextIntlPlugin("./lib/i18n.ts")(config);
