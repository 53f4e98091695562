/** Numbers of one kind of line, `T1`, `T2` …: an id that is one already keeps it, the others get those that are free. */
export function numbering(letter: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const own = new RegExp(`^${letter}[1-9]\\d{0,8}$`);
  const kept = new Set(ids.filter((id) => own.test(id)));
  let count = 0;
  const next = (): string => {
    do count++;
    while (kept.has(`${letter}${count}`));
    return `${letter}${count}`;
  };
  return new Map(ids.map((id) => [id, kept.has(id) ? id : next()]));
}
