import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Floating } from '../session/Floating';
import { useLayers } from '../ui/Layers';
import css from '../session/PersonMenu.module.css';
import { PersonMenuItems } from '../session/PersonMenuItems';

export function MorePages({ className }: { className: string | undefined }) {
  const { t } = useLingui();
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
          <PersonMenuItems onDone={close} />
        </>
      )}
    </Floating>
  );
}
