// What a reader has chosen for this browser, whatever is played. Storage may be closed to the page: then a choice lasts as long as the page.

/** A choice that is remembered under a name. */
export interface Memory<Value> {
  /** What was chosen last, or what is usual. */
  recall(): Value;
  keep(value: Value): void;
}

/** @param values all but the usual one, if that need not be remembered */
export function memoryOf<Value extends string>(name: string, values: readonly Value[], usual: Value): Memory<Value> {
  const key = `countersign:${name}`;
  return {
    recall() {
      try {
        const kept = localStorage.getItem(key);
        return values.find((known) => known === kept) ?? usual;
      } catch {
        return usual;
      }
    },
    keep(value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // nothing to do: it is in use already
      }
    },
  };
}
