import { useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import css from './FigureButton.module.css';

interface FigureButtonProps {
  /** What the figure counts, for those who do not see it. */
  of: string;
  open?: boolean;
  onOpen: (figure: HTMLButtonElement) => void;
  children: ReactNode;
}

/** A figure with a dotted underline: opens the rows that made it. `E` does the same while it has the focus. */
export function FigureButton({ of, open = false, onOpen, children }: FigureButtonProps) {
  const { t } = useLingui();
  const self = useRef<HTMLButtonElement>(null);
  return (
    <button
      ref={self}
      type="button"
      className={css.figure}
      data-figure
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t`Show the rows behind ${of}`}
      onClick={() => self.current && onOpen(self.current)}
    >
      {children}
    </button>
  );
}
