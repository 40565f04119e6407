import type { TextComparison } from "./model";
import { fold } from "./text";

/**
 * Patterns for typed answers: a closed regular language of our own. Letters and signs stand for themselves; `.` is any
 * character, `\d` a digit, `\w` a letter, digit or underscore, `\s` a space, `[a-z]` and `[^a-z]` classes, `|` "or",
 * `( )` a group, `?` `*` `+` `{m}` `{m,n}` `{m,}` repeats. A backslash takes a sign for itself.
 *
 * A pattern becomes a finite automaton, and all its states walk over the answer at once (Thompson, CACM 11, 1968,
 * 419-422). The work is bounded by (length of the answer) times (size of the automaton): no answer makes it backtrack.
 */

/** A compiled pattern. */
export interface Pattern {
  readonly program: readonly Instruction[];
  /** State that means "matched". */
  readonly end: number;
}

type Test = (character: string) => boolean;
type Instruction =
  | { readonly kind: "take"; readonly test: Test; readonly next: number }
  | { readonly kind: "fork"; readonly next: readonly number[] };

export type Compiled = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly why: string };

const longestPattern = 500;
const deepestGroup = 20;
const mostRepeats = 100;
const largestProgram = 4000;

type Node =
  | { readonly kind: "test"; readonly test: Test }
  | { readonly kind: "all"; readonly parts: readonly Node[] }
  | { readonly kind: "any"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly part: Node; readonly min: number; readonly max: number | null };

/** A sentence for the author; thrown inside this file only. */
class PatternError extends Error {}

const escapes: Readonly<Record<string, Test>> = {
  d: (character) => /^\p{Nd}$/u.test(character),
  w: (character) => /^[\p{L}\p{M}\p{Nd}_]$/u.test(character),
  s: (character) => character === " ",
};

class Parser {
  readonly #signs: readonly string[];
  readonly #comparison: TextComparison;
  #at = 0;
  #depth = 0;

  constructor(text: string, comparison: TextComparison) {
    this.#signs = Array.from(text);
    this.#comparison = comparison;
  }

  parse(): Node {
    const node = this.#alternatives();
    if (this.#peek() !== undefined) throw new PatternError('a ")" closes nothing');
    return node;
  }

  #peek(): string | undefined {
    return this.#signs[this.#at];
  }

