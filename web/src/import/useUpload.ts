// Sends a file part after part. A lost network only delays it: the part is tried again until it has come.
import { useEffect, useRef, useState } from 'react';
import { ApiFault } from '../api/fault';
import { sendPart, type Import } from '../api/importCalls';
import { newKey } from '../api/newKey';

const again_ms = 2_000;
const too_often = 429;
const server_away = 500;

export interface Upload {
  sent: number;
  /** No answer came: the part is tried again. */
  waiting: boolean;
  error: unknown;
}

const isPassing = (error: unknown) =>
  !(error instanceof ApiFault) ||
  error.problem.status >= server_away ||
  error.problem.status === too_often;

const pause = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, again_ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

export function useUpload() {
  const [upload, setUpload] = useState<Upload | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function sendUntilThere(one: Import, part: number, bytes: Blob, signal: AbortSignal) {
    const key = newKey();
    while (!signal.aborted) {
      try {
        return await sendPart(one.import_id, part, bytes, key, signal);
      } catch (error) {
        if (signal.aborted || !isPassing(error)) throw error;
        setUpload((now) => now && { ...now, waiting: true });
        await pause(signal);
      }
    }
    return undefined;
  }

  /** Returns whether the whole file has come. */
  async function send(one: Import, file: File): Promise<boolean> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const { signal } = abort;
    setUpload({ sent: 0, waiting: false, error: null });
    try {
      for (let from = 0, part = 0; from < file.size; from += one.part_bytes, part += 1) {
        const to = Math.min(from + one.part_bytes, file.size);
        await sendUntilThere(one, part, file.slice(from, to), signal);
        if (signal.aborted) return false;
        setUpload({ sent: to, waiting: false, error: null });
      }
      setUpload(null);
      return true;
    } catch (error) {
      if (!signal.aborted) setUpload({ sent: 0, waiting: false, error });
      return false;
    }
  }

  function stop(): void {
    running.current?.abort();
    setUpload(null);
  }

  return { upload, send, stop };
}
