/**
 * Where recordings are kept and played from, in our own words. The local host keeps files in the data folder; a
 * streaming service implements the same port. Players and the evidence of watching know only this.
 */

/** A recording as the database knows it. */
export interface Asset {
  readonly id: string;
  readonly host: string;
  readonly state: "preparing" | "ready" | "failed";
  readonly title: string;
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  /** Where the host finds it: a file name, or the service's own id. */
  readonly locator: string;
  /** The service's id for playing, where it differs from the locator. */
  readonly playbackId: string | null;
  /** `anyone`: part of a public page; `enrolled`: only learners of a track that shows it. */
  readonly audience: "anyone" | "enrolled";
}

/** What a host says about a recording. `preparing` ends by itself; `failed` and `missing` don't. */
export type HostedState =
  | { readonly state: "ready"; readonly bytes: number }
  | { readonly state: "preparing" }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "missing" };

/** Addresses that a browser plays from. */
export interface Playback {
  readonly url: string;
  readonly type: "video/mp4" | "application/vnd.apple.mpegurl";
  readonly posterUrl: string;
  /** When the address stops working; null when each request is checked by our own server. */
  readonly expiresAt: Date | null;
}

export interface VideoHost {
  /** How the recording stands at the host now. */
  describe(asset: Asset): Promise<HostedState>;
  /** Addresses for one viewer, whose right to see the recording the caller has checked. `viewerId`: null for the public. */
  playback(asset: Asset, viewerId: string | null, now: Date): Promise<Playback>;
  /** Address of the captions or chapters in a language, as WebVTT. */
  textAddress(asset: Asset, kind: "captions" | "chapters", language: string): string;
  /** Removes the recording at the host. Deleting what is gone already is no error. */
  delete(asset: Asset): Promise<void>;
}
