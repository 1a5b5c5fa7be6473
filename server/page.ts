import "server-only";
import { notFound, redirect } from "next/navigation";
import { AppError } from "@/core/errors";

/** Waits for what a page reads; what is not there, or not the actor's to see, becomes the page that says so. */
export async function forPage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect("/sign-in");
    if (error.code === "not_found" || error.code === "forbidden") notFound();
    throw error;
  }
}
