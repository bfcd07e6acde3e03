import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import css from './form.module.css';

interface RevealProps {
  does: ReactNode;
  /** Open from the start, where there is nothing else yet. */
  open?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A form that comes when it is asked for. */
export function Reveal({ does, open = false, children }: RevealProps) {
  const [shown, setShown] = useState(open);
  if (shown) return children(() => setShown(false));
  return (
    <div className={css.apart}>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        onClick={() => setShown(true)}
      >
        {does}
      </Button>
    </div>
  );
}
