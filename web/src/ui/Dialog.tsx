import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './Dialog.module.css';
import { Kbd } from './Kbd';

interface DialogProps {
  title: ReactNode;
  /** Quiet words behind the title. */
  line?: ReactNode;
  /** Shown beside the title on the phone, where Esc is not. */
  chip?: ReactNode;
  width: number;
  onClose: () => void;
  children: ReactNode;
}

/** A card over the page, 92 from the top; the whole screen on the phone. */
export function Dialog({ title, line, chip, width, onClose, children }: DialogProps) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const still = useReducedMotion();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      yOffset={92}
      fullScreen={phone}
      classNames={{ content: css.box ?? '', overlay: css.veil ?? '', body: css.body ?? '' }}
      transitionProps={{ transition: 'fade', duration: still ? 0 : 120 }}
    >
      <Modal.Overlay />
      <Modal.Content radius={phone ? 0 : 12}>
        <div className={css.head}>
          <button type="button" className={css.cross} aria-label={t`Close`} onClick={onClose}>
            <IconX size={26} stroke={1.8} aria-hidden />
          </button>
          <Modal.Title className={css.title}>{title}</Modal.Title>
          {line && <span className={css.line}>{line}</span>}
          <span className={css.chip}>{chip}</span>
          <button type="button" className={css.close} onClick={onClose}>
            <Trans>close</Trans> <Kbd>Esc</Kbd>
          </button>
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
