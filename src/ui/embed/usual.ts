// What a frame in another page shows where its exhibit doesn't say it.

/** The names of the parts that are there. */
export const usualParts: readonly string[] = ['sentence', 'playbar'];

/** The same where a lesson is shown: it stands in the place of the scenario. */
export const lessonParts: readonly string[] = ['scenario', ...usualParts];
