import type { Metadata, Viewport } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comune");
  return {
    title: { default: t("servizio"), template: `%s · ${t("servizio")}` },
    description: t("motto"),
    robots: { index: false, follow: false },
    // An 18-digit notice is no telephone number.
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = { themeColor: "#003366", width: "device-width", initialScale: 1 };

/** Every page is rendered anew at each request: its scripts carry that request's nonce. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("errori");
  const imprevisto = { titolo: t("imprevisto.titolo"), testo: t("imprevisto.testo"), riprova: t("riprova") };
  return (
    <html lang="it">
      <body data-imprevisto={JSON.stringify(imprevisto)}>{children}</body>
    </html>
  );
}
