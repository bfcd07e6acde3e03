import { Button } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { noticeQuery } from '../api/queries';
import type { Notice } from '../api/types';
import { useFormat } from '../format';
import { ruleWords } from '../quota/ruleWords';
import { useNamed } from '../quota/useNamed';
import { useWords } from '../quota/useWords';
import { PageHead, QueryCard } from '../ui';
import css from './fair.module.css';
import { profileWords, readerWords, recordedWords, sightWords } from './noticeWords';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2 className={css.partHead}>{title}</h2>
      {children}
    </section>
  );
}

function Recorded({ notice }: { notice: Notice }) {
  const { t, i18n } = useLingui();
  return (
    <Part title={t`What is recorded, and for how long`}>
      <ul className={css.points}>
        {notice.recorded.map(({ what, days }) => (
          <li key={what}>
            {i18n._(recordedWords[what])}{' '}
            <span className={css.dim}>
              {days === null
                ? t`Kept until the company removes it.`
                : plural(days, { one: 'Kept for # day.', other: 'Kept for # days.' })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Readers({ notice }: { notice: Notice }) {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const { coming } = notice;
  const next = coming && i18n._(profileWords[coming.monitoring].name);
  return (
    <Part title={t`Who sees figures of a single rep`}>
      <p>{i18n._(profileWords[notice.monitoring].line)}</p>
      <dl className={css.readers}>
        {notice.readers.map((reader) => (
          <div key={`${reader.role} ${reader.whose}`}>
            <dt>{i18n._(readerWords(reader))}</dt>
            <dd>{i18n._(sightWords[reader.sees])}</dd>
          </div>
        ))}
      </dl>
      {coming && (
        <p className={css.strong}>
          <Trans>
            From {date.dayTime(coming.from)} on: {next}.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          Everybody sees who looked at the own figures, in the menu under “Who saw my figures”.
        </Trans>
      </p>
      <p>
        {notice.leaderboard ? (
          <Trans>There is a leaderboard. Only who joins it stands on it.</Trans>
        ) : (
          <Trans>There is no leaderboard.</Trans>
        )}
      </p>
    </Part>
  );
}

function Rules({ notice }: { notice: Notice }) {
  const { t } = useLingui();
  const words = useWords();
  const named = useNamed();
  return (
    <Part title={t`Which rules count`}>
      {notice.quotas.length === 0 && <p>{t`No quota asks anything of you today.`}</p>}
      <ul className={css.points}>
        {notice.quotas.map(({ quota_id, name, rule }) => (
          <li key={quota_id}>
            <bdi className={css.strong}>{name}</bdi>: {ruleWords(rule, named.outcome, words)}.
          </li>
        ))}
      </ul>
      <p>
        <Trans>
          Holidays, leave, part time and the first weeks of somebody new lower what is asked, unless
          a quota says otherwise. A verdict about a period is a proposal until a named person has
          confirmed it.
        </Trans>
      </p>
    </Part>
  );
}

function Contacts({ notice }: { notice: Notice }) {
  const { t } = useLingui();
  return (
    <Part title={t`Whom to ask`}>
      {notice.contact && <p className={css.prose}>{notice.contact}</p>}
      <ul className={css.points}>
        {notice.admins.map(({ name, email }) => (
          <li key={email}>
            <bdi>{name}</bdi>, <bdi>{email}</bdi>
          </li>
        ))}
      </ul>
      {notice.ground && (
        <>
          <h3 className={css.strong}>{t`On what ground`}</h3>
          <p className={css.prose}>{notice.ground}</p>
        </>
      )}
    </Part>
  );
}

/** What is recorded about me, who sees it, and for how long: to read and to print. */
export default function NoticePage() {
  const { t } = useLingui();
  const { date } = useFormat();
  const query = useQuery(noticeQuery());
  const { day, company } = query.data ?? {};
  return (
    <article className={css.notice}>
      <PageHead
        title={t`What is recorded about people who sell`}
        line={
          company !== undefined &&
          day !== undefined && (
            <>
              <bdi>{company}</bdi>, {date.dayLong(day)} {date.year(day)}
            </>
          )
        }
        end={
          <Button variant="default" className={css.screenOnly} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      />
      <QueryCard query={query} label={t`Notice`} shapes={[60, 90, 60]}>
        {(notice) => (
          <>
            <Recorded notice={notice} />
            <Readers notice={notice} />
            <Rules notice={notice} />
            <Contacts notice={notice} />
          </>
        )}
      </QueryCard>
    </article>
  );
}
