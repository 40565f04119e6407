import { type IncomingMessage, request as httpRequest } from "node:http";
import { exampleSource } from "../../app/certificates/certificate.fixture";
import { renderCertificatePdf, stopCertificateThread } from "../../app/certificates/render-pdf.server";
import type { BenchData } from "./bench-data";
import { learnerName } from "./bench-data";
import { median, type Row, row } from "./results";

/** How many certificates one Typst thread makes in a second: two pages, tagged, fonts embedded. */
export async function measurePdfMaking(count: number, rounds: number): Promise<Row> {
  const faults: string[] = [];
  const make = async (from: number) => {
    for (let i = 0; i < count; i++) {
      const pdf = await renderCertificatePdf(exampleSource(learnerName(from + i)));
      if (Buffer.from(pdf.subarray(0, 5)).toString("latin1") !== "%PDF-") faults.push("no PDF came");
    }
  };
  await make(0);
  const rates: number[] = [];
  for (let i = 1; i <= rounds; i++) {
    const from = performance.now();
    await make(i * count);
    rates.push(count / ((performance.now() - from) / 1000));
  }
  await stopCertificateThread();
  const value = median(rates);
  return row({
    name: "pdf-making",
    title: "Certificate PDF, two pages, made",
    value,
    unit: "/s",
    rounds: rates,
    faults: faults.length,
    firstFault: faults[0] ?? null,
  });
}

/** Time to the first byte of a stored PDF, one after the other. */
export async function measurePdfDownload(origin: string, data: BenchData, numbers: readonly string[]): Promise<Row> {
  const times: number[] = [];
  const faults: string[] = [];
  let bytes = 0;
  for (const [i, { cookie }] of [...data.readers, ...data.readers].entries()) {
    const number = numbers[i % data.readers.length];
    if (number === undefined) continue;
    const answer = await download(`${origin}/my/certificates/${number}.pdf`, cookie);
    times.push(answer.firstByteMs);
    bytes += answer.bytes;
    if (answer.fault !== null) faults.push(answer.fault);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
  return row({
    name: "pdf-download",
    title: "Stored PDF, first byte (p95)",
    value: at(0.95),
    unit: "ms",
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: times.length === 0 ? null : Math.round(bytes / times.length),
    faults: faults.length,
    firstFault: faults[0] ?? (times.length === 0 ? "no certificate was issued" : null),
  });
}

function download(url: string, cookie: string): Promise<{ firstByteMs: number; bytes: number; fault: string | null }> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { headers: { cookie, "accept-encoding": "gzip" } }, (response) => {
      readPdf(response, from).then(resolve, reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

async function readPdf(
  response: IncomingMessage,
  from: number,
): Promise<{ firstByteMs: number; bytes: number; fault: string | null }> {
  let firstByteMs = Number.NaN;
  let start = "";
  let bytes = 0;
  for await (const chunk of response) {
    // A response's chunks are buffers while no encoding is set.
    const data = chunk as Buffer;
    if (bytes === 0) {
      firstByteMs = performance.now() - from;
      start = data.toString("latin1", 0, 5);
    }
    bytes += data.length;
  }
  const isCompressed = response.headers["content-encoding"] !== undefined;
  const isPdf = response.statusCode === 200 && (isCompressed || start === "%PDF-");
  return { firstByteMs, bytes, fault: isPdf ? null : `status ${String(response.statusCode)}, begins with ${start}` };
}
