import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  label: string;
  className: string | undefined;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** What is wider or higher than its place. */
export const ScrollRegion = ({ label, className, ref, children }: ScrollRegionProps) => (
  <section
    ref={ref}
    className={className}
    aria-label={label}
    // A region that scrolls has to be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
  >
    {children}
  </section>
);
