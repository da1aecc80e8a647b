import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/session";

/** Whoever works for a sede begins with its queue. */
export default async function Sede() {
  await requireViewer("sede");
  redirect("/sede/comunicazioni");
}
