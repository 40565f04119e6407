import { usePageData } from "../../../ui/page-data";

/** A step of the way back. */
interface Crumb {
  readonly href: string;
  readonly text: string;
  /** Language of the text, where it isn't the page's. */
  readonly lang?: string;
}

/** Heads a page of a track: the way back and the track's other pages. */
export function TrackTop(props: { title: string; language: string; within?: readonly Crumb[] }) {
  return (
    <div className="track-top">
      <TrackCrumbs {...props} />
      <TrackTabs />
    </div>
  );
}

/** The way back: the society's tracks, the track, then whatever lies between it and the page. */
export function TrackCrumbs(props: { title: string; language: string; within?: readonly Crumb[] }) {
  const track = usePageData().workspace?.track;
  if (track == null) return null;
  const own: Crumb = { href: track.home, text: props.title, lang: props.language };
  return <CrumbList label={track.crumbs} crumbs={[track.list, own, ...(props.within ?? [])]} />;
}

/** On the first page of a track, whose heading is its title: back to all tracks. */
export function ListCrumb() {
  const track = usePageData().workspace?.track;
  return track == null ? null : <CrumbList label={track.crumbs} crumbs={[track.list]} />;
}

function CrumbList({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {crumbs.map(({ href, text, ...language }) => (
          <li key={href}>
            <a href={href} {...language}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Every page of a track that the reader's role may go to. One bar for all of them, whoever made the page. */
export function TrackTabs() {
  const track = usePageData().workspace?.track;
  if (track == null) return null;
  return (
    <nav className="tabs track-tabs" aria-label={track.label}>
      {track.pages.map(({ href, text, isHere }) => (
        <a key={href} href={href} aria-current={isHere === null ? undefined : isHere === "page" ? "page" : "true"}>
          {text}
        </a>
      ))}
    </nav>
  );
}
