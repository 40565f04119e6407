/** What the benchmark uses of autocannon, which ships no types. */
declare module "autocannon" {
  export interface PendingRequest {
    body: string;
  }
  export interface Client {
    /** Answers that are on their way, the oldest first. */
    readonly pipelinedRequests: {
      peek: () => PendingRequest | undefined;
      addBody: (data: Buffer) => void;
    };
    setRequests: (requests: readonly Request[]) => void;
  }
  export interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
    onResponse?: (status: number, body: string) => void;
  }
  export interface Options {
    url: string;
    connections: number;
    duration: number;
    /** Milliseconds between two looks at whether the time is over. */
    sampleInt: number;
    timeout: number;
    requests: readonly Request[];
    setupClient: (client: Client) => void;
  }
  export interface Instance extends PromiseLike<unknown> {
    on(
      event: "response",
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): this;
    on(event: "reqError", listener: (error: Error) => void): this;
  }
  export default function autocannon(options: Options): Instance;
}
