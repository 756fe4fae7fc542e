/*
 * Text typed in the 8-bit Vietnamese fonts of the 1990s (TCVN3: .VnTime; VNI: VNI-Times), or UTF-8
 * read as something else, is valid Unicode made of the wrong letters: `NguyÔn V¨n`, `Nguyeãn Vaên`,
 * `Nguyá»…n`. Nobody notices until a certificate is printed, so we look for pairs of letters that
 * no Vietnamese word has.
 */
export type Legacy = 'TCVN3' | 'VNI' | 'UTF-8 read as Windows-1252' | 'Windows-1258';

/** Letters that only real Vietnamese Unicode text has; no legacy font yields them. */
const GENUINE = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|\p{M}/u;
const DOUBLE_ENCODED = /á[»º]|Ä[\u0080-\u0192‘’ƒ]|Æ[°¡]|Ã[\u00A0-\u00BF]|â€/g;
// Windows-1258 has tone marks of their own, which come out as Ì Ò Þ ì ò after the vowel.
const WINDOWS_1258 = /[aeiouyâêôãõý][ÌÒÞ](?=\p{Ll}|\b)|\bðã|ð[aeiouâêôõ]/gu;
const TCVN3 = [
  /\p{L}ª/gu,
  /\p{L}[¡-¬®-±´-¿\u00AD×÷](?=[\p{L}¡-¿])/gu,
  /[®§][\p{L}¡-¿]/gu,
  /\p{Ll}[µ¶·¸¹®»¼½¾](?![\p{L}\d])/gu,
  /\p{Ll}[À-ÖØ-Þß](?=\p{Ll}|[\s,.]|$)/gu,
];
const VNI = [/[aeouyôö][ùøûõï]/giu, /a[âáàåãäêéèúüë]/giu, /e[âáàåãä]/giu, /o[âåä]/giu, /öô/giu];
/** Letters neither Vietnamese nor usual in it; alone they may be a foreign name. */
const FOREIGN = /[ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]/g;

const count = (text: string, patterns: readonly RegExp[]): number =>
  patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);

/**
 * Which legacy encoding the text looks like, or `undefined`. With `suspicious` (the file has shown
 * such text before) one foreign letter is enough.
 */
export function legacyOf(text: string, suspicious = false): Legacy | undefined {
  // Plain ASCII is by far the most common cell of ids and dates.
  if (!/[^ -~]/.test(text)) return undefined;
  if (count(text, [DOUBLE_ENCODED]) > 0 && !/[\u1EA0-\u1EF9]/.test(text))
    return 'UTF-8 read as Windows-1252';
  if (GENUINE.test(text)) return undefined;
  const tcvn3 = count(text, TCVN3);
  const vni = count(text, VNI);
  if (tcvn3 + vni === 0) {
    const foreign = count(text, [FOREIGN]);
    return foreign >= 3 || (foreign > 0 && suspicious) ? 'VNI' : undefined;
  }
  if (count(text, [WINDOWS_1258]) >= Math.max(tcvn3, vni)) return 'Windows-1258';
  return tcvn3 >= vni ? 'TCVN3' : 'VNI';
}

/** Whether letters were lost for good: `Nguy?n V?n An`, or the replacement character. */
export const isDamaged = (text: string): boolean => /\uFFFD|\p{L}\?\p{L}/u.test(text);
