// Half of a question: what somebody brought is judged, and what nobody brought is the demo's and must not be what fails. Pure. It must not
// know files.

import type { Warning } from './answer.ts';
import type { Own } from './own.ts';

/** What a run starts from: CAs that there is nothing to try on are put aside, since the demo’s server is none of theirs. */
export function halved(own: Own): { readonly own: Own; readonly warnings: readonly Warning[] } {
  if (!own.client.trusts || own.server.shows) return { own, warnings: [] };
  const { trusts: _, ...client } = own.client;
  return { own: { ...own, client }, warnings: [{ what: 'trust untried' }] };
}
