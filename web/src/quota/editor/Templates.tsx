import { Button } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { applyTemplate, templatesQuery } from '../../api/quotaCalls';
import type { Template } from '../../api/types';
import { useSession } from '../../session/useSession';
import { Card, CardEmpty } from '../../ui';
import css from './editor.module.css';
import { Faults } from './Faults';
import { useQuotaAct } from './useQuotaEditor';

const TRADES: Record<string, MessageDescriptor> = {
  software: msg`Software`,
  'financial-planning': msg`Financial planning`,
  insurance: msg`Insurance`,
  'retail-banking': msg`Retail banking`,
};

function Trade({ template }: { template: Template }) {
  const { i18n } = useLingui();
  const take = useQuotaAct(applyTemplate);
  const trade = TRADES[template.name];
  return (
    <li className={css.template}>
      <h3 className={css.name}>{trade ? i18n._(trade) : template.name}</h3>
      <ul className={css.templateList}>
        {template.quotas.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          variant="default"
          loading={take.isPending}
          onClick={() => take.mutate(template.name)}
        >
          <Trans>Begin with these</Trans>
        </Button>
      </div>
      <Faults error={take.error} />
    </li>
  );
}

/** No quota yet: begin with those of a trade, or with one of one's own. */
export function Templates({ onOwn }: { onOwn: () => void }) {
  const { t } = useLingui();
  const { user } = useSession();
  const templates = useQuery(templatesQuery()).data?.items ?? [];
  const mayTake = user.role === 'admin';
  return (
    <Card label={t`Quotas`}>
      <CardEmpty
        missing={t`No quota yet.`}
        then={
          mayTake
            ? t`Begin with what others of your trade ask, and change the amounts; or set one of your own.`
            : t`Set one, and each rep sees from the first activity on where it stands.`
        }
        action={
          <Button onClick={onOwn}>
            <Trans>Set the first quota</Trans>
          </Button>
        }
      />
      {mayTake && (
        <ul className={css.templates}>
          {templates.map((template) => (
            <Trade key={template.name} template={template} />
          ))}
        </ul>
      )}
    </Card>
  );
}
