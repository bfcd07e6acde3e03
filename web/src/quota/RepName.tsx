import { Link } from '@tanstack/react-router';
import { Plural, Trans } from '@lingui/react/macro';
import { Avatar } from '../ui';
import css from './team.module.css';
import type { TeamRow } from './teamRows';

/** The rep, a way to the own Pace, and the one thing to know. */
export function RepName({ row }: { row: TeamRow }) {
  const { behind } = row;
  return (
    <span className={css.rep}>
      <Avatar name={row.rep_name} />
      <span className={css.repWords}>
        <Link
          to="/pace"
          search={{ rep: row.rep_id }}
          dir="auto"
          className={css.repName}
          title={row.rep_name}
          data-primary
        >
          {row.rep_name}
        </Link>
        <span className={css.repNote}>
          {behind === 0 ? (
            <Trans>nothing behind</Trans>
          ) : (
            <Plural value={behind} one="behind in #" other="behind in #" />
          )}
        </span>
      </span>
    </span>
  );
}
