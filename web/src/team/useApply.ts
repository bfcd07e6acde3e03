import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FaultAt } from '../api/fault';
import { newKey } from '../api/newKey';
import { applyDefinitions } from '../api/setUpCalls';
import type { Definitions } from '../api/setUpTypes';

/** The server took the document and refused something in it. */
export class Refused extends Error {
  readonly faults: readonly FaultAt[];

  constructor(faults: readonly FaultAt[]) {
    super('refused');
    this.name = 'Refused';
    this.faults = faults;
  }
}

/** The same body is sent with the same key, so that trying again after no answer is safe. */
export function useKeyOf(): (body: unknown) => string {
  const sent = useRef({ body: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, key: newKey() };
    return sent.current.key;
  };
}

/** Sends what has changed; every figure may follow from it, so that all are asked anew. */
export function useApply(onDone?: () => void) {
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: async (document: Definitions) => {
      const applied = await applyDefinitions(document, keyOf(document));
      if (applied.faults.length > 0) throw new Refused(applied.faults);
      return applied;
    },
    onSuccess: () => onDone?.(),
    // Also after a fault: without an answer nobody knows what was stored.
    onSettled: () => queries.invalidateQueries(),
  });
}
