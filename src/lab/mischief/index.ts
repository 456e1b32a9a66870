// Everything that can go wrong and has no switch of its own on the page, in the order of the menu, and a client that writes before it
// reads. A page loads it when somebody wants
// to see it.

import type { Entry } from '../catalogue/entry.ts';
import { attacks } from './attacks.ts';
import { clientCertificates } from './client-certificates.ts';
import { flip } from './flip.ts';
import { flow } from './flow.ts';
import { negotiation } from './negotiation.ts';
import { possession } from './possession.ts';
import { protection } from './protection.ts';
import { revocation } from './revocation.ts';
import { serverCertificates } from './server-certificates.ts';
import { settings } from './settings.ts';
import { virtualHosts } from './virtual-hosts.ts';

export { eager } from '../eager.ts';
export { flawIn } from './flaws.ts';

export const mischief: readonly Entry[] = [
  ...clientCertificates,
  ...serverCertificates,
  ...revocation,
  ...settings,
  ...virtualHosts,
  ...possession,
  ...negotiation,
  ...flow,
  ...protection,
  ...attacks,
  flip,
];
