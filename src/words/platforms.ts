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
