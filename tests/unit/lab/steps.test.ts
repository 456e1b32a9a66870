// Which moments belong to which step.

import { describe, expect, it } from 'vitest';
import { honestCast } from '../../../src/lab/cast.ts';
import { Conversation } from '../../../src/lab/conversation.ts';
import { defaultScenario, run, type Scenario, type Step, supply, type Timeline } from '../../../src/lab/index.ts';
import { rewording } from '../../../src/lab/mischief/tap.ts';
import { ghostsOf, stepsOf } from '../../../src/lab/steps.ts';
import type { Insight, Role } from '../../../src/tls/index.ts';
import { secretName } from '../../../src/tls/keys/index.ts';
import { tls12 } from '../../../src/tls/tls12/index.ts';

await supply();

const scenario = (change: Partial<Scenario>): Scenario => ({ ...defaultScenario, ...change });
const usual = run(defaultScenario);

function stepOf(timeline: Timeline, from: Role, name: string): Step {
  const found = timeline.steps.find((step) => step.from === from && step.name === name);
  if (!found) throw new Error(`no step ${from} ${name}`);
  return found;
}

/** What one side told in a step, by kind and name. */
function told(timeline: Timeline, step: Step, who: Role): string[] {
  return step.moments.flatMap((at) => {
    const moment = timeline.moments[at];
    return moment?.who === who ? [`${moment.insight.kind} ${detail(moment.insight)}`.trim()] : [];
  });
}

function detail(insight: Insight): string {
  if (insight.kind === 'said' || insight.kind === 'heard') return insight.message.name;
  if (insight.kind === 'chose' || insight.kind === 'check' || insight.kind === 'ignored') return insight.what;
  if (insight.kind === 'secret') return secretName(insight.secret.id);
  if (insight.kind === 'keys') return `${insight.epoch} ${insight.direction}`;
  return insight.kind === 'state' ? insight.name : '';
}

describe('what comes of a record that neither side has sent', () => {
  it('goes with the step that it fell into', () => {
    const timeline = run(scenario({ mischief: [{ id: 'alert-injected' }] }));
    expect(told(timeline, stepOf(timeline, 'client', 'ClientHello'), 'client')).not.toContain('alert');
    expect(told(timeline, stepOf(timeline, 'server', 'ServerHello'), 'client')).toEqual(
      expect.arrayContaining(['opened', 'alert', 'closed']),
    );
  });
});

describe('own work', () => {
  it('goes with the message that set it off', () => {
    const hello = stepOf(usual, 'client', 'ClientHello');
    expect(told(usual, hello, 'server')).toEqual(
      expect.arrayContaining(['heard ClientHello', 'chose suite', 'chose group']),
    );
    expect(told(usual, stepOf(usual, 'server', 'Certificate'), 'client')).toEqual([
      'opened',
      'heard Certificate',
      'verdict',
      'state WAIT_CV',
    ]);
    expect(told(usual, stepOf(usual, 'client', 'Certificate'), 'server')).toContain('verdict');
    expect(told(usual, stepOf(usual, 'client', 'CertificateVerify'), 'server')).toContain('check signature');
  });

  it('after a message goes with that message', () => {
    const hello = stepOf(usual, 'server', 'ServerHello');
    for (const who of ['client', 'server'] as const) {
      expect(told(usual, hello, who)).toEqual(
        expect.arrayContaining(['secret handshake_secret', 'keys handshake read', 'keys handshake write']),
      );
    }
    expect(told(usual, stepOf(usual, 'server', 'Finished'), 'server')).toContain('keys application write');
    expect(told(usual, stepOf(usual, 'client', 'Finished'), 'client')).toContain('connected');
  });

  it('goes with the message that it prepares, when it is a choice for it', () => {
    expect(told(usual, stepOf(usual, 'client', 'Certificate'), 'client')).toEqual([
      'chose certificate',
      'said Certificate',
      'sealed',
    ]);
    expect(told(usual, stepOf(usual, 'client', 'CertificateVerify'), 'client')).toEqual([
      'chose scheme',
      'said CertificateVerify',
      'sealed',
      // What its Finished will be made with.
      'secret client finished_key',
      'secret client verify_data',
    ]);
  });
});

