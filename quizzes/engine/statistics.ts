/**
 * How well questions and quizzes measure. Pure: marks go in, figures come out. Every score is taken as a share of what
 * was possible (0 to 1), so that questions of different weight can be compared. Sample variances throughout (n - 1).
 */

/** One question of one sitting that is over. */
export interface ItemScore {
  readonly questionId: string;
  /** Hundredths. */
  readonly awarded: number;
  /** Hundredths; questions with nothing possible (void, rating, an essay not marked yet) are left out. */
  readonly possible: number;
  /** Ids of the options that were picked; empty when the question was left open or has no options. */
  readonly picked: readonly string[];
  /** Time spent on the question, or null when it isn't known. */
  readonly seconds: number | null;
}

/** One sitting that is over. Whoever calls decides which ones count; first attempts are usual. */
export type SittingScores = readonly ItemScore[];

/** What of an item's options is known: which of them are right. */
export interface OptionKey {
  readonly id: string;
  readonly isKey: boolean;
}

export type ItemFlag = "key-suspect" | "dead-distractor" | "too-easy" | "too-hard" | "few-answers";

export interface OptionStatistics {
  readonly id: string;
  readonly isKey: boolean;
  readonly picks: number;
  /** Share of the sittings that picked it. */
  readonly share: number;
  /** Mean share of the rest of the paper that its pickers scored; null when nobody picked it. */
  readonly meanRest: number | null;
  /** What is wrong with a wrong option; null for the keys, and below `enoughAnswers`. */
  readonly fault: "preferred" | "dead" | null;
}

/** Those who picked none of an item's options. */
export type LeftOpen = Pick<OptionStatistics, "picks" | "share" | "meanRest">;

export interface ItemStatistics {
  readonly questionId: string;
  readonly attempts: number;
  readonly facility: number;
  readonly deviation: number | null;
  readonly discrimination: number | null;
  readonly restCorrelation: number | null;
  readonly medianSeconds: number | null;
  readonly options: readonly OptionStatistics[];
  /** Null for an item without options. */
  readonly leftOpen: LeftOpen | null;
  readonly flags: readonly ItemFlag[];
}

export interface QuizStatistics {
  readonly attempts: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly deviation: number | null;
  readonly alpha: number | null;
  /** Standard error of measurement, as a share of the paper. */
  readonly standardError: number | null;
  /** Sittings by tenths of the score; a full score is in the last one. */
  readonly histogram: readonly number[];
  readonly items: readonly ItemStatistics[];
}

/** Below this many answers a figure says more about chance than about the question. */
export const enoughAnswers = 20;

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

/** Arithmetic mean; null of nothing. */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Middle value, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Pearson's product-moment correlation: r = Σ(x-x̄)(y-ȳ) / √(Σ(x-x̄)² Σ(y-ȳ)²). Null when one side doesn't vary.
 * K. Pearson, Proc. R. Soc. Lond. 58 (1895) 240.
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const [meanX, meanY] = [mean(x) ?? 0, mean(y) ?? 0];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] ?? 0) - meanX, (y[i] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  const scale = Math.sqrt(xx * yy);
  // Rounding leaves a trace of variance where all values are equal.
  return scale < 1e-12 ? null : Math.max(-1, Math.min(1, xy / scale));
}

/** Standard deviation of a sample: √(Σ(x-x̄)² / (n-1)). Null of fewer than two values. */
export function deviation(values: ArrayLike<number>): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Discrimination index D: facility among the best 27 % by the rest of the paper less that among the worst 27 %.
 * 27 % is the share that tells the groups apart best in a normal distribution: T. L. Kelley, J. Educ. Psychol. 30
 * (1939) 17. Null when a group would be empty.
 */
export function discriminationIndex(scores: ArrayLike<number>, rests: ArrayLike<number>): number | null {
  const size = Math.round(scores.length * 0.27);
  if (size === 0) return null;
  // Equal rests are ordered by nothing but their place, which no score depends on.
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (rests[a] ?? 0) - (rests[b] ?? 0));
  const facility = (group: readonly number[]) => mean(group.map((i) => scores[i] ?? 0)) ?? 0;
  return facility(order.slice(-size)) - facility(order.slice(0, size));
}

/** Sums over the sittings that had both of two questions: how many, of the first one's scores, of the products. */
class PairSums {
  readonly #size: number;
  readonly #both: Float64Array;
  readonly #first: Float64Array;
  readonly #products: Float64Array;

