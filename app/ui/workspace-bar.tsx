import { usePageData, type WorkspaceData } from "./page-data";
import { ColourBand } from "./society-mark";

/** On pages of a society, for who works there: whose workspace this is, in which role, and its places. */
export function WorkspaceBar() {
  const { workspace } = usePageData();
  if (workspace === null) return null;
  const { acronym, name, role, colour, label, places } = workspace;
  const here = places.find(({ isHere }) => isHere !== null);
  return (
    <section className="workspace" aria-label={`${label}: ${acronym}`}>
      <ColourBand colour={colour} />
      <div className="page">
        <p className="workspace-name">
          <b>{acronym}</b> {name} <span className="quiet">({role})</span>
        </p>
        <nav className="tabs" aria-label={label}>
          <Places places={places} />
        </nav>
        <details className="workspace-menu">
          <summary>{here?.text ?? label}</summary>
          <nav aria-label={label}>
            <Places places={places} />
          </nav>
        </details>
      </div>
    </section>
  );
}

function Places({ places }: Pick<WorkspaceData, "places">) {
  return places.map(({ href, text, isHere }) => (
    <a key={href} href={href} aria-current={isHere === null ? undefined : isHere === "page" ? "page" : "true"}>
      {text}
    </a>
  ));
}
