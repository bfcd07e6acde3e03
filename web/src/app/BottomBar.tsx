import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../session/useSession';
import css from './BottomBar.module.css';
import { useOpenLog } from '../activity/openLog';
import { useLayers } from '../ui/Layers';
import { MorePages } from './MorePages';
import { OfflineChip } from '../activity/OfflineChip';
import { barPagesFor, type Page } from './pages';

function BarLink({ page: { to, name, icon: Icon } }: { page: Page }) {
  const { i18n } = useLingui();
  return (
    <Link
      to={to}
      className={css.item}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ 'data-here': true }}
    >
      <Icon size={24} stroke={1.7} aria-hidden />
      {i18n._(name)}
    </Link>
  );
}

export function BottomBar() {
  const { t } = useLingui();
  const openLog = useOpenLog();
  const { openPalette } = useLayers();
  const [today, pace, ...others] = barPagesFor(useSession().user.role).bar;
  return (
    <nav className={css.bar} aria-label={t`Pages`}>
      <span className={css.offline}>
        <OfflineChip />
      </span>
      {today && <BarLink page={today} />}
      {pace && <BarLink page={pace} />}
      <button
        type="button"
        className={css.log}
        aria-label={t`Log an activity`}
        onClick={() => openLog()}
      >
        <IconPlus size={28} stroke={2} aria-hidden />
      </button>
      {others.map((page) => (
        <BarLink key={page.to} page={page} />
      ))}
      {others.length === 0 && (
        <button type="button" className={css.item} onClick={openPalette}>
          <IconSearch size={24} stroke={1.7} aria-hidden />
          {t`Search`}
        </button>
      )}
      <MorePages className={css.item} />
    </nav>
  );
}
