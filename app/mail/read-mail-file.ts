/** What the demonstration inbox shows of an .eml file. */
export interface StoredMail {
  readonly to: string;
  readonly subject: string;
  /** ISO, UTC. */
  readonly sentAt: string;
  readonly text: string;
}

/**
 * Reads an .eml file that the folder mailer wrote: headers with encoded words, a plain text part in base64,
 * quoted-printable or as it is. Not a reader for mail of the world.
 */
export function readMailFile(raw: string): StoredMail {
  const { headers, body } = split(raw);
  return {
    to: decodeWords(headers.get("to") ?? ""),
    subject: decodeWords(headers.get("subject") ?? ""),
    sentAt: toIso(headers.get("date")),
    text: plainText(headers, body).replace(/\r\n/g, "\n"),
  };
}

type Headers = ReadonlyMap<string, string>;

function split(raw: string): { headers: Headers; body: string } {
  const at = raw.indexOf("\r\n\r\n");
  const head = at < 0 ? raw : raw.slice(0, at);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: at < 0 ? "" : raw.slice(at + 4) };
}

function toIso(date: string | undefined): string {
  const moment = new Date(date ?? "");
  return Number.isNaN(moment.getTime()) ? new Date(0).toISOString() : moment.toISOString();
}

function plainText(headers: Headers, body: string): string {
  const type = headers.get("content-type") ?? "";
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return decodeBody(body, headers.get("content-transfer-encoding"));
  for (const piece of body.split(`--${boundary}`).slice(1)) {
    const part = split(piece.replace(/^\r\n/, "").replace(/\r\n$/, ""));
    if (part.headers.get("content-type")?.startsWith("text/plain")) {
      return decodeBody(part.body, part.headers.get("content-transfer-encoding"));
    }
  }
  return "";
}

function decodeBody(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return bytesOf(body.replace(/=\r\n/g, "")).toString("utf8");
  return body;
}

/** `=C3=A9` -> its bytes; everything else is ASCII. */
function bytesOf(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

/** `=?UTF-8?Q?Best=C3=A4tigen?=` -> "Bestätigen". Neighbouring encoded words belong together. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(content, "base64").toString("latin1")
        : bytesOf(content.replaceAll("_", " ")).toString("latin1"),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}
