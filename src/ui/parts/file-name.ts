// Names for files that readers save. It must not know what is in them.

/** A name without its ending that every system takes, from whatever something is called. @param otherwise where no letter of it is left */
export function fileNameOf(title: string, otherwise: string): string {
  const letters = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return letters.replace(/^-+|-+$/g, '').slice(0, 60) || otherwise;
}