  constructor(itemCount: number) {
    this.#size = itemCount;
    this.#both = new Float64Array(itemCount * itemCount);
    this.#first = new Float64Array(itemCount * itemCount);
    this.#products = new Float64Array(itemCount * itemCount);
  }

  add(a: number, b: number, scoreA: number, scoreB: number): void {
    const cell = a * this.#size + b;
    this.#both[cell] = (this.#both[cell] ?? 0) + 1;
    this.#first[cell] = (this.#first[cell] ?? 0) + scoreA;
    this.#products[cell] = (this.#products[cell] ?? 0) + scoreA * scoreB;
  }

  /** Covariance of two questions, of one its variance; null below two sittings. */
  covariance(a: number, b: number): number | null {
    const [cell, mirror] = [a * this.#size + b, b * this.#size + a];
    const n = this.#both[cell] ?? 0;
    if (n < 2) return null;
    return ((this.#products[cell] ?? 0) - ((this.#first[cell] ?? 0) * (this.#first[mirror] ?? 0)) / n) / (n - 1);
  }
}

/** A sitting's questions as positions in a list of all, and the share that each scored. */
export interface IndexedScores {
  readonly items: readonly number[];
  readonly scores: readonly number[];
}

function addPairs(sums: PairSums, { items, scores }: IndexedScores): void {
  for (const [i, a] of items.entries())
    for (const [j, b] of items.entries()) sums.add(a, b, scores[i] ?? 0, scores[j] ?? 0);
}

/** Mean of the variances and mean of the covariances of every two different questions. */
function meanCovariances(sums: PairSums, itemCount: number): { variance: number | null; covariance: number | null } {
  const [variances, covariances]: [number[], number[]] = [[], []];
  for (let a = 0; a < itemCount; a++) {
    for (let b = a; b < itemCount; b++) {
      const value = sums.covariance(a, b);
      if (value !== null) (a === b ? variances : covariances).push(value);
    }
  }
  return { variance: mean(variances), covariance: mean(covariances) };
}

/**
 * Cronbach's alpha: α = k c̄ / (v̄ + (k-1) c̄), with k questions in a paper, v̄ the mean variance of a question and c̄ the
 * mean covariance of two. For a fixed paper that is k/(k-1) (1 - Σv/V), and for right-or-wrong questions KR-20.
 * Where papers are drawn, each pair of questions counts by the sittings that had both (at least two).
 * L. J. Cronbach, Psychometrika 16 (1951) 297; G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937) 151.
 */
export function cronbachAlpha(sittings: readonly IndexedScores[], itemCount: number): number | null {
  const sums = new PairSums(itemCount);
  for (const sitting of sittings) addPairs(sums, sitting);
  const { variance, covariance } = meanCovariances(sums, itemCount);
  const k = mean(sittings.map(({ items }) => items.length)) ?? 0;
  if (variance === null || covariance === null || k < 2) return null;
  const spread = variance + (k - 1) * covariance;
  return spread < 1e-12 ? null : (k * covariance) / spread;
}

/** Standard error of measurement: s √(1 - α); Lord and Novick, Statistical Theories of Mental Test Scores (1968) 3.4. */
export function standardError(spread: number | null, alpha: number | null): number | null {
  return spread === null || alpha === null ? null : spread * Math.sqrt(Math.max(0, 1 - alpha));
}

interface Gathered {
  readonly scores: number[];
  readonly rests: number[];
  readonly picks: (readonly string[])[];
  readonly seconds: number[];
}

/** An item's answers side by side with the share that the rest of each paper scored. */
function gather(sittings: readonly SittingScores[]): Map<string, Gathered> {
  const byItem = new Map<string, Gathered>();
  for (const sitting of sittings) {
    const [awarded, possible] = [sum(sitting.map((i) => i.awarded)), sum(sitting.map((i) => i.possible))];
    for (const item of sitting) {
      let found = byItem.get(item.questionId);
      if (found === undefined) byItem.set(item.questionId, (found = { scores: [], rests: [], picks: [], seconds: [] }));
      const rest = possible - item.possible;
      found.scores.push(item.awarded / item.possible);
      found.rests.push(rest === 0 ? 0 : (awarded - item.awarded) / rest);
      found.picks.push(item.picked);
      if (item.seconds !== null) found.seconds.push(item.seconds);
    }
  }
  return byItem;
}

/** How many fit, and what they scored in the rest of the paper. */
function pickers(item: Gathered, fits: (picked: readonly string[]) => boolean): LeftOpen {
  const rests = item.rests.filter((_, i) => fits(item.picks[i] ?? []));
  return { picks: rests.length, share: rests.length / item.scores.length, meanRest: mean(rests) };
}

/**
 * A distractor is dead when fewer than 5 % pick it (T. M. Haladyna and S. M. Downing, Educ. Psychol. Meas. 53 (1993)
 * 999). A wrong option is preferred when the pickers of it, at least 10 % of all, did better in the rest of the paper
 * than those of every key.
 */
function optionStatistics(item: Gathered, options: readonly OptionKey[]): OptionStatistics[] {
  const counted = options.map(({ id, isKey }) => ({ id, isKey, ...pickers(item, (picked) => picked.includes(id)) }));
  const best = Math.max(-1, ...counted.filter(({ isKey }) => isKey).map(({ meanRest }) => meanRest ?? -1));
  return counted.map((option) => {
    const { isKey, share, meanRest } = option;
    if (isKey || item.scores.length < enoughAnswers) return { ...option, fault: null };
    const isPreferred = share >= 0.1 && meanRest !== null && meanRest > best;
    return { ...option, fault: isPreferred ? "preferred" : share < 0.05 ? "dead" : null };
  });
}

/**
 * What an author should look at. The key is suspect when better learners do worse on the question, or when they prefer
 * a wrong option.
 */
function flagsOf(
  facility: number,
  restCorrelation: number | null,
  attempts: number,
  options: readonly OptionStatistics[],
): ItemFlag[] {
  if (attempts < enoughAnswers) return ["few-answers"];
  const flags: [boolean, ItemFlag][] = [
    [(restCorrelation ?? 0) < 0 || options.some(({ fault }) => fault === "preferred"), "key-suspect"],
    [options.some(({ fault }) => fault === "dead"), "dead-distractor"],
    [facility > 0.95, "too-easy"],
    [facility < 0.25, "too-hard"],
  ];
  return flags.flatMap(([holds, flag]) => (holds ? [flag] : []));
}

function itemStatistics(questionId: string, item: Gathered, options: readonly OptionKey[]): ItemStatistics {
  const facility = mean(item.scores) ?? 0;
  const restCorrelation = correlation(item.scores, item.rests);
  const about = optionStatistics(item, options);
  return {
    questionId,
    attempts: item.scores.length,
    facility,
    deviation: deviation(item.scores),
    discrimination: discriminationIndex(item.scores, item.rests),
    restCorrelation,
    medianSeconds: median(item.seconds),
    options: about,
    leftOpen: options.length === 0 ? null : pickers(item, (picked) => picked.length === 0),
    flags: flagsOf(facility, restCorrelation, item.scores.length, about),
  };
}

function histogramOf(shares: readonly number[]): number[] {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const share of shares) {
    const tenth = Math.min(9, Math.max(0, Math.floor(share * 10 + 1e-9)));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

/**
 * Statistics of a quiz over these sittings.
 * @param keys the options of each question that has some: question id -> its options.
 * Facility is the mean share of the mark; the correlation is with the rest of the paper, without the question itself
 * (S. Henrysson, Psychometrika 28 (1963) 211), so that a question doesn't vouch for itself.
 */
export function quizStatistics(
  sittings: readonly SittingScores[],
  keys: ReadonlyMap<string, readonly OptionKey[]>,
): QuizStatistics {
  const counted = sittings
    .map((items) => items.filter((item) => item.possible > 0))
    .filter((items) => items.length > 0);
  const shares = counted.map((items) => sum(items.map((i) => i.awarded)) / sum(items.map((i) => i.possible)));
  const byItem = gather(counted);
  const index = new Map([...byItem.keys()].map((id, i) => [id, i]));
  const alpha = cronbachAlpha(
    counted.map((items) => ({
      items: items.map((item) => index.get(item.questionId) ?? 0),
      // Weighted like the totals whose spread it explains: a question of two marks counts twice.
      scores: items.map((item) => item.awarded),
    })),
    byItem.size,
  );
  const spread = deviation(shares);
  return {
    attempts: counted.length,
    mean: mean(shares),
    median: median(shares),
    deviation: spread,
    alpha,
    standardError: standardError(spread, alpha),
    histogram: histogramOf(shares),
    items: [...byItem].map(([id, item]) => itemStatistics(id, item, keys.get(id) ?? [])),
  };
}
