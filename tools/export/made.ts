// What a link leads to, in the form that was asked for. It writes nothing.

import process from 'node:process';
import type { Model } from '../../src/diagram/index.ts';
import { keyLog } from '../../src/lab/export/index.ts';
import {
  type Exhibit,
  fromLink,
  linkParts,
  opensAt,
  runSupplied,
  stepNumberAt,
  type Timeline,
  toLink,
} from '../../src/lab/index.ts';
import { besideCursor, compared } from '../../src/story/compare/index.ts';
import {
  type About,
  fencedMermaid,
  toCsv,
  toJson,
  toMarkdown,
  toMermaid,
  toPcapng,
  toPlantUml,
  toScript,
} from '../../src/story/export/index.ts';
import { summary, textOf, toModel } from '../../src/story/index.ts';
import { groundOf, onGround } from '../../src/ui/compare/ground.ts';
import { holdsBoth } from '../../src/ui/export/room.ts';
import { tellAll } from '../../src/ui/export/telling.ts';
import { wrongWithLink } from '../../src/words/links.ts';
import { fetchTitles } from '../../src/words/titles.ts';
import type { Ending, ExportFlags } from './flags.ts';
import { type Frame, gifOf, type Picture, pngOf, roomOf, svgOf } from './picture.ts';
import { ExportError, usageOfOne } from './usage.ts';

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
    'beside',
  ],
] as const;

interface Run {
  readonly exhibit: Exhibit;
  readonly timeline: Timeline;
  readonly run: string;
}

interface Shown {
  /** What stands beside it. */
  readonly second: Run | undefined;
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
  const second = exhibit.beside && (await secondAt(exhibit.beside));
  const first = { exhibit, timeline, run: textOf(summary(exhibit.scenario, timeline)) };
  if (holdsBoth(flags.as)) return written(first, second, flags);
  if (!second && flags.run === 'b') throw new ExportError('This link leads to one run, so there is no run B.');
  if (second) process.stderr.write(usageOfOne(flags.as, flags.run ?? 'a'));
  return written(second && flags.run === 'b' ? asFirst(second, first) : first, undefined, flags);
}

async function written({ exhibit, timeline, run }: Run, second: Run | undefined, flags: ExportFlags) {
  const about = { run, link: `${flags.page ?? ''}${await linkTo(exhibit, second !== undefined)}` };
  return writers[flags.as]({ exhibit, timeline, second, about, flags });
}

/** The run beside as if it stood alone, at the step that the page shows of it and looked at in the same way; an excerpt is the first one's. */
function asFirst({ exhibit: { scenario }, timeline, run }: Run, first: Run): Run {
  const { view: { from: _, to: __, ...view } = {}, step } = first.exhibit;
  const { rows } = compared(first.timeline, timeline);
  const there = step === undefined ? {} : { step: stepNumberAt(besideCursor(rows, step)) };
  return { exhibit: { scenario, view, ...there }, timeline, run };
}

async function secondAt(exhibit: Exhibit): Promise<Run> {
  const timeline = await runSupplied(exhibit.scenario);
  return { exhibit, timeline, run: textOf(summary(exhibit.scenario, timeline)) };
}

async function linkTo({ scenario, step, beside }: Exhibit, both: boolean): Promise<string> {
  const place = { scenario, ...(step !== undefined && { step }) };
  if (!both || !beside) return toLink(place);
  await linkParts.need('extras');
  return linkParts.take('extras').writeLink({ ...place, beside });
}

async function exhibitAt(link: string): Promise<Exhibit> {
  const read = await fromLink(link, [...heeded] as Parameters<typeof fromLink>[1]);
  const wrong = wrongWithLink(read);
  if (!read.ok || wrong.length > 0) throw new ExportError(wrong.join(' '));
  return read;
}

const writers: Readonly<Record<Ending, (shown: Shown) => string | Uint8Array | Promise<string | Uint8Array>>> = {
  svg: (shown) => svgOf(picturesOf(shown), frameOf(shown)),
  png: (shown) => pngOf(picturesOf(shown), frameOf(shown), shown.flags.scale),
  gif: (shown) => gifOf(rangeOf(shown), frameOf(shown), shown.flags.scale, shown.flags.seconds),
  pcapng: ({ timeline, about }) => toPcapng(timeline, about),
  keylog: ({ timeline }) => keyLog(timeline),
  mmd: (shown) => (shown.second ? fencedMermaid : single)(eachOf(shown).map(({ model, run }) => toMermaid(model, run))),
  puml: (shown) =>
    eachOf(shown)
      .map(({ model, run }) => toPlantUml(model, run))
      .join('\n'),
  md: async (shown) => {
    const lens = shown.exhibit.view?.lens;
    const documents = eachOf(shown).map(async ({ model, run, timeline }) =>
      toMarkdown(model, await tellAll(timeline, lens), { ...shown.about, run }),
    );
    return (await Promise.all(documents)).join('\n');
  },
  csv: ({ timeline, about }) => toCsv(timeline, about),
  json: ({ timeline, about }) => toJson(timeline, about),
  sh: ({ timeline, about }) => {
    const script = toScript(timeline, about);
    if (!script.ok) throw new ExportError(script.why);
    return script.text;
  },
};

interface Each {
  readonly timeline: Timeline;
  readonly model: Model;
  readonly run: string;
}

/** The run, and the one beside it, each as it is shown by itself where the page shows both. */
function eachOf(shown: Shown): readonly Each[] {
  const { timeline, second, exhibit } = shown;
  const first = { timeline, model: modelOf(shown), run: shown.about.run };
  if (!second) return [first];
  const { rows } = compared(timeline, second.timeline);
  const cursor = besideCursor(rows, exhibit.step ?? opensAt(timeline));
  const model = toModel(second.timeline, cursor, exhibit.view);
  return [
    { ...first, run: lettered('A', first.run) },
    { timeline: second.timeline, model, run: lettered('B', second.run) },
  ];
}

const lettered = (letter: string, run: string): string => `${letter} · ${run}`;
const single = ([text = '']: readonly string[]): string => text;

/** The pictures of both stand level. */
function picturesOf(shown: Shown): readonly Picture[] {
  const [first, second] = eachOf(shown);
  if (!first) return [];
  if (!second) return [{ model: first.model, caption: first.run }];
  const { captions = true, lens = 'everything', unit = 'messages' } = shown.exhibit.view ?? {};
  const size = roomOf(shown.flags.width);
  const timelines = { a: first.timeline, b: second.timeline };
  const { rows } = compared(first.timeline, second.timeline);
  const ground = groundOf(timelines, rows, { captions, lens, unit }, { a: size, b: size });
  return [
    { model: onGround(first.model, ground, 'a'), caption: first.run },
    { model: onGround(second.model, ground, 'b'), caption: second.run },
  ];
}

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

function frameOf({ exhibit: { view }, second, about, flags }: Shown): Frame {
  const { theme = 'system', captions = true } = view ?? {};
  return {
    width: flags.width,
    theme: flags.theme ?? (theme === 'system' ? 'light' : theme),
    captions,
    title: second ? `A: ${about.run}. B: ${second.run}` : about.run,
  };
}
