import vazirmatn from 'vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2?inline';
import { type Translator } from '../../messages/translate.ts';
import { fileStyle, sheetStyle } from './sheet-style.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One file that holds everything it shows, its font too, and may load nothing. `body`: the sheet as it was drawn. */
export const sheetHtml = ({ language, direction }: Translator, title: string, body: string): string => `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
@font-face { font-family: Vazirmatn; src: url('${vazirmatn}') format('woff2'); font-weight: 100 900; }
${sheetStyle}${fileStyle}</style>
</head>
<body>${body}</body>
</html>
`;
