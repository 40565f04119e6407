/** One fact and one way on: a mailed link that did its work, was used, or ran out. */
export function OneWayOn({ title, text, href, action }: { title: string; text: string; href: string; action: string }) {
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{title}</h1>
          <p className="lead">{text}</p>
          <p>
            <a className="btn main" href={href}>
              {action}
            </a>
          </p>
        </div>
      </div>
    </main>
  );
}
