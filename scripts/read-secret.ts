import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks for a secret on the terminal without showing it; reads one line where the input is a pipe. */
export async function readSecret(question: string): Promise<string> {
  const hidden = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  stdout.write(question);
  const terminal = createInterface({ input: stdin, output: hidden, terminal: stdin.isTTY });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    stdout.write("\n");
  }
}
