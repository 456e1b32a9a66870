// What a link leads to, in the form that was asked for. It writes nothing.

import { keyLog } from '../../src/lab/export/index.ts';
import { type Exhibit, fromLink, opensAt, runSupplied, type Timeline, toLink } from '../../src/lab/index.ts';
import {
  type About,
  toCsv,
  toJson,
  toMarkdown,
  toMermaid,
  toPcapng,
  toPlantUml,
  toScript,
} from '../../src/story/export/index.ts';
import { summary, textOf, toModel } from '../../src/story/index.ts';
import { tellAll } from '../../src/ui/export/telling.ts';
import { wrongWithLink } from '../../src/words/links.ts';
import { fetchTitles } from '../../src/words/titles.ts';
import type { Ending, ExportFlags } from './flags.ts';
import { type Frame, gifOf, pngOf, svgOf } from './picture.ts';
import { ExportError } from './usage.ts';

/** What of a link changes nothing in a file, but is no mistake. */
const heeded = [
  ...[
    'lens',
    'unit',
    'captions',
    'tab',
    'depth',
    'theme',
    'show',
    'lock',
    'from',
    'to',
    'auto',
    'loop',
    'fit',
    'present',
  ],
] as const;

interface Shown {
  readonly exhibit: Exhibit;
  readonly timeline: Timeline;
  readonly about: About;
  readonly flags: ExportFlags;
}

/** @throws ExportError with what is wrong with the link, or why the picture can't be had */
export async function made(flags: ExportFlags): Promise<string | Uint8Array> {
  const exhibit = await exhibitAt(flags.link);
  await fetchTitles();
  const timeline = await runSupplied(exhibit.scenario);
  const link = `${flags.page ?? ''}${toLink({ scenario: exhibit.scenario, ...(exhibit.step !== undefined && { step: exhibit.step }) })}`;
  const about = { run: textOf(summary(exhibit.scenario, timeline)), link };
  return writers[flags.as]({ exhibit, timeline, about, flags });
}

async function exhibitAt(link: string): Promise<Exhibit> {
  const read = await fromLink(link, [...heeded] as Parameters<typeof fromLink>[1]);
  const wrong = wrongWithLink(read);
  if (!read.ok || wrong.length > 0) throw new ExportError(wrong.join(' '));
  return read;
}

const writers: Readonly<Record<Ending, (shown: Shown) => string | Uint8Array | Promise<string | Uint8Array>>> = {
  svg: (shown) => svgOf(modelOf(shown), frameOf(shown)),
  png: (shown) => pngOf(modelOf(shown), frameOf(shown), shown.flags.scale),
  gif: (shown) => gifOf(rangeOf(shown), frameOf(shown), shown.flags.scale, shown.flags.seconds),
  pcapng: ({ timeline, about }) => toPcapng(timeline, about),
  keylog: ({ timeline }) => keyLog(timeline),
  mmd: (shown) => toMermaid(modelOf(shown), shown.about.run),
  puml: (shown) => toPlantUml(modelOf(shown), shown.about.run),
  md: async (shown) => toMarkdown(modelOf(shown), await tellAll(shown.timeline, shown.exhibit.view?.lens), shown.about),
  csv: ({ timeline, about }) => toCsv(timeline, about),
  json: ({ timeline, about }) => toJson(timeline, about),
  sh: ({ timeline, about }) => {
    const script = toScript(timeline, about);
    if (!script.ok) throw new ExportError(script.why);
    return script.text;
  },
};

/** What the page shows: at the step of the link, or where it opens by itself. */
function modelOf({ exhibit: { step, view }, timeline }: Shown) {
  return toModel(timeline, step ?? opensAt(timeline), view);
}

/** What the page shows at each step of a range, both ends included. */
function rangeOf({ exhibit: { view }, timeline, flags }: Shown) {
  const last = timeline.steps.length;
  const from = flags.from ?? view?.from ?? 1;
  const to = flags.to ?? Math.min(view?.to ?? last, last);
  if (from > to || to > last)
    throw new ExportError(`There is no way from step ${from} to step ${to}: this run has steps 1 to ${last}.`);
  return Array.from({ length: to - from + 1 }, (_, at) => toModel(timeline, from + at, view));
}

function frameOf({ exhibit: { view }, about, flags }: Shown): Frame {
  const { theme = 'system', captions = true } = view ?? {};
  return {
    width: flags.width,
    theme: flags.theme ?? (theme === 'system' ? 'light' : theme),
    captions,
    title: about.run,
  };
}
