// Which files have room for two runs. It must not know how they are made.

const forBoth: readonly string[] = ['svg', 'png', 'mmd', 'puml', 'md'];

/** Whether a file of this ending shows both of two runs. */
export function holdsBoth(ending: string): boolean {
  return forBoth.includes(ending);
}
