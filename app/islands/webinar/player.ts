import type { PageParts } from "./page-parts";

/** What controls, keys, chapters and transcript may do with the recording. Positions are ms from the start. */
export interface Player {
  readonly video: HTMLVideoElement;
  readonly durationMs: number;
  positionMs: () => number;
  /** A seek of the learner's own: also marks the next report, so that the resume point may go back. */
  seek: (ms: number) => void;
  seekBy: (ms: number) => void;
  playFrom: (ms: number) => void;
  toggle: () => void;
  changeSpeed: (step: 1 | -1) => void;
  changeVolume: (by: number) => void;
  /** True once the learner moved the position since the last call. */
  takeSeeked: () => boolean;
}

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

export function createPlayer({ video, durationMs }: PageParts): Player {
  let seeked = false;
  const positionMs = () => Math.round(video.currentTime * 1000);
  const seek = (ms: number) => {
    seeked = true;
    video.currentTime = Math.min(durationMs, Math.max(0, ms)) / 1000;
  };
  const play = () => {
    // A browser may refuse to play without a gesture; then the button still says "Play".
    video.play().catch(() => undefined);
  };
  return {
    video,
    durationMs,
    positionMs,
    seek,
    seekBy: (ms) => {
      seek(positionMs() + ms);
    },
    playFrom: (ms) => {
      seek(ms);
      play();
    },
    toggle: () => {
      if (video.paused) play();
      else video.pause();
    },
    changeSpeed: (step) => {
      const at = speeds.findIndex((speed) => speed >= video.playbackRate);
      video.playbackRate = speeds[Math.min(speeds.length - 1, Math.max(0, at + step))] ?? 1;
    },
    changeVolume: (by) => {
      video.volume = Math.min(1, Math.max(0, Math.round((video.volume + by) * 100) / 100));
      video.muted = video.volume === 0;
    },
    takeSeeked: () => {
      const was = seeked;
      seeked = false;
      return was;
    },
  };
}
