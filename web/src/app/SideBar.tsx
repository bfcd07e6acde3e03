import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useActionCount } from '../today/useActionCount';
import { useSession } from '../session/useSession';
import { Kbd } from '../ui';
import { Logo } from '../ui/Logo';
import { useOpenLog } from '../activity/openLog';
import { useLayers } from '../ui/Layers';
import { OfflineChip } from '../activity/OfflineChip';
import { pagesFor, type Page } from './pages';
import { PersonMenu } from '../session/PersonMenu';
import css from './SideBar.module.css';

export function SideBar() {
  const { t } = useLingui();
  const openLog = useOpenLog();
  const { openPalette } = useLayers();
  return (
    <aside className={css.bar}>
      <Link to="/" className={css.brand}>
        <Logo />
        Paceline
      </Link>
      <button type="button" className={css.search} onClick={openPalette}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={css.grow}>
          <Trans>Search</Trans>
        </span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <nav aria-label={t`Pages`}>
        <PageLinks part="work" />
        <SetUp />
      </nav>
      <div className={css.foot}>
        <OfflineChip />
        <button type="button" className={css.log} onClick={() => openLog()}>
          <IconPlus size={17} stroke={2} aria-hidden />
          <span className={css.grow}>
            <Trans context="button">Log</Trans>
          </span>
          <Kbd onFill>L</Kbd>
        </button>
        <PersonMenu />
      </div>
    </aside>
  );
}

/** What is set up once in a while stands apart, for those who may. */
function SetUp() {
  const { role } = useSession().user;
  if (pagesFor(role, 'set_up').length === 0) return null;
  return (
    <>
      <p className={css.part} id="set-up">
        <Trans>Set up</Trans>
      </p>
      <PageLinks part="set_up" labelledBy="set-up" />
    </>
  );
}

function PageLinks({ part, labelledBy }: { part: Page['part']; labelledBy?: string }) {
  const { i18n } = useLingui();
  const actions = useActionCount();
  return (
    <ul className={css.pages} aria-labelledby={labelledBy}>
      {pagesFor(useSession().user.role, part).map(({ to, name, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            className={css.page}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'data-here': true }}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className={css.grow}>{i18n._(name)}</span>
            {to === '/' && actions !== null && <span className={css.count}>{actions}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
