// A learning platform that takes nothing but what SCORM 1.2 allows, in the order that it demands; and that can be told to fail.

/** One call as it came. */
export interface Call {
  readonly name: string;
  readonly element?: string;
  readonly value?: string;
  readonly answer: string;
}

/** What a platform knows of a learner from before. */
export interface Before {
  readonly [element: string]: string;
}

type Mood = 'well' | 'refusing' | 'throwing';

const cmiDecimal = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;
/** What may be set, and how it is written: SCORM 1.2, 3.4.4. */
const writable: Readonly<Record<string, RegExp>> = {
  'cmi.core.score.raw': cmiDecimal,
  'cmi.core.score.min': cmiDecimal,
  'cmi.core.score.max': cmiDecimal,
  'cmi.core.lesson_status': /^(passed|completed|failed|incomplete|browsed)$/,
  'cmi.core.session_time': /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/,
  'cmi.core.exit': /^(time-out|suspend|logout|)$/,
  'cmi.suspend_data': /^[ -~]{0,4096}$/,
};
const readable = /^cmi\.(core\.(lesson_status|score\.raw|lesson_mode)|student_data\.mastery_score|suspend_data)$/;

/** @param before what it knows already @param without elements that it has not implemented */
export function strictPlatform(before: Before = {}, without: readonly string[] = []) {
  const calls: Call[] = [];
  const faults: string[] = [];
  const fresh = new Map<string, string>();
  const kept = new Map<string, string>(Object.entries({ 'cmi.core.lesson_status': 'not attempted', ...before }));
  let state: 'new' | 'running' | 'over' = 'new';
  let mood: (name: string, element?: string) => Mood = () => 'well';
  let error = '0';
  const answered = (answer: string, code: string, name: string, element?: string, value?: string): string => {
    error = code;
    calls.push({ name, answer, ...(element !== undefined && { element }), ...(value !== undefined && { value }) });
    return answer;
  };
  const inMood = (name: string, element?: string): void => {
    if (mood(name, element) !== 'throwing') return;
    calls.push({ name, answer: 'threw', ...(element !== undefined && { element }) });
    throw new Error('The platform has lost its session.');
  };
  const fault = (sentence: string): '201' => {
    faults.push(sentence);
    return '201';
  };
  const plain = (name: string, text: unknown, allowed: typeof state, act: () => void): string => {
    if (text !== '') fault(`${name} wants an empty text`);
    if (state !== allowed) fault(`${name} while the session is ${state}`);
    inMood(name);
    if (mood(name) === 'refusing') return answered('false', '101', name);
    act();
    return answered('true', '0', name);
  };
  const api = {
    LMSInitialize: (text: unknown) =>
      plain('LMSInitialize', text, 'new', () => {
        state = 'running';
      }),
    LMSCommit: (text: unknown) =>
      plain('LMSCommit', text, 'running', () => {
        for (const [element, value] of fresh) kept.set(element, value);
      }),
    LMSFinish: (text: unknown) =>
      plain('LMSFinish', text, 'running', () => {
        state = 'over';
        for (const [element, value] of fresh) kept.set(element, value);
      }),
    LMSGetValue: (element: string) => {
      if (state !== 'running') fault(`LMSGetValue while the session is ${state}`);
      if (!readable.test(element)) fault(`LMSGetValue of ${element}`);
      inMood('LMSGetValue', element);
      return answered(fresh.get(element) ?? kept.get(element) ?? '', '0', 'LMSGetValue', element);
    },
    LMSSetValue: (element: string, value: string) => {
      if (state !== 'running') fault(`LMSSetValue while the session is ${state}`);
      inMood('LMSSetValue', element);
      if (without.includes(element)) return answered('false', '401', 'LMSSetValue', element, value);
      if (typeof value !== 'string' || !writable[element]?.test(value)) fault(`${element} = ${value}`);
      if (mood('LMSSetValue', element) === 'refusing') return answered('false', '101', 'LMSSetValue', element, value);
      fresh.set(element, value);
      return answered('true', '0', 'LMSSetValue', element, value);
    },
    LMSGetLastError: () => error,
  };
  return {
    api,
    calls,
    /** What was against the standard. */
    faults,
    kept: (element: string): string => kept.get(`cmi.${element}`) ?? '',
    feels: (next: typeof mood): void => {
      mood = next;
    },
  };
}
