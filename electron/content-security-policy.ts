/**
 * What the page may do: use what came with the app, and nothing else. Styles in attributes are allowed for pasted HTML
 * only; the policies of Trusted Types are the one of the library that cleans what is pasted, and ours for workers and for pages that are read (`renderer/workers`).
 */
export const contentSecurityPolicy = [
  'default-src \'none\'',
  'script-src \'self\'',
  'style-src \'self\'',
  'style-src-attr \'unsafe-inline\'',
  'img-src \'self\' data: blob:',
  'font-src \'self\'',
  'connect-src \'self\'',
  'worker-src \'self\'',
  'base-uri \'none\'',
  'form-action \'none\'',
  'frame-ancestors \'none\'',
  'frame-src \'none\'',
  'object-src \'none\'',
  'require-trusted-types-for \'script\'',
  'trusted-types ProseMirrorClipboard naql-worker naql-page',
].join('; ');
