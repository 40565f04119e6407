import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

/** A request to a loader or an action, as little of it as the test is about. */
export interface Question {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Value of the Cookie header: what `given.signedIn` gives. */
  readonly cookie?: string;
  /** Sent as a form by POST. A list sends the name several times. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as a multipart form by POST, with its files. */
  readonly upload?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back, whether it was returned or thrown. */
export interface Answer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly headers: Headers;
  /** What the page would get; the text of a Response. */
  readonly data: unknown;
}

function requestOf({ path, cookie, form, upload, headers }: Question): Request {
  const url = new URL(path, "http://localhost:3000");
  const all = new Headers(headers);
  if (cookie !== undefined) all.set("Cookie", cookie);
  if (upload !== undefined) return new Request(url, { method: "POST", headers: all, body: upload });
  if (form === undefined) return new Request(url, { headers: all });
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  return new Request(url, { method: "POST", headers: all, body });
}

interface WithInit {
  readonly type: "DataWithResponseInit";
  readonly data: unknown;
  readonly init: ResponseInit | null;
}

function isWithInit(value: unknown): value is WithInit {
  return typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
}

async function answerOf(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    return {
      status: value.status,
      location: value.headers.get("Location"),
      headers: value.headers,
      data: await value.text(),
    };
  }
  if (isWithInit(value)) {
    const headers = new Headers(value.init?.headers);
    return { status: value.init?.status ?? 200, location: headers.get("Location"), headers, data: value.data };
  }
  return { status: 200, location: null, headers: new Headers(), data: value };
}

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** Asks a loader or an action as Remix does. A thrown Response is an answer; any other error stays one. */
export async function ask(handler: Handler, question: Question): Promise<Answer> {
  try {
    return await answerOf(await handler({ request: requestOf(question), params: { ...question.params }, context: {} }));
  } catch (thrown) {
    if (thrown instanceof Response || isWithInit(thrown)) return answerOf(thrown);
    throw thrown;
  }
}
