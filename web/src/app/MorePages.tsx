import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Floating } from '../session/Floating';
import { useSession } from '../session/useSession';
import { useLayers } from '../ui/Layers';
import { barPagesFor, pagesFor } from './pages';
import css from '../session/PersonMenu.module.css';
import { PersonMenuItems } from '../session/PersonMenuItems';

export function MorePages({ className }: { className: string | undefined }) {
  const { t, i18n } = useLingui();
  const { role } = useSession().user;
  const { openPalette } = useLayers();
  return (
    <Floating
      label={t`More`}
      position="top-end"
      target={(toggle) => (
        <button type="button" className={className} onClick={toggle}>
          <IconDots size={24} stroke={1.7} aria-hidden />
          <Trans>More</Trans>
        </button>
      )}
    >
      {(close) => (
        <>
          <button
            type="button"
            className={css.item}
            onClick={() => {
              close();
              openPalette();
            }}
          >
            <IconSearch size={17} stroke={1.7} aria-hidden />
            <Trans>Search</Trans>
          </button>
          {[...barPagesFor(role).more, ...pagesFor(role, 'set_up')].map(
            ({ to, name, icon: Icon }) => (
              <Link key={to} to={to} className={css.item} onClick={close}>
                <Icon size={17} stroke={1.7} aria-hidden />
                {i18n._(name)}
              </Link>
            ),
          )}
          <PersonMenuItems onDone={close} />
        </>
      )}
    </Floating>
  );
}
