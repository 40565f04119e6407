/** `npm run migrate`: brings the database of DATA_DIR up to this version. Does nothing when it is. */
import { existsSync } from "node:fs";
import process from "node:process";
import { ensureMigrated } from "./database.mjs";

if (existsSync(".env")) process.loadEnvFile(".env");
await ensureMigrated();
