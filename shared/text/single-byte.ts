/**
 * What the upper half of a one-byte encoding means: 128 characters, for the bytes 0x80 to 0xFF; U+FFFD for a byte that is no character.
 * `shared` has no TextDecoder, which is a web API.
 */
const [none, c1] = ['\ufffd', Array.from({ length: 32 }, (_, index) => String.fromCharCode(0x80 + index)).join('')];

/** WHATWG Encoding Standard, index-windows-1256: no ی, no Persian digit, but ZWNJ at 0x9D. */
export const windows1256 =
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں' +
  '\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك' +
  'àلâمنهوçèéêëىيîï\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے';

/** ISO/IEC 8859-6:1999: Arabic letters alone, without پ چ ژ گ. */
export const iso88596 =
  `${c1}\u00a0${none.repeat(3)}¤${none.repeat(7)}،\u00ad${none.repeat(13)}؛${none.repeat(3)}؟` +
  `${none}ءآأؤإئابةتثجحخدذرزسشصضطظعغ${none.repeat(5)}` +
  `ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652${none.repeat(13)}`;

/** IBM code page 437, in which the names of files stand in archives that say nothing else (APPNOTE, appendix D). */
export const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const chunk = 8192;

/** The text, or the index of the first byte that is no character. */
export function decodeSingleByte(bytes: Uint8Array, upperHalf: string): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly byte: number } {
  const units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80)));
  const unknown = bytes.findIndex((byte) => units[byte] === 0xfffd);
  if (unknown !== -1) return { ok: false, byte: unknown };
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += chunk)
    parts.push(String.fromCharCode(...Array.from(bytes.subarray(from, from + chunk), (byte) => units[byte] as number)));
  return { ok: true, text: parts.join('') };
}
