/** How far apart two colours look, to most people and to those whose eyes lack one kind of cone. */

type Three = readonly [number, number, number];

const linear = (colour: string): Three =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Three;

/** What is seen of linear red, green and blue; the last three of Machado, Oliveira and Fernandes 2009, severity 1.0. */
export const eyes = {
  most: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const satisfies Record<string, readonly [Three, Three, Three]>;

const dot = (a: Three, b: Three): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const seenBy = (eye: keyof typeof eyes, colour: Three): Three => eyes[eye].map((row) => Math.min(1, Math.max(0, dot(row, colour)))) as unknown as Three;

/** CIE L*a*b* of linear sRGB, white D65. */
function lab(colour: Three): Three {
  const part = (row: Three, white: number): number => {
    const value = dot(row, colour) / white;
    return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  };
  const x = part([0.4124564, 0.3575761, 0.1804375], 0.95047);
  const y = part([0.2126729, 0.7151522, 0.072175], 1);
  const z = part([0.0193339, 0.119192, 0.9503041], 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360);
const seventh = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** CIEDE2000 of two L*a*b* colours, after Sharma, Wu and Dalal 2005. */
export function ciede2000([l1, a1, b1]: Three, [l2, a2, b2]: Three): number {
  const grey = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(a1 * grey, b1), Math.hypot(a2 * grey, b2)];
  const [h1, h2] = [hue(a1 * grey, b1), hue(a2 * grey, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const far = Math.abs(h1 - h2) > 180;
  const meanHue = isGrey ? h1 + h2 : far ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
  const [meanL, meanC] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 - 0.17 * Math.cos(radians(meanHue - 30)) + 0.24 * Math.cos(radians(2 * meanHue)) + 0.32 * Math.cos(radians(3 * meanHue + 6)) -
    0.2 * Math.cos(radians(4 * meanHue - 63));
  const bend = -Math.sin(radians(60 * Math.exp(-(((meanHue - 275) / 25) ** 2)))) * 2 * seventh(meanC);
  const light = (l2 - l1) / (1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * meanC);
  const hueStep = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))) / (1 + 0.015 * meanC * t);
  return Math.sqrt(light ** 2 + chroma ** 2 + hueStep ** 2 + bend * chroma * hueStep);
}

/** Of the two of these `#RRGGBB` colours that are nearest to each other, as such eyes see them. */
export function leastDistance(colours: readonly string[], eye: keyof typeof eyes): number {
  const seen = colours.map((colour) => lab(seenBy(eye, linear(colour))));
  return Math.min(...seen.flatMap((one, index) => seen.slice(index + 1).map((other) => ciede2000(one, other))));
}
