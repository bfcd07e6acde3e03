import { Popover, type FloatingPosition } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import css from './PersonMenu.module.css';

interface FloatingProps {
  label: string;
  position: FloatingPosition;
  target: (toggle: () => void) => ReactElement;
  children: (close: () => void) => ReactNode;
}

/** A few choices that float at the control that opened them. */
export function Floating({ label, position, target, children }: FloatingProps) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position={position}
      width={240}
      shadow="none"
      trapFocus
      returnFocus
    >
      <Popover.Target>{target(toggle)}</Popover.Target>
      <Popover.Dropdown className={css.menu} aria-label={label} aria-labelledby={undefined}>
        {children(close)}
      </Popover.Dropdown>
    </Popover>
  );
}
