// What stands around a lesson while somebody works through it. It must not know what is taught.

import { counted } from '../grammar.ts';

export const lessonWords = {
  title: 'Lesson',
  coming: 'The lesson is on its way.',
  parts: 'Parts of this lesson',
  part: (number: number, of: number) => `Part ${number} of ${of}`,
  /** The name of the button that leads to a part. @param right whether its question was answered right at first */
  toPart: (number: number, title: string, right: boolean | null | undefined) =>
    `${number}: ${title}${right === true ? ', answered right' : right === undefined ? '' : ', not answered right at first'}`,
  end: 'End',
  back: 'Back',
  next: 'Next',
  toEnd: 'To the end',
  leave: 'Leave the lesson',
  close: 'Close',
  goOn: 'Go on making it',
  moment: 'Back to this moment',
  minutes: (minutes: number) => counted(minutes, 'minute'),
  by: (name: string) => `by ${name}`,
  notes: 'For whoever teaches',
  question: 'Question',
  check: 'Answer',
  skip: 'Pass over',
  pick: 'Pick an answer first.',
  right: 'That is right.',
  wrong: 'That is not right. Have another try, or see the answer.',
  show: 'See the answer',
  passed: 'You have passed this question over.',
  seeIt: 'The picture has gone on to what came next; at its side stands why.',
  nothingToAsk: 'At this moment the page has nothing of that kind to ask.',
  theRightOne: 'the right answer',
  again: 'Try again',
  retry: 'Begin anew',
  others: 'All lessons',
  place: {
    missing: 'A part of the page that this moment needs could not be loaded.',
    flawed: 'The address of this part can’t be followed as it stands.',
  },
  host: (host: string) => ` (${host})`,
  score: (right: number, asked: number) =>
    asked === 0
      ? 'You have been through all of it.'
      : `You answered ${right} of ${counted(asked, 'question')} right at the first try.`,
  missed: 'Worth another look:',
  kept: 'How far you are is kept on this device, and nowhere else.',
  origins: {
    page: '',
    draft: 'This is the lesson that you are making, as others will see it.',
    link: 'This lesson came inside a link. Its text is not ours.',
    file: 'This lesson is a file of the site that you are on. Its text is not ours.',
  },
  lacks: {
    'no such lesson': 'This page has no lesson of that name. These it has:',
    'unread link':
      'The lesson inside this link can’t be read: a part of the link may have been lost. Ask for it again.',
    'no file':
      'A page that was opened from a disk, or stands in a frame, can’t read files beside it. Open it from a web server.',
    'not there': 'The file of this lesson is not there. Ask whoever gave you the link.',
    'not reached': 'The file of this lesson could not be fetched. Look whether you are connected, and try again.',
    'not text': 'The file of this lesson is larger than 200 KB, or it is no text in UTF-8.',
  },
  flawed: 'This lesson can’t be shown as it stands. Whoever wrote it can mend it:',
  more: (count: number) => `and ${counted(count, 'other thing')}`,
  all: {
    title: 'Lessons',
    gist: 'Each shows a handshake, tells what to look at, and asks what you make of it.',
    begun: (at: number, of: number) => `part ${at} of ${of}`,
    done: 'done',
    make: 'Make a lesson of your own',
  },
} as const;
