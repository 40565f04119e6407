/** What a society is recognised by beside its name. */
export interface SocietyLogo {
  /** Of the file. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A society's logo, if it has one. Its name stands beside it, so the picture says nothing of its own. */
export function Logo({ logo, isLarge = false }: { logo: SocietyLogo | null; isLarge?: boolean }) {
  if (logo === null) return null;
  return (
    <img
      className={isLarge ? "society-logo large" : "society-logo"}
      src={`/logos/${logo.name}`}
      width={logo.width}
      height={logo.height}
      alt=""
    />
  );
}

/** A band in the society's own colour, if it has one. A style attribute would be refused; SVG has its own. */
export function ColourBand({ colour }: { colour: string }) {
  if (colour === "") return null;
  return (
    <svg className="society-colour" viewBox="0 0 8 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="8" height="4" fill={colour} />
    </svg>
  );
}
