import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { endQuota, quotaTagQuery } from '../../api/quotaCalls';
import type { Quota } from '../../api/types';
import { Agreed } from './Agreed';
import { AmountFields } from './AmountFields';
import { bodyOf, type FieldsProps } from './draft';
import css from './editor.module.css';
import { Faults } from './Faults';
import { Preview } from './Preview';
import { RuleFields } from './RuleFields';
import { SubjectFields } from './SubjectFields';
import { useQuotaAct, useStoreQuota } from './useQuotaEditor';

function End({ quota, tag, onDone }: { quota: Quota; tag: string | null; onDone: () => void }) {
  const end = useQuotaAct(endQuota);
  return (
    <>
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate({ quota: quota.key, tag }, { onSuccess: onDone })}
      >
        <Trans>End with this period</Trans>
      </Button>
      <Faults error={end.error} />
    </>
  );
}

export function QuotaForm({
  draft,
  quota,
  onChange,
  onCopy,
  onDone,
}: FieldsProps & { quota: Quota | null; onCopy: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const { data: tag = null, isLoading } = useQuery(quotaTagQuery(quota?.key));
  const store = useStoreQuota(quota === null, tag, onDone);
  const body = bodyOf(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body) store.mutate(body);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.fields}>
        <AmountFields draft={draft} isNew={quota === null} onChange={onChange} />
        <SubjectFields draft={draft} onChange={onChange} />
        <RuleFields draft={draft} onChange={onChange} />
      </div>
      <div className={css.fields}>
        <Preview draft={draft} />
        {quota && <Agreed quota={quota.key} />}
        <Faults error={store.error} />
        <div className={css.foot}>
          <Button type="submit" loading={store.isPending} disabled={body === null || isLoading}>
            {quota === null ? t`Set the quota` : t`Change the quota`}
          </Button>
          {quota && (
            <Button variant="default" onClick={onCopy}>
              <Trans>Make a copy</Trans>
            </Button>
          )}
          {quota && quota.subjects.length > 0 && <End quota={quota} tag={tag} onDone={onDone} />}
        </div>
      </div>
    </form>
  );
}
