// What is on the screen as files other than pictures. It must not know what becomes of them.

import { keyLog } from '../../lab/export/index.ts';
import { type Lab, ownInUse } from '../../store/index.ts';
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
} from '../../story/export/index.ts';
import { summary, textOf } from '../../story/index.ts';
import type { Taken } from '../compare/taken.ts';
import { modelOf } from '../stage/picture.ts';
import { tellAll } from './telling.ts';

/** By the ending of the file. */
export type TextName = 'keylog' | 'mmd' | 'puml' | 'md' | 'csv' | 'json' | 'sh';

/** @param link where a page shows the same */
export function aboutOf({ scenario, timeline }: Lab, link: string): About {
  return { run: textOf(summary(scenario, timeline)), link };
}

/** A capture of what is on the screen. */
export function captureFile(lab: Lab, about: About): Uint8Array {
  return toPcapng(lab.timeline, about);
}

/** What is on the screen, as text. @throws MissingPart when somebody can’t be had who tells of it */
export async function textFile(name: TextName, lab: Lab, about: About): Promise<string> {
  const { timeline, view } = lab;
  switch (name) {
    case 'keylog':
      return keyLog(timeline);
    case 'mmd':
      return toMermaid(modelOf(lab), about.run);
    case 'puml':
      return toPlantUml(modelOf(lab), about.run);
    case 'md':
      return toMarkdown(modelOf(lab), await tellAll(timeline, view.lens), about);
    case 'csv':
      return toCsv(timeline, about);
    case 'json':
      return toJson(timeline, about);
    case 'sh':
      return scriptText(lab, about);
  }
}

/** Both runs as text, in a file that has room for them. @throws MissingPart likewise */
export async function textOfBoth(name: TextName, both: readonly Taken[], link: string): Promise<string> {
  const texts = await Promise.all(both.map(({ lab, run }) => textFile(name, lab, { run, link })));
  return name === 'mmd' ? fencedMermaid(texts) : texts.join('\n');
}

function scriptText(lab: Lab, about: About): string {
  const script = scriptOf(lab, about);
  return script.ok ? script.text : '';
}

/** The script of what is on the screen, or why there is none. */
export function scriptOf(lab: Lab, about: About): ReturnType<typeof toScript> {
  return toScript(lab.timeline, about, ownInUse(lab) ? (lab.brought ?? undefined) : undefined);
}
