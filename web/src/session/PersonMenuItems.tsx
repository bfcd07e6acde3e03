import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconEye,
  IconFileText,
  IconKeyboard,
  IconLogout,
  IconTrophy,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LanguageSwitch } from './LanguageSwitch';
import { useSession } from './useSession';
import { useSignOut } from './useSignOut';
import { useLayers } from '../ui/Layers';
import css from './PersonMenu.module.css';

export function PersonMenuItems({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { user, organisation } = useSession();
  const { openHelp } = useLayers();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();

  function showKeys(): void {
    onDone();
    openHelp();
  }

  return (
    <>
      <div className={css.choice}>
        <span className={css.label}>{t`Language`}</span>
        <LanguageSwitch user={user.user_id} />
      </div>
      <div className={css.choice}>
        <span className={css.label}>{t`Appearance`}</span>
        <SegmentedControl
          size="xs"
          aria-label={t`Appearance`}
          value={colorScheme}
          onChange={(next: string) => setColorScheme(next as MantineColorScheme)}
          data={[
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
            { value: 'auto', label: t`As device` },
          ]}
        />
      </div>
      <div className={css.items}>
        {user.role !== 'rep' && (
          <Link to="/me" className={css.item} onClick={onDone}>
            <IconUserCircle size={17} stroke={1.7} aria-hidden />
            <Trans>About me</Trans>
          </Link>
        )}
        <Link to="/looks" className={css.item} onClick={onDone}>
          <IconEye size={17} stroke={1.7} aria-hidden />
          <Trans>Who saw my figures</Trans>
        </Link>
        <Link to="/notice" className={css.item} onClick={onDone}>
          <IconFileText size={17} stroke={1.7} aria-hidden />
          <Trans>What is recorded about me</Trans>
        </Link>
        {organisation.leaderboard && (
          <Link to="/leaderboard" className={css.item} onClick={onDone}>
            <IconTrophy size={17} stroke={1.7} aria-hidden />
            <Trans>Leaderboard</Trans>
          </Link>
        )}
        <button type="button" className={css.item} onClick={showKeys}>
          <IconKeyboard size={17} stroke={1.7} aria-hidden />
          <Trans>All keys</Trans>
        </button>
        <button type="button" className={css.item} onClick={signOut}>
          <IconLogout size={17} stroke={1.7} className="mirrored" aria-hidden />
          <Trans>Sign out</Trans>
        </button>
      </div>
    </>
  );
}
