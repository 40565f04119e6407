import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { makeFolderMailer } from "./adapters/folder-mailer.server";
import { makeMemoryMailer } from "./adapters/memory-mailer";
import { makeSmtpMailer } from "./adapters/smtp-mailer.server";
import type { Mail, Mailer } from "./mail";
import { readMailFile } from "./read-mail-file";

/** One contract for every way that mail leaves the house. */

interface Way {
  readonly mailer: Mailer;
  /** What arrived, as a mail program reads it, in order. */
  readonly arrived: () => Promise<Mail[]>;
}

const from = "Stepwedge <no-reply@learn.example>";
let cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.reverse()) await step();
  cleanUp = [];
});

async function parse(raw: Buffer): Promise<Mail> {
  const { to, subject, text, html } = await simpleParser(raw);
  const recipient = Array.isArray(to) ? to[0] : to;
  return {
    to: recipient?.text ?? "",
    subject: subject ?? "",
    text: (text ?? "").trimEnd(),
    html: (html || "").trimEnd(),
  };
}

function viaMemory(): Promise<Way> {
  const sent: Mail[] = [];
  return Promise.resolve({ mailer: makeMemoryMailer(sent), arrived: () => Promise.resolve(sent) });
}

function viaFolder(): Promise<Way> {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-mail-"));
  cleanUp.push(() => {
    rmSync(folder, { recursive: true });
  });
  const arrived = () =>
    Promise.all(
      readdirSync(folder)
        .sort()
        .map((name) => parse(readFileSync(path.join(folder, name)))),
    );
  return Promise.resolve({ mailer: makeFolderMailer({ folder, from }), arrived });
}

async function viaSmtp(): Promise<Way> {
  const raw: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        raw.push(Buffer.concat(chunks));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  cleanUp.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    mailer: makeSmtpMailer({ url: `smtp://127.0.0.1:${String(port)}`, from }),
    arrived: () => Promise.all(raw.map(parse)),
  };
}

const letter: Mail = {
  to: "zoe@klinik.example",
  subject: "Bestätigung für Győri Zoë, ΑΒΓ и Київ, with a subject that is longer than one line of a header may be",
  text: `Grüße, čeština, Ελλάδα.\n\nhttp://localhost:3000/verify-email/${"k".repeat(90)}?next=%2Fen%2Fcatalogue=\n.\nA line that starts with a dot.`,
  html: '<!DOCTYPE html><html lang="de"><body><p>Grüße &amp; čeština</p></body></html>',
};

test("a server that takes the call and says nothing is given up before the job's lease ends", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  cleanUp.push(() => {
    silent.close();
  });
  const address = silent.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on a port");
  const began = performance.now();
  const mail = { to: "reader@hospital.example", subject: "Confirm", text: "Text", html: "<p>Text</p>" };
  const mailer = makeSmtpMailer({ url: `smtp://127.0.0.1:${String(address.port)}`, from });
  await expect(mailer.send(mail)).rejects.toThrow(/greeting/i);
  expect(performance.now() - began).toBeLessThan(18_000);
});

describe.each([
  ["memory", viaMemory],
  ["folder", viaFolder],
  ["smtp", viaSmtp],
])("the %s mailer", (_name, open) => {
  test("delivers recipient, subject, text and HTML as they were written", async () => {
    const { mailer, arrived } = await open();
    await mailer.send(letter);
    expect(await arrived()).toEqual([letter]);
  });

  test("delivers mails in the order in which they were sent", async () => {
    const { mailer, arrived } = await open();
    for (const subject of ["one", "two", "three"]) {
      await mailer.send({ ...letter, subject });
      // Names of files sort by the millisecond.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect((await arrived()).map(({ subject }) => subject)).toEqual(["one", "two", "three"]);
  });
});

test("the smtp mailer throws when no server answers, so that the job tries again", async () => {
  const mailer = makeSmtpMailer({ url: "smtp://127.0.0.1:1", from });
  await expect(mailer.send(letter)).rejects.toThrow(/ECONNREFUSED/);
});

test("the inbox reads from a file what a mail program reads", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-mail-"));
  cleanUp.push(() => {
    rmSync(folder, { recursive: true });
  });
  await makeFolderMailer({ folder, from }).send(letter);
  const [name = ""] = readdirSync(folder);
  expect(name).toMatch(/^[0-9a-z]{25}\.eml$/);
  const read = readMailFile(readFileSync(path.join(folder, name), "utf8"));
  expect({ to: read.to, subject: read.subject, text: read.text.trimEnd() }).toEqual({
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
  });
  expect(Math.abs(Date.parse(read.sentAt) - Date.now())).toBeLessThan(60_000);
});
