/** Tries again when the network or the reader comes back, and after every pause; returns how to stop. */
export function keepTrying(attempt: () => void, pause_ms: number): () => void {
  const attemptIfVisible = () => document.visibilityState === 'visible' && attempt();
  const timer = setInterval(attempt, pause_ms);
  window.addEventListener('online', attempt);
  document.addEventListener('visibilitychange', attemptIfVisible);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', attempt);
    document.removeEventListener('visibilitychange', attemptIfVisible);
  };
}
