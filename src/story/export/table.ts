// A run as JSON and as CSV: what is in them says docs/timeline.schema.json. It must not know what any value means.

import type { Timeline } from '../../lab/index.ts';
import type { About } from './about.ts';
import { type StepData, timelineData } from './timeline-data.ts';

/** The timeline as JSON, indented. */
export function toJson(timeline: Timeline, about: About): string {
  return `${JSON.stringify(timelineData(timeline, about), null, 2)}\n`;
}

const columns: Readonly<Record<string, (step: StepData, wire: ReadonlyMap<number, number>) => string | number>> = {
  step: ({ number }) => number,
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  from: ({ from }) => from,
  phase: ({ phase }) => phase,
  protection: ({ protection }) => protection,
  read: ({ read }) => String(read),
  message_bytes: ({ message }) => (message === undefined ? '' : message.length / 2),
  records: ({ records }) => records.join(' '),
  record_bytes: ({ records }, wire) => records.reduce((sum, number) => sum + (wire.get(number) ?? 0), 0),
  caption: ({ caption = '' }) => caption,
  interference: ({ interference = '' }) => interference,
  refusal: ({ events }) => events.find(({ kind }) => kind === 'fault')?.because ?? '',
};

/** One line for each step, after one with the names of the columns: RFC 4180. */
export function toCsv(timeline: Timeline, about: About): string {
  const { steps, records } = timelineData(timeline, about);
  const wire = new Map(records.map(({ number, bytes }) => [number, bytes.length / 2]));
  const lines = steps.map((step) => Object.values(columns).map((value) => cell(value(step, wire))));
  return [Object.keys(columns), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula gets an apostrophe: names in certificates are anybody’s. */
function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
