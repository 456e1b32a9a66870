// What is said of a learning platform, and of the package that is made for one. It must not know how either works.

/** What a platform didn't do, by names of SCORM 1.2. */
export interface PlatformTrouble {
  readonly call: 'LMSInitialize' | 'LMSSetValue' | 'LMSCommit' | 'LMSFinish';
  /** What was to be set. */
  readonly element?: string;
  /** It answered with something else than “true”, or broke off. */
  readonly why: 'refused' | 'threw';
  /** The number of its error, where it has one. */
  readonly code?: string;
}

/** What a reader does about it. */
export function platformTrouble(trouble: PlatformTrouble): string {
  const { call } = trouble;
  if (call === 'LMSInitialize')
    return `The learning platform didn’t start to record this lesson (${reasonOf(trouble)}). You can go through it, but nothing of it will count: close it and open it from the platform again.`;
  return `The learning platform didn’t take ${whatOf(trouble)} (${reasonOf(trouble)}). It is not lost as long as this page stays open, and is sent again with your next step.`;
}

const elements: Readonly<Record<string, string>> = {
  'cmi.core.score.raw': 'your score',
  'cmi.core.score.min': 'your score',
  'cmi.core.score.max': 'your score',
  'cmi.core.lesson_status': 'how far you are',
  'cmi.suspend_data': 'where you stopped',
  'cmi.core.session_time': 'your time',
};

function whatOf({ element = '' }: PlatformTrouble): string {
  return elements[element] ?? 'what you did last';
}

function reasonOf({ call, element, why, code }: PlatformTrouble): string {
  const name = element === undefined ? call : `${call} ${element}`;
  if (why === 'threw') return `${name} broke off`;
  return code === undefined ? `${name} was refused` : `${name} was refused with error ${code}`;
}

/** At the end of a lesson. */
export const platformWords = {
  told: 'The learning platform has been told how far you are and what you answered right. You can close the lesson.',
} as const;

/** Of the way to a package. */
export const packingWords = {
  title: 'Package for a learning platform (SCORM 1.2)',
  gist: 'One zip with this lesson and the whole page, to be uploaded to Moodle and others: the platform records who has been through it, with which score. Of this page and its site it needs nothing.',
  mastery: 'Passed from a score of',
  file: 'lesson',
  save: 'Save the package',
  making: 'Making the package …',
  saved: (name: string) => `${name} is saved. Upload it as a SCORM 1.2 package.`,
  isFile:
    'This page is a file, and this browser can’t read it off itself: take a newer one, or make the package where the page lies on a web server.',
  notFetched:
    'The page that belongs into the package could not be fetched: it lies beside this one as countersign.html. Try again when the network is there.',
  strange:
    'The file countersign.html beside this page is not as it was built, so no package can be made of it. Whoever runs this site can put it back.',
} as const;
