// What of a pane is not alike where two runs stand beside each other: the things that are drawn, each with how it differs. It must not know
// which pane it is.

/** `other`: both have it, and it isn’t the same; `only`: only this one has it. */
export type Mark = 'other' | 'only';

/** The things that are not alike, by themselves. What is the same has no mark. */
export type Marks = ReadonlyMap<object, Mark>;

/** The marks of a list beside another one, whose items belong together by what they are called; of several with one name, in order. */
export function marksByName<Item extends object>(
  one: readonly Item[],
  other: readonly Item[],
  { name, value }: { readonly name: (item: Item) => string; readonly value: (item: Item) => unknown },
): Marks {
  const left = [...other];
  const marks = new Map<object, Mark>();
  for (const item of one) {
    const at = left.findIndex((each) => name(each) === name(item));
    const [twin] = at < 0 ? [] : left.splice(at, 1);
    if (!twin) marks.set(item, 'only');
    else if (JSON.stringify(value(twin)) !== JSON.stringify(value(item))) marks.set(item, 'other');
  }
  return marks;
}

/** All of several. */
export function joined(...several: readonly Marks[]): Marks {
  return new Map(several.flatMap((marks) => [...marks]));
}
