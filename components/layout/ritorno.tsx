"use client";
import { useEffect } from "react";

/** A page that the browser kept whole and brings back shows what was: it is asked for again. */
export function Ritorno() {
  useEffect(() => {
    const back = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);
  return null;
}
