import { hasStatus } from '../api/fault';
import { LazyDrawer, useDrawerAhead } from './LazyDrawer';
import css from './pace.module.css';
import { NoRight } from './NoRight';
import { EmptyPace, PaceBody } from './PaceBody';
import { PaceHead } from './PaceHead';
import { usePacePage } from './usePacePage';

/** Have I done enough? Will I make it? How much per day from now on? */
export default function PacePage() {
  useDrawerAhead();
  const page = usePacePage();
  const { shown, list, quota, view, setView } = page;
  if (hasStatus(list.error, 403) || hasStatus(list.error, 404)) return <NoRight />;
  const empty = list.data?.items.length === 0 && quota === undefined;
  return (
    <div className={css.page} data-beside={view !== null || undefined}>
      <PaceHead page={page} />
      {empty ? <EmptyPace shown={shown} /> : <PaceBody page={page} />}
      {view !== null && quota !== undefined && shown.rep !== undefined && (
        <LazyDrawer
          quota={quota}
          rep={shown.rep}
          period={page.period}
          view={view}
          open
          onClose={() => setView(null)}
        />
      )}
    </div>
  );
}
