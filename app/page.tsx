import { redirect } from "next/navigation";
import { findActor } from "@/server/session";

export default async function HomePage() {
  redirect((await findActor()) === null ? "/sign-in" : "/projects");
}