describe('phases', () => {
  it('follow the messages', () => {
    const phases = usual.steps.map(({ phase }) => phase);
    expect(phases).toEqual([
      ...Array<string>(2).fill('negotiation'),
      ...Array<string>(5).fill('server authentication'),
      ...Array<string>(3).fill('client authentication'),
      ...Array<string>(4).fill('application data'),
    ]);
  });

  it('of an alert is the phase of what it answers', () => {
    const refused = run(scenario({ mischief: [{ id: 'bad-signature' }] }));
    expect(stepOf(refused, 'server', 'alert decrypt_error').phase).toBe('client authentication');
  });

  it('know no client authentication where there is none', () => {
    const phases = run(scenario({ clientAuthentication: 'off' })).steps.map(({ phase }) => phase);
    expect(phases).not.toContain('client authentication');
  });
});

describe('records', () => {
  it('that several messages share go with the first of them, and each message is still heard in its own step', () => {
    const timeline = run(scenario({ coalesced: true }));
    const extensions = stepOf(timeline, 'server', 'EncryptedExtensions');
    expect(told(timeline, extensions, 'server')).toContain('sealed');
    expect(told(timeline, extensions, 'client')).toContain('opened');
    const certificate = stepOf(timeline, 'server', 'Certificate');
    expect(told(timeline, certificate, 'server')).toEqual(['said Certificate']);
    expect(told(timeline, certificate, 'client')).toEqual(['heard Certificate', 'verdict', 'state WAIT_CV']);
  });
});

describe('a message that goes by in the place of data', () => {
  const afterFinished = (patch: Partial<Scenario>) => {
    const { steps } = run(scenario(patch));
    const last = steps.map(({ name }) => name).lastIndexOf('Finished');
    return steps.slice(last + 1).map(({ kind, from, name, phase }) => [kind, from, name, phase]);
  };
  const data = 'application data';

  it('is the step that the other side heard', () => {
    expect(afterFinished({ version: '1.2', mischief: [{ id: 'hello-request' }] }).slice(0, 4)).toEqual([
      ['data', 'client', data, data],
      ['message', 'server', 'HelloRequest', data],
      // The two cross: the server has spoken before it hears the answer.
      ['data', 'server', data, data],
      ['alert', 'client', 'alert no_renegotiation', data],
    ]);
    expect(afterFinished({ version: '1.2', mischief: [{ id: 'renegotiation' }] })[0]).toEqual([
      'message',
      'client',
      'ClientHello',
      data,
    ]);
  });

  it('has the name of its type where the version has none for it', () => {
    const steps = afterFinished({ mischief: [{ id: 'hello-request' }] });
    expect(steps[1]).toEqual(['message', 'server', 'hello_request', data]);
  });
});

describe('a message that was taken out of a shared record', () => {
  it('was not heard, and those behind it are heard in their own steps', () => {
    const cast = honestCast(scenario({ version: '1.2', coalesced: true }), { tls12 });
    const tap = rewording('CertificateRequest', '1.2', () => undefined);
    const { moments } = Conversation.of({ ...cast, tap }).toTheEnd();
    const heard = stepsOf(moments).map((step) => {
      const moment = moments[step.heard ?? -1];
      const name = moment && 'insight' in moment && moment.insight.kind === 'heard' && moment.insight.message.name;
      return [step.name, name];
    });
    expect(heard.slice(1, 6)).toEqual([
      ['ServerHello', 'ServerHello'],
      ['Certificate', 'Certificate'],
      ['ServerKeyExchange', 'ServerKeyExchange'],
      ['CertificateRequest', undefined],
      ['ServerHelloDone', 'ServerHelloDone'],
    ]);
  });
});

describe('ghosts', () => {
  const step = (from: Role, name: string): Step => ({
    number: 1,
    kind: 'message',
    name,
    from,
    phase: 'negotiation',
    moments: [],
    said: 0,
  });
  const plan = [step('client', 'A'), step('server', 'B'), step('client', 'B'), step('server', 'C')];

  it('begin after the last step that both runs have', () => {
    expect(ghostsOf([step('client', 'A'), step('client', 'B'), step('server', 'X')], plan)).toEqual(plan.slice(3));
    expect(ghostsOf([step('server', 'X')], plan)).toEqual(plan);
    expect(ghostsOf(plan, plan)).toEqual([]);
  });
});

it('has no steps when nothing happens', () => {
  expect(stepsOf([])).toEqual([]);
});
