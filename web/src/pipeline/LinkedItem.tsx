import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import form from '../team/form.module.css';

interface LinkedItemProps {
  opportunity: string;
  name: ReactNode;
  line: ReactNode;
  /** A row that the keys of the page walk to. */
  walked?: boolean;
  children: ReactNode;
}

/** One line of a list that leads to an opportunity, with what is to say about it at its end. */
export const LinkedItem = ({ opportunity, name, line, walked, children }: LinkedItemProps) => (
  <li className={form.item} {...(walked && { 'data-row': true, tabIndex: -1 })}>
    <span className={form.itemWords}>
      <Link
        className={form.itemName}
        to="/pipeline/$opportunity"
        params={{ opportunity }}
        data-primary={walked}
      >
        {name}
      </Link>
      <span className={form.itemLine}>{line}</span>
    </span>
    {children}
  </li>
);
