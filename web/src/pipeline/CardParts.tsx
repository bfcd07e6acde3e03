import type { FormEvent, ReactNode } from 'react';
import type { OpportunityDetail } from '../api/pipelineTypes';
import form from '../team/form.module.css';

/** Every card of the page of one opportunity is about it. */
export interface OfOpportunity {
  opportunity: OpportunityDetail;
}

export const Trouble = ({ words }: { words: string | null }) =>
  words === null ? null : (
    <p role="alert" className={form.trouble}>
      {words}
    </p>
  );

interface ItemProps {
  name: ReactNode;
  line?: ReactNode;
  /** Reached by the keys that go from row to row. */
  row?: boolean;
  children?: ReactNode;
}

export const Item = ({ name, line, row = false, children }: ItemProps) => (
  <li className={form.item} {...(row && { 'data-row': true, tabIndex: -1 })}>
    <span className={form.itemWords}>
      <span className={form.itemName}>{name}</span>
      {line !== undefined && <span className={form.itemLine}>{line}</span>}
    </span>
    <span className={form.itemEnd}>{children}</span>
  </li>
);

export const onSubmit = (act: () => void) => (event: FormEvent) => {
  event.preventDefault();
  act();
};
