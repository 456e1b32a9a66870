// A word on an answer that is not the right one: why not. Texts are in the notation of `rich`; values come in, words go out.

import { newsOf } from '../explain/index.ts';
import { capital, listed } from '../grammar.ts';
import { thing } from './asked.ts';
import type { Remark } from './question.ts';

/** Why a choice is not right. */
export function remarkText(remark: Remark): string {
  switch (remark.why) {
    case 'taken':
      return `In ${remark.state} the ${remark.by} would take ${thing(remark.name)} as well. In this run it is not what comes.`;
    case 'refused':
      return `In ${remark.state} the ${remark.by} would refuse ${thing(remark.name)}, with \`unexpected_message\`.`;
    case 'not connected':
      return `The ${remark.from} is not connected yet.`;
    case 'no fault':
      return `The ${remark.from} has found nothing to refuse.`;
    case 'could be':
      return 'That could be, but in this run it is not what comes.';
    case 'busy':
      return `The ${remark.who} waits for nothing just now: it has ${thing(remark.with)} to answer.`;
    case 'waits':
      return `The ${remark.who} waits for ${listed(remark.waitsFor.map(thing), 'or')}.`;
    case 'second':
      return `The ${remark.who} might speak by now, but in this run the other side is first.`;
    case 'in the clear':
      return 'Nothing protects it: whoever sees it go by can read it.';
    case 'sealed':
      return 'It is sealed, and nobody on the wire has the key.';
    case 'type shown':
      return 'In TLS 1.2 the header of a sealed record still says of which type it is.';
    case 'type hidden':
      return 'In TLS 1.3 the header of every sealed record says `application_data`, whatever is inside.';
    case 'arrives':
      return `It does arrive, and the ${remark.who} reads it.`;
    case 'never arrives':
      return `The ${remark.who} never gets to read it.`;
    case 'finds fault':
      return `A check of the ${remark.who} fails.`;
    case 'finds no fault':
      return `By then no check of the ${remark.who} has failed.`;
    case 'means':
      return `\`${remark.alert}\` would say to the other side: ${newsOf(remark.alert)}.`;
    case 'sees otherwise':
      return capital(sightInstead[remark.instead](remark.of));
    case 'stands':
      return remark.sides
        .map(({ who, connected, state }) =>
          connected ? `The ${who} is connected by then.` : `The ${who} is not connected by then: it ${state}.`,
        )
        .join(' ');
  }
}

const sightInstead = {
  alert: (of: string) => `the alert comes, and the ${of} can read it.`,
  garbled: (of: string) => `something comes to the ${of}, but it can’t make anything of it.`,
  broken: (of: string) => `the ${of} writes before it reads, and by then the connection is reset.`,
  cut: (of: string) => `no alert comes to the ${of}; the connection ends.`,
};