  #take(): string | undefined {
    const sign = this.#signs[this.#at];
    this.#at += 1;
    return sign;
  }

  #alternatives(): Node {
    const parts = [this.#sequence()];
    while (this.#peek() === "|") {
      this.#at += 1;
      parts.push(this.#sequence());
    }
    return { kind: "any", parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let sign = this.#peek(); sign !== undefined && sign !== "|" && sign !== ")"; sign = this.#peek()) {
      parts.push(this.#repeated(this.#atom()));
    }
    return { kind: "all", parts };
  }

  #atom(): Node {
    const sign = this.#take() ?? "";
    if (sign === "(") return this.#group();
    if (sign === "[") return { kind: "test", test: this.#class() };
    if (sign === ".") return { kind: "test", test: () => true };
    if (sign === "\\") return this.#escape();
    if ("?*+{".includes(sign)) throw new PatternError(`"${sign}" repeats nothing`);
    if ("^$}]".includes(sign)) throw new PatternError(`"${sign}" must be written "\\${sign}"`);
    return this.#literal(sign);
  }

  #group(): Node {
    this.#depth += 1;
    if (this.#depth > deepestGroup) throw new PatternError(`groups stand more than ${deepestGroup} deep`);
    if (this.#peek() === "?") throw new PatternError('"(?" means nothing here');
    const node = this.#alternatives();
    if (this.#take() !== ")") throw new PatternError('a "(" is not closed');
    this.#depth -= 1;
    return node;
  }

  #escape(): Node {
    const sign = this.#escaped();
    const test = escapes[sign];
    return test === undefined ? this.#literal(sign) : { kind: "test", test };
  }

  /** The sign after a backslash: one of the classes, or a sign that stands for itself. */
  #escaped(): string {
    const sign = this.#take();
    if (sign === undefined) throw new PatternError("a backslash ends the pattern");
    if (/[\p{L}\p{Nd}]/u.test(sign) && escapes[sign] === undefined)
      throw new PatternError(`"\\${sign}" means nothing here`);
    return sign;
  }

  /** A sign in the same form as the answer; some become several characters. */
  #literal(sign: string): Node {
    const wanted = Array.from(sign === " " ? " " : fold(sign, this.#comparison));
    return {
      kind: "all",
      parts: wanted.map((character) => ({ kind: "test", test: (given: string) => given === character })),
    };
  }

  #class(): Test {
    const isNegated = this.#peek() === "^";
    if (isNegated) this.#at += 1;
    const tests: Test[] = [];
    while (this.#peek() !== "]") {
      if (this.#peek() === undefined) throw new PatternError('a "[" is not closed');
      tests.push(this.#member());
    }
    this.#at += 1;
    if (tests.length === 0) throw new PatternError('"[]" holds nothing');
    const isIn: Test = (character) => tests.some((test) => test(character));
    const { caseSensitive } = this.#comparison;
    const either: Test = (character) =>
      isIn(character) || (!caseSensitive && (isIn(character.toLowerCase()) || isIn(character.toUpperCase())));
    return isNegated ? (character) => !either(character) : either;
  }

  #member(): Test {
    const from = this.#classSign();
    if (typeof from !== "string") return from;
    if (this.#peek() !== "-" || this.#signs[this.#at + 1] === "]") {
      const same = fold(from, this.#comparison);
      return (character) => character === from || character === same;
    }
    this.#at += 1;
    const to = this.#classSign();
    if (typeof to !== "string" || to < from) throw new PatternError('a range such as "a-z" must go upwards');
    return (character) => character >= from && character <= to;
  }

  #classSign(): string | Test {
    const sign = this.#take();
    if (sign === undefined) throw new PatternError('a "[" is not closed');
    if (sign !== "\\") return sign;
    const escaped = this.#escaped();
    return escapes[escaped] ?? escaped;
  }

  #repeated(part: Node): Node {
    const sign = this.#peek() ?? "";
    if (!"?*+{".includes(sign) || sign === "") return part;
    this.#at += 1;
    const [min, max] = sign === "{" ? this.#bounds() : sign === "?" ? [0, 1] : sign === "*" ? [0, null] : [1, null];
    if (["?", "*", "+", "{"].includes(this.#peek() ?? "")) throw new PatternError("two repeats follow each other");
    return { kind: "repeat", part, min, max };
  }

  #bounds(): [number, number | null] {
    const rest = this.#signs.slice(this.#at, this.#at + 12).join("");
    const parts = /^(\d{1,4})(,(\d{1,4})?)?\}/.exec(rest);
    if (parts === null) throw new PatternError('"{" must be followed by bounds such as "{2}", "{2,}" or "{2,5}"');
    this.#at += parts[0].length;
    const min = Number(parts[1]);
    const max = parts[2] === undefined ? min : parts[3] === undefined ? null : Number(parts[3]);
    if (max !== null && max < min) throw new PatternError("the bounds of a repeat must go upwards");
    if (Math.max(min, max ?? 0) > mostRepeats)
      throw new PatternError(`no more than ${mostRepeats} repeats can be counted`);
    return [min, max];
  }
}

/** Builds the automaton from behind: each part is told the state that follows it. */
class Builder {
  readonly program: Instruction[] = [];

  add(instruction: Instruction): number {
    if (this.program.length >= largestProgram) throw new PatternError("the pattern is too large");
    return this.program.push(instruction) - 1;
  }

  build(node: Node, next: number): number {
    switch (node.kind) {
      case "test":
        return this.add({ kind: "take", test: node.test, next });
      case "all":
        return [...node.parts].reverse().reduce((after, part) => this.build(part, after), next);
      case "any":
        return this.add({ kind: "fork", next: node.parts.map((part) => this.build(part, next)) });
      case "repeat":
        return this.#repeat(node.part, node.min, node.max, next);
    }
  }

  #repeat(part: Node, min: number, max: number | null, next: number): number {
    let start = max === null ? this.#loop(part, next) : next;
    for (let optional = min; max !== null && optional < max; optional += 1) {
      start = this.add({ kind: "fork", next: [this.build(part, start), next] });
    }
    for (let count = 0; count < min; count += 1) start = this.build(part, start);
    return start;
  }

  #loop(part: Node, next: number): number {
    const choices = [next];
    const fork = this.add({ kind: "fork", next: choices });
    choices.push(this.build(part, fork));
    return fork;
  }
}

/** Reads a pattern for answers that are compared in this way. What is wrong with it is said as a sentence. */
export function compilePattern(text: string, comparison: TextComparison): Compiled {
  if (text.length > longestPattern) return { ok: false, why: `a pattern has at most ${longestPattern} characters` };
  try {
    const node = new Parser(text, comparison).parse();
    const builder = new Builder();
    const end = builder.add({ kind: "fork", next: [] });
    const start = builder.build(node, end);
    // The start must be known: it stands last, as a fork of one.
    builder.program.push({ kind: "fork", next: [start] });
    return { ok: true, pattern: { program: builder.program, end } };
  } catch (problem) {
    if (problem instanceof PatternError) return { ok: false, why: problem.message };
    throw problem;
  }
}

/** Whether the pattern fits the whole text, and how many states were visited: the work that it took. */
export function runPattern(pattern: Pattern, text: string): { readonly matches: boolean; readonly steps: number } {
  const { program, end } = pattern;
  const seen = new Int32Array(program.length).fill(-1);
  let steps = 0;
  /** The states that take a character, reached from these without taking one. */
  const reach = (states: readonly number[], round: number): number[] => {
    const reached: number[] = [];
    const waiting = [...states];
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      if (seen[state] === round) continue;
      seen[state] = round;
      steps += 1;
      const instruction = program[state];
      if (instruction?.kind === "fork" && state !== end) waiting.push(...instruction.next);
      else reached.push(state);
    }
    return reached;
  };
  let states = reach([program.length - 1], 0);
  for (const [index, character] of Array.from(text).entries()) {
    const next = states.flatMap((state) => {
      const instruction = program[state];
      return instruction?.kind === "take" && instruction.test(character) ? [instruction.next] : [];
    });
    states = reach(next, index + 1);
    if (states.length === 0) break;
  }
  return { matches: states.includes(end), steps };
}
