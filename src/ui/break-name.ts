/**
 * The parts of a column name between which a line may end: after `_`, `.`, `/` and `-`, and where
 * a small letter meets a capital. Joined, they are the name.
 */
export function breakName(name: string): readonly string[] {
  return name.split(/(?<=[_./-])(?=.)|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
}
