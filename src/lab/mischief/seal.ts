// Seals: what a side puts into its protected records, with the real keys. It must not know single entries.

import type { CommonConfig, Seams } from '../../tls/index.ts';

type Seal = NonNullable<Seams['seal']>;

/** The same configuration, but what its protected records hold is changed. What other seals do to it comes first. */
export function sealed<C extends CommonConfig>(config: C, change: Seal): C {
  const before = config.seams?.seal;
  return {
    ...config,
    seams: { ...config.seams, seal: (inner) => change({ ...inner, ...before?.(inner) }) },
  };
}
