import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';

/** Sixty-four short words a language, told apart by ear as well: one word stands for six bits. */
const fa = [
  'آب', 'باران', 'برف', 'آفتاب', 'ماه', 'ستاره', 'کوه', 'دریا', 'رود', 'جنگل', 'دشت', 'سنگ', 'خاک', 'باد', 'آتش', 'ابر',
  'گل', 'درخت', 'برگ', 'انار', 'سیب', 'انگور', 'گردو', 'زیتون', 'گندم', 'نان', 'عسل', 'نمک', 'چای', 'شیر', 'پنیر', 'شکر',
  'اسب', 'آهو', 'شتر', 'گربه', 'روباه', 'پلنگ', 'خرگوش', 'ماهی', 'کبوتر', 'هدهد', 'طاووس', 'لاک‌پشت', 'زنبور', 'پروانه', 'مورچه', 'قورباغه',
  'خانه', 'پنجره', 'کلید', 'چراغ', 'فرش', 'آینه', 'کتاب', 'قلم', 'ساعت', 'قایق', 'چرخ', 'پل', 'برج', 'بازار', 'ساز', 'کاغذ',
] as const;
const en = [
  'water', 'rain', 'snow', 'sun', 'moon', 'star', 'hill', 'ocean', 'river', 'forest', 'meadow', 'stone', 'clay', 'wind', 'fire', 'cloud',
  'rose', 'tree', 'leaf', 'plum', 'apple', 'grape', 'walnut', 'olive', 'wheat', 'bread', 'honey', 'salt', 'tea', 'milk', 'cheese', 'sugar',
  'horse', 'deer', 'camel', 'kitten', 'fox', 'leopard', 'rabbit', 'fish', 'pigeon', 'owl', 'peacock', 'turtle', 'bee', 'moth', 'ant', 'frog',
  'house', 'window', 'key', 'lamp', 'carpet', 'mirror', 'book', 'pencil', 'clock', 'boat', 'wheel', 'bridge', 'tower', 'market', 'violin', 'paper',
] as const;

const count = 8;

/**
 * A key as eight words to read to each other on the telephone: the first 48 bits of its SHA-256. `key`: hexadecimal digits. Enough to tell a
 * person from an impostor by ear; what is compared inside is the whole key.
 */
export function keyWords(key: string, language: 'fa' | 'en'): readonly string[] {
  const words = language === 'fa' ? fa : en;
  const bits = [...sha256(hexToBytes(key)).subarray(0, (count * 6) / 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, place) => words[Number.parseInt(bits.slice(place * 6, place * 6 + 6), 2)] ?? '');
}

export const wordLists = { fa, en };
