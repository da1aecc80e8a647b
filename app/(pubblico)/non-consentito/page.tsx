import { forbidden } from "next/navigation";

/** Where proxy.ts sends a profile that may not enter. */
export default function NonConsentito() {
  forbidden();
}
