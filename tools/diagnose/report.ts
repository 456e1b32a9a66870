// What a log says, as text or as one JSON object.

import { type Diagnosis, diagnose, sceneOf } from '../../src/lab/diagnose/index.ts';
import { catalogue, defaultScenario, supply, toLink } from '../../src/lab/index.ts';
import { alertDescriptions } from '../../src/tls/index.ts';
import {
  clueSentence,
  entryWords,
  isMishap,
  puzzleSentence,
  questions,
  readingSentence,
  unreadSentence,
} from '../../src/words/catalogue/index.ts';

/** What is printed, and the exit status: 0 something is known, 1 nothing is. */
export interface Report {
  readonly status: 0 | 1;
  readonly text: string;
}

const codes = alertDescriptions.codes;

/** Reads a log, and says what the page would say. */
export async function report(log: string, json: boolean): Promise<Report> {
  await supply();
  const entries = catalogue().filter(({ takes }) => takes?.at !== 'any record');
  const answer = answerOf(diagnose(log, entries));
  return { status: answer.known ? 0 : 1, text: json ? `${JSON.stringify(answer)}\n` : inWords(answer) };
}

/** As plain data. */
function answerOf(diagnosis: Diagnosis) {
  if (!diagnosis.known)
    return { known: false, sentence: puzzleSentence(diagnosis.puzzle), suggestions: [], readings: [], unread: [] };
  const { readings, suggestions, unread } = diagnosis;
  const [first] = readings;
  return {
    known: true,
    sentence: first ? readingSentence(first, suggestions.length > 0, codes) : '',
    suggestions: suggestions.map((suggestion) => ({
      entry: suggestion.entry.id,
      title: entryWords(suggestion.entry.id).title,
      version: suggestion.version,
      printedBy: suggestion.printedBy,
      question: questions[suggestion.question],
      because: clueSentence(suggestion.because, codes),
      link: toLink({ scenario: sceneOf(suggestion, defaultScenario) }),
    })),
    readings: readings.map((reading) => ({
      kind: reading.kind,
      program: reading.program,
      excerpt: reading.excerpt,
      side: reading.side ?? null,
      version: reading.version ?? null,
      alerts: reading.alerts ?? [],
      causes: reading.details ?? reading.causes ?? [],
      remark: reading.remark ?? null,
      file: reading.remark !== undefined && isMishap(reading.remark),
      sentence: readingSentence(reading, true, codes),
    })),
    unread,
  };
}

/** So many are told in words; --json has them all. */
const most = 8;

function inWords({ sentence, suggestions, unread, readings }: ReturnType<typeof answerOf>): string {
  const others = readings.slice(1).map((reading) => reading.sentence);
  const lines = [
    sentence,
    ...others.map((each) => `Also: ${each}`),
    ...(unread.length > 0 ? [unreadSentence(unread)] : []),
    ...suggestions
      .slice(0, most)
      .map(({ title, version, because, link, question }, at) =>
        [`\n${at + 1}. ${title} (TLS ${version}, ${link})`, `   ${question}.`, `   ${because}`].join('\n'),
      ),
    ...(suggestions.length > most ? [`\n… and ${suggestions.length - most} more.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
