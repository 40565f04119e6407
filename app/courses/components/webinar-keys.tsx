import { useTranslate } from "../../i18n/use-translate";

/** The keys of the player, and the switch that turns them off for people whose tools type letters of their own. */
export function WebinarKeys() {
  const t = useTranslate();
  const rows = [
    { keys: [t("webinar:keys.space"), "k"], does: t("webinar:keys.play") },
    { keys: ["←", "→"], does: t("webinar:keys.arrows") },
    { keys: ["j", "l"], does: t("webinar:keys.ten") },
    { keys: ["↑", "↓"], does: t("webinar:keys.volume") },
    { keys: ["m"], does: t("webinar:keys.mute") },
    { keys: ["c"], does: t("webinar:keys.captions") },
    { keys: ["f"], does: t("webinar:keys.full") },
    { keys: ["<", ">"], does: t("webinar:keys.speed") },
    { keys: ["?"], does: t("webinar:keys.help") },
  ];
  return (
    <dialog className="dialog keys" data-keys="" aria-labelledby="keys-title">
      <h2 id="keys-title">{t("webinar:keys.title")}</h2>
      <dl className="facts">
        {rows.map(({ keys, does }) => (
          <div key={does} className="key-row">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" defaultChecked data-use-keys="" />
        <span>{t("webinar:keys.use")}</span>
      </label>
      <form method="dialog">
        <button className="btn main" type="submit">
          {t("webinar:keys.close")}
        </button>
      </form>
    </dialog>
  );
}
