// The few drawn signs of the controls. Each is decoration beside a name.

import type { ReactNode } from 'react';

function Sign({ children, name }: { readonly children: ReactNode; readonly name: string }) {
  return (
    <svg className={`sign sign-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  );
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const BackSign = () => (
  <Sign name="back">
    <path d="M10 3.5 5.5 8l4.5 4.5" {...stroke} />
  </Sign>
);

export const ForwardSign = () => (
  <Sign name="forward">
    <path d="M6 3.5 10.5 8 6 12.5" {...stroke} />
  </Sign>
);

export const PlaySign = () => (
  <Sign name="play">
    <path d="M4.5 2.5v11l9-5.5z" fill="currentColor" />
  </Sign>
);

export const AgainSign = () => (
  <Sign name="again">
    <path d="M12.4 10.6A5 5 0 1 1 12 5.2M12.6 2v3.6H9" {...stroke} />
  </Sign>
);

export const PauseSign = () => (
  <Sign name="pause">
    <path d="M4 3h3v10H4zM9 3h3v10H9z" fill="currentColor" />
  </Sign>
);

export const PassedSign = () => (
  <Sign name="passed">
    <path d="M3 8.5 6.5 12 13 4.5" {...stroke} />
  </Sign>
);

export const FailedSign = () => (
  <Sign name="failed">
    <path d="m4 4 8 8m0-8-8 8" {...stroke} strokeWidth={2.4} />
  </Sign>
);

export const WarnedSign = () => (
  <Sign name="warned">
    <path d="M8 2.5 14.5 13.5h-13zM8 6.8v3M8 11.9v0" {...stroke} strokeWidth={1.5} />
  </Sign>
);

export const SkippedSign = () => (
  <Sign name="skipped">
    <path d="M4 8h8" {...stroke} />
  </Sign>
);

export const OpenSign = () => (
  <Sign name="open">
    <circle cx="8" cy="8" r="3" {...stroke} />
  </Sign>
);
