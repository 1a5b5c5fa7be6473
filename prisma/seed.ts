import { borrowDatabase } from "@/boot/borrow-database";
import { loadSamples } from "@/server/services/samples";

// `npx tsx prisma/seed.ts`: what the first start does, for a database that no server has started on yet.
await borrowDatabase(loadSamples);
