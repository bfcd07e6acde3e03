import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kind } from '../api/types';
import { emptyDraft, type Draft } from './draft';
import { useSave } from './useSave';

const save = vi.fn();
vi.mock('./OutboxProvider', () => ({ useOutbox: () => ({ save, discard: vi.fn() }) }));

const call = {
  kind: 'call',
  client_facing: true,
  outcomes: [],
  has_duration: false,
} as unknown as Kind;
const petar = { contact_id: '101', name: 'Petar Iliev', account_name: null };

/** The form as it is before the page has drawn anew what `change` was told. */
function openForm() {
  const change = vi.fn<(part: Partial<Draft>) => void>();
  const draft = { value: emptyDraft('call', null), kind: call, change };
  const onClose = vi.fn();
  const { result } = renderHook(() => useSave({ draft, start: {}, onClose }));
  return { form: result.current, change, onClose };
}

describe('saving', () => {
  beforeEach(() => save.mockClear());

  it('knows who was found when Enter comes before the page has shown it', async () => {
    const { form, change, onClose } = openForm();
    form.resolve(Promise.resolve(petar));
    await act(async () => {});
    expect(change).toHaveBeenCalledWith({ who: petar });
    await act(async () => expect(form.save()).toBeNull());
    expect(onClose).toHaveBeenCalledOnce();
    expect(save.mock.calls).toMatchObject([[{ who: petar }, call]]);
  });

  it('forgets whom it looked for when somebody else is wanted', async () => {
    const { form, change, onClose } = openForm();
    form.resolve(Promise.resolve(petar));
    form.resolve(null);
    await act(async () => {});
    expect(change.mock.calls).toEqual([[{ who: null }]]);
    act(() => expect(form.save()).toBe('who'));
    expect(onClose).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  });
});
