import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { LanguageSwitch } from './LanguageSwitch';
import { useSession } from './useSession';
import { useSignOut } from './useSignOut';
import { useLayers } from '../ui/Layers';
import css from './PersonMenu.module.css';

export function PersonMenuItems({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { user } = useSession();
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
