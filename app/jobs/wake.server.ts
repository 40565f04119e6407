/** Tells this process's runner that a job may be due. Other processes find it at their next look. */
let listener: (() => void) | null = null;

export function onWake(listen: (() => void) | null): void {
  listener = listen;
}

export function wakeRunner(): void {
  // The transaction that enqueues is still open: look once it has had time to commit.
  setTimeout(() => listener?.(), 20).unref();
}
