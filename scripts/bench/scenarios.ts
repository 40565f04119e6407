import type { BenchData } from "./bench-data";
import type { PlannedRequest } from "./load-plan";

/** What is measured with a steady load. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly requests: readonly PlannedRequest[];
}

/** How React writes a text into markup. */
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[c] ?? c);
const get = (path: string, texts: readonly string[], who?: { cookie: string; name: string }): PlannedRequest => ({
  method: "GET",
  path,
  headers: who === undefined ? {} : { cookie: who.cookie },
  texts: ["</html>", ...texts],
  ...(who === undefined ? {} : { name: who.name }),
});

/** Pages and hot lane, before any certificate is there. */
export function loadScenarios(data: BenchData, origin: string): Scenario[] {
  const { track, readers } = data;
  const trackPath = `/tracks/${track.slug}`;
  return [
    { name: "home", title: "Home, anonymous", requests: [get("/", ["<h1"])] },
    { name: "catalogue", title: "Catalogue, anonymous", requests: [get("/catalogue", ["<h1", escaped(track.title)])] },
    { name: "track", title: "Track page, anonymous", requests: [get(trackPath, ["<h1", escaped(track.title)])] },
    { name: "lesson", title: "Reading lesson, signed in", requests: lessonRequests(data) },
    {
      name: "track-signed-in",
      title: "Track page, signed in",
      requests: readers.map((reader) => get(trackPath, ["<h1", escaped(track.title)], reader)),
    },
    {
      name: "my-learning",
      title: "My learning",
      requests: readers.map((reader) => get("/my", ["<h1", escaped(track.title)], reader)),
    },
    { name: "answers", title: "Answer save, durable", requests: answerRequests(data, origin) },
    { name: "watch", title: "Watch report, durable", requests: watchRequests(data, origin) },
  ];
}

/** @param numbers of the readers' certificates */
export function verifyScenario(data: BenchData, numbers: readonly string[]): Scenario {
  const requests = data.readers.flatMap(({ name }, i) => {
    const number = numbers[i];
    // The holder's name is the point of the page.
    return number === undefined ? [] : [{ ...get(`/verify/${number}`, ["<h1", number]), name }];
  });
  return { name: "verify", title: "Verify page, anonymous", requests };
}

/** 64 sessions by 10 lessons: neighbours in time are different learners, and each one's next page is another lesson. */
function lessonRequests({ track, lessons, readers }: BenchData): PlannedRequest[] {
  return lessons.flatMap((_, turn) =>
    readers.flatMap((reader, i) => {
      const lesson = lessons[(i + turn) % lessons.length];
      if (lesson === undefined) return [];
      return [
        get(
          `/learn/${track.slug}/${lesson.id}`,
          [`data-lesson="${lesson.id}"`, `${escaped(lesson.title)}</h1>`],
          reader,
        ),
      ];
    }),
  );
}

const post = (origin: string, path: string, who: { cookie: string }, body: unknown): PlannedRequest => ({
  method: "POST",
  path,
  headers: { cookie: who.cookie, origin, "content-type": "application/json" },
  body: JSON.stringify(body).replace('"%SEQUENCE%"', "%SEQUENCE%"),
  texts: ['"ok":true', '"savedAt"'],
});

/** Each answer is a new change of a question in a running sitting. */
function answerRequests({ answering, responses }: BenchData, origin: string): PlannedRequest[] {
  return answering.flatMap((learner, i) => {
    const questionId = learner.questionIds[i % learner.questionIds.length];
    if (questionId === undefined) return [];
    const answer = {
      sittingId: learner.sittingId,
      questionId,
      device: "%DEVICE%",
      sequence: "%SEQUENCE%",
      response: responses[questionId],
    };
    return [post(origin, "/hot/answers", learner, answer)];
  });
}

/**
 * Each report claims the whole recording, so that the server always has something new to accept, up to what its clock
 * allows: no report is a repeat that could be answered from what is known.
 */
function watchRequests({ track, webinar, readers, candidates }: BenchData, origin: string): PlannedRequest[] {
  const { lessonId, durationMs } = webinar;
  return [...readers, ...candidates].map((learner) =>
    post(origin, "/hot/watch", learner, {
      trackSlug: track.slug,
      lessonId,
      spans: [[0, durationMs]],
      positionMs: 1000,
      seeked: false,
    }),
  );
}
