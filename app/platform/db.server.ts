import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { env } from "./env.server";
import { type Prisma, PrismaClient } from "./prisma-client/client";

/**
 * The database. One connection writes and one reads, because SQLite's adapter would otherwise run a stray write
 * inside somebody else's open transaction and lose it with that one's rollback (docs/decisions/0003).
 *
 * - `db` reads. Its connection refuses writes (`query_only`).
 * - `transact(fn)` writes: one writer at a time, everything in `fn` or nothing.
 * - `hot(fn)` runs prepared SQL of the hot lane; commands that wait together commit together.
 * - `statement(sql)` is a prepared read, 0.01 ms instead of the query builder's 0.5 ms.
 */

export type Transaction = Prisma.TransactionClient;
export type HotDatabase = Database.Database;

const file = path.join(env.DATA_DIR, "stepwedge.db");
mkdirSync(env.DATA_DIR, { recursive: true });

/** The adapter opens its connections itself; this one sets durability before the first statement. */
class DurableSqlite extends PrismaBetterSQLite3 {
  connection: Database.Database | null = null;
  readonly #readOnly: boolean;

  constructor(readOnly: boolean) {
    super({ url: `file:${file}` });
    this.#readOnly = readOnly;
  }

  override async connect() {
    const adapter = await super.connect();
    // The adapter keeps its connection in a field that its types don't name.
    const { client } = adapter as unknown as { client: Database.Database };
    prepareConnection(client);
    if (this.#readOnly) client.pragma("query_only = ON");
    else takeLockFirst(client);
    this.connection = client;
    return adapter;
  }
}

/**
 * The adapter opens transactions with a plain BEGIN, which takes SQLite's lock only at the first write: a transaction
 * that has read by then and was overtaken by another process fails. Taking the lock first makes it wait instead.
 */
function takeLockFirst(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql: string) => prepare(sql === "BEGIN" ? "BEGIN IMMEDIATE" : sql);
}

function prepareConnection(connection: Database.Database): void {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("foreign_keys = ON");
}

const writerAdapter = new DurableSqlite(false);
const writer = new PrismaClient({ adapter: writerAdapter });

/** The read client. A write through it is refused by the database itself. */
export const db: Omit<PrismaClient, "$transaction" | "$executeRaw" | "$executeRawUnsafe"> = new PrismaClient({
  adapter: new DurableSqlite(true),
});

let queue: Promise<unknown> = Promise.resolve();

/** Waits for its turn, then holds the writer until `work` settles. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

/**
 * Runs `fn` in one transaction on the writer. When it throws, nothing of it stays. When the promise resolves, the
 * change is on disk (`synchronous=FULL`).
 */
export function transact<T>(fn: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTurn(() => writer.$transaction(fn, { timeout: 30_000, maxWait: 30_000 }));
}

// ---------- hot lane ----------

interface HotCommand {
  run: (connection: HotDatabase) => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

const batchLimit = 64;
const waiting: HotCommand[] = [];
let batchIsDue = false;

/**
 * Runs one command of prepared SQL. Commands that wait at the same time share one commit; each caller is answered
 * after that commit, so an answer still means "on disk". A command that throws undoes its own changes only.
 */
export function hot<T>(run: (connection: HotDatabase) => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    waiting.push({ run, resolve, reject });
    if (batchIsDue) return;
    batchIsDue = true;
    setImmediate(() => {
      void inTurn(commitBatch);
    });
  });
}

async function commitBatch(): Promise<void> {
  batchIsDue = false;
  const batch = waiting.splice(0, batchLimit);
  if (waiting.length > 0) {
    batchIsDue = true;
    setImmediate(() => {
      void inTurn(commitBatch);
    });
  }
  await writer.$connect();
  const connection = writerAdapter.connection;
  if (connection === null) throw new Error("The writer is not connected");
  const settle: (() => void)[] = [];
  try {
    connection.exec("BEGIN IMMEDIATE");
    for (const command of batch) settle.push(runInSavepoint(connection, command));
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    for (const command of batch) command.reject(error);
    return;
  }
  for (const answer of settle) answer();
}

function runInSavepoint(connection: HotDatabase, command: HotCommand): () => void {
  connection.exec("SAVEPOINT command");
  try {
    const result = command.run(connection);
    connection.exec("RELEASE command");
    return () => {
      // The promise was made for this command's own result type.
      command.resolve(result as never);
    };
  } catch (error) {
    connection.exec("ROLLBACK TO command");
    connection.exec("RELEASE command");
    return () => {
      command.reject(error);
    };
  }
}

/**
 * Prepared SQL inside an open `transact`, between two of its awaited statements: the hot lane's commands then share
 * that transaction, and everything of both is on disk or nothing.
 */
export function hotIn<T>(_tx: Transaction, run: (connection: HotDatabase) => T): T {
  // The queue lets one transaction at a time hold the writer, so the writer's connection is this transaction's.
  if (writerAdapter.connection?.inTransaction !== true) throw new Error("hotIn runs inside transact only");
  return run(writerAdapter.connection);
}

/** Prepared once per connection and text: preparing costs more than running. */
const preparedHot = new WeakMap<HotDatabase, Map<string, Database.Statement>>();
export function prepareHot(connection: HotDatabase, sql: string): Database.Statement {
  let known = preparedHot.get(connection);
  if (known === undefined) preparedHot.set(connection, (known = new Map<string, Database.Statement>()));
  let statement = known.get(sql);
  if (statement === undefined) known.set(sql, (statement = connection.prepare(sql).safeIntegers(false)));
  return statement;
}

// ---------- prepared reads ----------

let reader: Database.Database | null = null;
function readConnection(): Database.Database {
  if (reader === null) {
    reader = new Database(file, { readonly: true });
    reader.pragma("busy_timeout = 5000");
  }
  return reader;
}

/**
 * A prepared read of one row. `Row` is what the SQL selects; the test of each statement reads it back.
 */
export function statement<Params extends unknown[], Row>(
  sql: string,
): { get: (...params: Params) => Row | undefined; all: (...params: Params) => Row[] } {
  let prepared: Database.Statement | null = null;
  const ready = () => (prepared ??= readConnection().prepare(sql));
  return {
    // better-sqlite3 can't know the row's type; the caller states it beside the SQL.
    get: (...params) => {
      countQuery();
      return ready().get(...params) as Row | undefined;
    },
    all: (...params) => {
      countQuery();
      return ready().all(...params) as Row[];
    },
  };
}

let queries = 0;
function countQuery(): void {
  queries++;
}
/** Prepared reads since the start: the benchmark and the query-count tests read it. */
export function preparedReads(): number {
  return queries;
}

/** How the query builder writes a moment into SQLite; prepared SQL must write the same. */
export function dbTime(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

/** The pragmas as the writer has them: the doctor and a test read them back. */
export async function readPragmas(): Promise<{ journalMode: string; synchronous: number; foreignKeys: number }> {
  await writer.$connect();
  const connection = writerAdapter.connection;
  if (connection === null) throw new Error("The writer is not connected");
  return {
    journalMode: String(connection.pragma("journal_mode", { simple: true })),
    synchronous: Number(connection.pragma("synchronous", { simple: true })),
    foreignKeys: Number(connection.pragma("foreign_keys", { simple: true })),
  };
}

/** Waits for the last write, folds the write-ahead log into the file and closes. */
export async function closeDatabase(): Promise<void> {
  await inTurn(async () => {
    await writer.$connect();
    writerAdapter.connection?.pragma("wal_checkpoint(TRUNCATE)");
    await writer.$disconnect();
  });
  await db.$disconnect();
  reader?.close();
  reader = null;
}
