/**
 * The one rule for a name in a sentence, whoever speaks it: it stands inside U+2068…U+2069 (or, on a page, in `<bdi>`), where its own first letter gives
 * its direction. Without, «../x» shows its dots at the wrong end of a Persian sentence, and a Latin name turns the marks around it.
 */
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const overrides: Readonly<Record<string, string>> = { '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO' };

/**
 * A name as it may be shown: a character that turns the order of letters round is named, for with it a file can look like another («fdp.exe» as
 * «exe.pdf»). Isolates stay: they turn nothing round, and our own messages are made of them.
 */
export const shownName = (text: string): string => text.replace(/[\u202a-\u202e]/g, (sign) => `⟨${overrides[sign]}⟩`);

/** @returns the text isolated from what stands around it, also where it begins or ends isolates of its own and forgets the other half. */
export const isolate = (text: string): string => `${firstStrongIsolate}${closed(text)}${popIsolate}`;

/** Without ends that nothing began, which would end ours, and with an end for all that is begun. */
function closed(text: string): string {
  if (!/[\u2066-\u2069]/.test(text)) return text;
  let open = 0;
  const kept = text.replace(/[\u2066-\u2069]/g, (sign) => {
    if (sign !== popIsolate) open++;
    else if (open === 0) return '';
    else open--;
    return sign;
  });
  return kept + popIsolate.repeat(open);
}
