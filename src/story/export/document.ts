// A run as a document in Markdown: the picture in Mermaid’s language, then each step with its explanation. It must not know who tells the
// steps, nor how Markdown is drawn.

import type { Model } from '../../diagram/index.ts';
import { explainHeadings, documentWords as text } from '../../words/exports/index.ts';
import type { Aside, CheckList, LogTable, Narration } from '../explain/index.ts';
import type { Rich, Span } from '../rich.ts';
import type { About } from './about.ts';
import { toMermaid } from './mermaid.ts';

/** What is told of a step, in the order of the run. */
export interface ToldStep {
  readonly number: number;
  readonly narration: Narration;
}

/** @param model the picture as it is shown */
export function toMarkdown(model: Model, steps: readonly ToldStep[], { run, link }: About): string {
  return [
    `# ${text.title}`,
    `${escaped(run)}.`,
    ...(link === undefined ? [] : [text.link(link)]),
    `\`\`\`mermaid\n${toMermaid(model, run)}\`\`\``,
    ...steps.flatMap(stepParts),
    '',
  ].join('\n\n');
}

function stepParts({ number, narration }: ToldStep): readonly string[] {
  const { title, gist, lead, why, checks, breaksWithout, found, otherSide, ownLogs, logs, remedy, references } =
    narration;
  return [
    `## ${number}. ${escaped(title)}`,
    `**${written(gist, true)}**`,
    ...lead.map((paragraph) => written(paragraph)),
    ...[found, otherSide].flatMap(asideParts),
    ...[ownLogs, logs].flatMap(logParts),
    ...asideParts(remedy),
    ...(why ? [`### ${explainHeadings.why}`, written(why)] : []),
    ...checks.flatMap(checkParts),
    ...(breaksWithout ? [`### ${explainHeadings.breaksWithout}`, written(breaksWithout)] : []),
    ...(references.length > 0
      ? [references.map((reference) => `[${escaped(reference.text)}](${reference.url})`).join(' · ')]
      : []),
  ];
}

function asideParts(aside: Aside | undefined): readonly string[] {
  return aside ? [`> **${escaped(aside.title)}** ${written(aside.text)}`] : [];
}

function logParts(logs: LogTable | undefined): readonly string[] {
  if (!logs) return [];
  const lines = logs.lines.map(({ program, text: line }) => `- ${escaped(program)}: ${code(line)}`);
  return [`### ${escaped(logs.title)}`, lines.join('\n'), `*${escaped(logs.source)}*`];
}

function checkParts({ title, lines }: CheckList): readonly string[] {
  const items = lines.map(({ outcome, text: asked, value, reason }) => {
    const more = [value, reason].flatMap((each) => (each === undefined ? [] : [escaped(each)]));
    return `- ${explainHeadings.outcomes[outcome]}: ${written(asked)}${more.length > 0 ? ` – ${more.join(' – ')}` : ''}`;
  });
  return items.length > 0 ? [`### ${escaped(title)}`, items.join('\n')] : [];
}

/** @param plain inside emphasis there is no other */
function written(spans: Rich, plain = false): string {
  return spans.map((span) => spanText(span, plain)).join('');
}

function spanText({ text: words, strong, mono }: Span, plain: boolean): string {
  if (mono) return code(words);
  return strong && !plain ? `**${escaped(words)}**` : escaped(words);
}

/** A fence longer than any in it. */
function code(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`;
}

function escaped(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');
}
