import { useFocusTrap, useMediaQuery } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useKeys } from '../keyboard/useKeys';
import { Kbd } from '../ui';
import css from './drawer.module.css';
import { useFocusBack } from '../ui/useFocusBack';

interface DrawerFrameProps {
  title: ReactNode;
  foot: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

function CloseKey({ phone, onClose }: { phone: boolean; onClose: () => void }) {
  const { t } = useLingui();
  if (phone) {
    return (
      <button type="button" className={css.close} aria-label={t`Close`} onClick={onClose}>
        <IconX size={24} stroke={1.8} aria-hidden />
      </button>
    );
  }
  return (
    <button type="button" className={css.close} onClick={onClose}>
      <Trans>close</Trans> <Kbd>Esc</Kbd>
    </button>
  );
}

/** 436 px from the end side: pushes nothing, does not dim, Esc closes. A sheet of full height on the phone. */
export function DrawerFrame({ title, foot, onClose, children }: DrawerFrameProps) {
  const id = useId();
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const self = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => self.current?.focus({ preventScroll: true }), []);
  const trap = useFocusTrap(phone);
  useKeys({ Escape: onClose });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={self}
      role="dialog"
      aria-modal={phone || undefined}
      aria-labelledby={id}
      tabIndex={-1}
      className={css.drawer}
    >
      <div ref={trap} role="presentation" className={css.inside} onKeyDown={onKeyDown}>
        <header className={css.head}>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          <CloseKey phone={phone} onClose={onClose} />
        </header>
        <div className={css.body}>{children}</div>
        <footer className={css.foot}>{foot}</footer>
      </div>
    </div>
  );
}
