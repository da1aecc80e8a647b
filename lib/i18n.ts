import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/it.json";
import { TIME_ZONE } from "./dates";

/** One language so far; German and English are a second file in messages/ and a choice here. */
export default getRequestConfig(async () => ({ locale: "it", messages, timeZone: TIME_ZONE }));
