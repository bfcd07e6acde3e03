import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { looksQuery } from '../api/queries';
import type { Look } from '../api/types';
import { useFormat } from '../format';
import { useRoleWord } from '../session/useRoleWord';
import { CardEmpty, ExportLinks, PageHead, QueryCard } from '../ui';
import css from './fair.module.css';
import { looksByDay, lookWords } from './lookWords';

function LookRow({ look }: { look: Look }) {
  const { t, i18n } = useLingui();
  const role = useRoleWord();
  const { date } = useFormat();
  const { count } = look;
  const name = look.viewer_id === null ? t`The system itself` : look.viewer_name;
  return (
    <li className={css.look}>
      <p className={css.lookWho}>
        <bdi className={css.strong}>{name}</bdi>
        {look.viewer_id !== null && <span className={css.dim}>{role(look.viewer_role)}</span>}
      </p>
      <p>{i18n._(lookWords[look.what])}</p>
      <p className={css.dim}>
        {plural(count, { one: '# time', other: '# times' })},{' '}
        <Trans>
          last at <time dateTime={look.last_at}>{date.time(look.last_at)}</time>
        </Trans>
      </p>
    </li>
  );
}

/** Who saw my figures? */
export default function LooksPage() {
  const { t } = useLingui();
  const { date } = useFormat();
  const query = useQuery(looksQuery());
  return (
    <>
      <PageHead
        title={t`Who saw my figures`}
        line={
          <Trans>
            Everybody who opened your figures, except you. The same again within five minutes counts
            once; rows are kept for a year.
          </Trans>
        }
      />
      <QueryCard query={query} label={t`Who saw my figures`} shapes={[40, 40, 40]}>
        {({ items }) =>
          items.length === 0 ? (
            <CardEmpty
              missing={t`Nobody has looked at your figures.`}
              then={t`When a manager opens them, it stands here a second later.`}
            />
          ) : (
            looksByDay(items).map(({ day, looks }) => (
              <section key={day} className={css.day}>
                <h2 className={css.dayHead}>{date.dayLong(day)}</h2>
                <ul>
                  {looks.map((look) => (
                    <LookRow key={`${look.viewer_id} ${look.what}`} look={look} />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </QueryCard>
      <ExportLinks table="looks" asked={{ rep: 'me' }} />
    </>
  );
}
