export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden focusable="false">
      <rect width="26" height="26" rx="6" fill="var(--ink)" />
      <rect x="5" y="6" width="10" height="3.4" rx="1" fill="#8d949c" />
      <rect x="5" y="11.3" width="16" height="3.4" rx="1" fill="var(--card)" />
      <rect x="5" y="16.6" width="8" height="3.4" rx="1" fill="#8d949c" />
      <rect x="15.6" y="4" width="2.2" height="18" rx="1" fill="#7fa5ff" />
    </svg>
  );
}
