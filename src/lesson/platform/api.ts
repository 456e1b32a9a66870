// What a learning platform lends to a page that it has opened, as SCORM 1.2 has it; and where a page finds it. It must not know what is
// recorded there.

/** The calls of SCORM 1.2 that a page of ours makes. Each takes and gives text; some platforms give booleans and numbers. */
export interface PlatformApi {
  LMSInitialize(nothing: ''): unknown;
  LMSFinish(nothing: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(nothing: ''): unknown;
  LMSGetLastError?(): unknown;
}

/** As much of a window as is looked at. */
interface Around {
  readonly API?: unknown;
  readonly parent?: unknown;
  readonly opener?: unknown;
}

const calls = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'] as const;

/** More frames than anybody nests: a chain that is longer comes back to itself. */
const deepest = 50;

/**
 * The platform's `API`: in this window, in one around it, or in the one that has opened any of these and those around that.
 * @param here the window, or what stands for it
 * @returns undefined where there is none: the page was opened by somebody else
 */
export function findApi(here: unknown): PlatformApi | undefined {
  const around = chain(here);
  const openers = around.flatMap((each) => chain(reading(() => each.opener)));
  for (const each of [...around, ...openers]) {
    const api = reading(() => each.API);
    if (isApi(api)) return api;
  }
  return undefined;
}

/** A window and those around it, up to the outermost. */
function chain(from: unknown): readonly Around[] {
  const found: Around[] = [];
  for (let at = from; isThere(at) && !found.includes(at) && found.length < deepest; at = parentOf(at)) found.push(at);
  return found;
}

function parentOf(at: Around): unknown {
  return reading(() => at.parent);
}

function isThere(value: unknown): value is Around {
  return typeof value === 'object' && value !== null;
}

/** An element with the id `API` is called so as well: what counts is whether it can be called. */
function isApi(value: unknown): value is PlatformApi {
  return (
    (isThere(value) || typeof value === 'function') &&
    calls.every((call) => typeof reading(() => (value as Record<string, unknown>)[call]) === 'function')
  );
}

/** Of a window of another origin, browsers say next to nothing. */
function reading(what: () => unknown): unknown {
  try {
    return what();
  } catch {
    return undefined;
  }
}
