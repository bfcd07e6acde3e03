import { LazyDrawer, useDrawerAhead } from './LazyDrawer';
import css from './pace.module.css';
import { EmptyPace, PaceBody } from './PaceBody';
import { PaceHead } from './PaceHead';
import { usePacePage } from './usePacePage';

/** Have I done enough? Will I make it? How much per day from now on? */
export default function PacePage() {
  useDrawerAhead();
  const page = usePacePage();
  const { shown, list, quota, detail, view, setView } = page;
  const empty = list.data?.items.length === 0 && quota === undefined;
  const pace = detail.data;
  return (
    <div className={css.page} data-beside={view !== null || undefined}>
      <PaceHead page={page} />
      {empty ? <EmptyPace shown={shown} /> : <PaceBody page={page} />}
      {pace && view !== null && shown.rep !== undefined && (
        <LazyDrawer
          quota={pace.quota_id}
          rep={shown.rep}
          period={pace.period.key}
          view={view}
          open
          onClose={() => setView(null)}
        />
      )}
    </div>
  );
}
