// What each deed is called above its lines.

import type { Deed } from './setting.ts';

export const deedNames: Readonly<Record<Deed, string>> = {
  show: 'Which certificate it shows',
  trust: 'Whom it trusts',
  'partial chains': 'To stop at a trusted intermediate',
  demand: 'To demand a certificate',
  ask: 'Only to ask for a certificate',
  depth: 'How deep it verifies',
  lists: 'Lists of revoked certificates',
  name: 'Which name it looks for',
  versions: 'Which versions it speaks',
  schemes: 'Which signatures it takes',
  issue: 'To have a certificate issued',
  pair: 'To see whether key and certificate belong together',
  look: 'To look into a certificate',
};
