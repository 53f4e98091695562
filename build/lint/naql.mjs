import path from 'node:path';
import { forbiddenArrow, forbiddenPackage } from './rooms.mjs';

/** @typedef {{ filename: string, cwd: string, report(finding: { node: any, message: string }): void }} Context */

const pathInProject = (/** @type {Context} */ { filename, cwd }, file = filename) => path.relative(cwd, file).split(path.sep).join('/');

/** Every way of naming another file or package: static, dynamic and type imports, re-exports, and workers by URL. */
const arrowsBetweenRooms = {
  create(/** @type {Context} */ context) {
    const from = pathInProject(context);
    const check = (/** @type {any} */ source) => {
      if (typeof source?.value !== 'string') return;
      const name = source.value.replace(/\?.*$/, '');
      const reason = name.startsWith('.')
        ? forbiddenArrow(from, pathInProject(context, path.resolve(path.dirname(context.filename), name)))
        : forbiddenPackage(from, name);
      if (reason) context.report({ node: source, message: reason });
    };
    const checkSource = (/** @type {any} */ node) => check(node.source);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      NewExpression(/** @type {any} */ node) {
        const [file, base] = node.arguments;
        if (node.callee.name === 'URL' && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty') check(file);
      },
    };
  },
};

/** What gives another answer on another day, another machine or with another version of its language data. */
const noHiddenInput = {
  create(/** @type {Context} */ context) {
    const refuse = (/** @type {any} */ node, /** @type {string} */ what) =>
      context.report({ node, message: `${what} depends on the clock, on chance or on the machine: time, ids and locale come in as arguments` });
    return {
      Identifier(/** @type {any} */ node) {
        if (node.name === 'Intl' && !(node.parent.type === 'MemberExpression' && node.parent.property === node)) refuse(node, 'Intl');
      },
      NewExpression(/** @type {any} */ node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) refuse(node, 'new Date()');
      },
      MemberExpression(/** @type {any} */ { object, property }) {
        const name = property.name ?? property.value;
        if (object.name === 'Date' && name === 'now') refuse(property, 'Date.now');
        if (object.name === 'Math' && name === 'random') refuse(property, 'Math.random');
        if (typeof name === 'string' && /^(toLocale|localeCompare$)/.test(name)) refuse(property, name);
      },
    };
  },
};

const htmlProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const htmlCalls = new Set(['insertAdjacentHTML', 'write', 'writeln', 'createContextualFragment', 'setHTMLUnsafe', 'setHTML']);

/** Article text and files are data: nothing of them ever becomes HTML. Reading what stands on the page is no danger. */
const noHtmlFromText = {
  create(/** @type {Context} */ context) {
    const refuse = (/** @type {any} */ node, /** @type {string} */ what) =>
      context.report({ node, message: `${what} makes HTML of text: build elements, or let React do it` });
    return {
      AssignmentExpression(/** @type {any} */ { left }) {
        const name = left.property?.name ?? left.property?.value;
        if (left.type === 'MemberExpression' && htmlProperties.has(name)) refuse(left, name);
      },
      CallExpression(/** @type {any} */ { callee }) {
        if (callee.type !== 'MemberExpression') return;
        const { object, property } = callee;
        const isDocument = object.name === 'document' || object.property?.name === 'document';
        if (htmlCalls.has(property.name) && (isDocument || !property.name.startsWith('write'))) refuse(callee, property.name);
      },
      JSXAttribute(/** @type {any} */ { name }) {
        if (name.name === 'dangerouslySetInnerHTML' || name.name === 'srcDoc') refuse(name, name.name);
      },
    };
  },
};

const caretCalls = new Set(['caretPositionFromPoint', 'caretRangeFromPoint', 'posAtCoords', 'coordsAtPos']);
const drawnInText = new Set(['Decoration', 'DecorationSet']);

/** Where directions meet the browser's caret stands at the other end of a word, and so does what asks it; what stands inside the text takes its letters apart. */
const wordsByRectangles = {
  create(/** @type {Context} */ context) {
    const refuse = (/** @type {any} */ node, /** @type {string} */ message) => context.report({ node, message });
    return {
      MemberExpression(/** @type {any} */ { property }) {
        if (caretCalls.has(property.name ?? property.value)) refuse(property, `${property.name ?? property.value} is wrong where directions meet: words are found by the rectangles of a Range`);
      },
      ImportSpecifier(/** @type {any} */ node) {
        if (drawnInText.has(node.imported.name) && node.parent.source.value === 'prosemirror-view') refuse(node, 'nothing is put into the text: marks are drawn beneath it');
      },
    };
  },
};

const emptyNames = /(^|[-.])(utils?|helpers?|common|misc|managers?|services?)($|[-.])/i;

/** A file or folder whose name says nothing of what is in it. */
const meaningfulNames = {
  create(/** @type {Context} */ context) {
    return {
      Program(/** @type {any} */ node) {
        const empty = pathInProject(context).split('/').find((part) => emptyNames.test(part.replace(/[A-Z]/g, (letter) => `-${letter}`)));
        if (empty) context.report({ node, message: `${empty} says nothing of what is in it: find the word that is missing` });
      },
    };
  },
};

/** The project's own rules for oxlint. */
export default {
  meta: { name: 'naql' },
  rules: { 'arrows-between-rooms': arrowsBetweenRooms, 'no-hidden-input': noHiddenInput, 'no-html-from-text': noHtmlFromText, 'words-by-rectangles': wordsByRectangles, 'meaningful-names': meaningfulNames },
};
