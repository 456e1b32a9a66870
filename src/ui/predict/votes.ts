// Votes by show of hands. It must not know what is voted on.

/** The place of the choice that most hands are for; undefined where nobody has raised one, or two have as many. @param out places that don’t count */
export function leaderOf(hands: readonly number[], out: readonly number[] = []): number | undefined {
  const counted = hands.map((count, place) => (out.includes(place) ? 0 : count));
  const most = Math.max(...counted);
  const leaders = counted.flatMap((count, place) => (count === most ? [place] : []));
  return most > 0 && leaders.length === 1 ? leaders[0] : undefined;
}
