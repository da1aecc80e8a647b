import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Config } from "tailwindcss";

// The tokens of the .italia design system, under their own names: `blue-40`, `slate-20`, `spacing 6x`.
const tokens = readFileSync(
  createRequire(import.meta.url).resolve("design-tokens-italia/dist/css/variables.css"),
  "utf8",
);

function group(prefix: string): Record<string, string> {
  const found = tokens.matchAll(new RegExp(`--it-${prefix}-([a-z0-9-]+): ([^;v]+);`, "g"));
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

export default {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  theme: {
    extend: {
      colors: { ...group("color"), white: "#ffffff" },
      fontFamily: { sans: ['"Titillium Web"', "Geneva", "Tahoma", "sans-serif"] },
      borderRadius: { DEFAULT: "6px", lg: "8px", xl: "12px" },
      maxWidth: { page: "1248px", text: "70ch" },
      screens: { tablet: "768px", desktop: "1024px" },
    },
  },
} satisfies Config;
