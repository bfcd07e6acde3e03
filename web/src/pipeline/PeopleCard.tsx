import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changePeople } from '../api/pipelineCalls';
import type { Part } from '../api/pipelineTypes';
import { useFoundContacts } from '../contact/useFoundContacts';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { Item, type OfOpportunity, Trouble } from './CardParts';
import { partWords } from './eventWords';
import { useEdit } from './useEdit';

const parts: readonly Part[] = ['decision_maker', 'influencer', 'user'];

function PersonForm({ opportunity }: OfOpportunity) {
  const { t, i18n } = useLingui();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState<Part>('decision_maker');
  const { contacts } = useFoundContacts(typed);
  const found = typed.trim() === '' ? [] : contacts;
  return (
    <>
      <div className={form.end}>
        <TextInput
          aria-label={t`Find a contact`}
          placeholder={t`Find a contact`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t`Part`}
          value={part}
          onChange={(event) =>
            setPart(parts.find((each) => each === event.currentTarget.value) ?? 'user')
          }
          data={parts.map((value) => ({ value, label: i18n._(partWords[value]) }))}
        />
      </div>
      <ul className={form.list}>
        {found.map(({ contact_id, name, account_name }) => (
          <Item key={contact_id} name={name} line={account_name ?? undefined}>
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={() =>
                edit(
                  `${contact_id} ${part}`,
                  (of) => changePeople(of, [{ contact_id, part }]),
                  () => setTyped(''),
                )
              }
            >
              <Trans>Add</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <Trouble words={trouble} />
    </>
  );
}

/** Who has a part in the decision. */
export function PeopleCard({ opportunity }: OfOpportunity) {
  const { t, i18n } = useLingui();
  const { edit, busy } = useEdit(opportunity);
  return (
    <Card title={t`People`}>
      <ul className={form.list}>
        {opportunity.people.map(({ contact, part }) => (
          <Item
            key={contact.contact_id}
            name={
              <Link to="/contacts/$contact" params={{ contact: contact.contact_id }}>
                {contact.name}
              </Link>
            }
            line={i18n._(partWords[part])}
          >
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() =>
                edit(`off ${contact.contact_id}`, (of) =>
                  changePeople(of, [{ contact_id: contact.contact_id, part: null }]),
                )
              }
            >
              <Trans>Take off</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <PersonForm opportunity={opportunity} />
    </Card>
  );
}
