import { Link } from '@tanstack/react-router';
import { Avatar } from '../ui';
import css from './team.module.css';
import type { TeamRow } from './teamRows';
import { TodayMark } from './TodayMark';

/** The rep, a way to the own Pace, and the one thing to know. */
export function RepName({ row }: { row: TeamRow }) {
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
        <TodayMark row={row} />
      </span>
    </span>
  );
}
