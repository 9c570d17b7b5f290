import type { ErrorCode } from 'yaml';

/** What is wrong and what to do, for what the parser calls an error or a warning; its own words may quote the file. */
const PROBLEMS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'a text that begins with & or * stands without quotes; put quotes around it',
  BAD_COLLECTION_TYPE: 'a tag (!) does not fit its value; remove the tag',
  BAD_DIRECTIVE: 'a line that begins with % is not used here; remove it',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins no known escape; use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above, or a bracket above is not closed',
  BAD_SCALAR_START: 'a text cannot begin with this character; put quotes around the text',
  BLOCK_AS_IMPLICIT_KEY: 'a second `: ` stands on the line; put quotes around the text, or begin a new line',
  BLOCK_IN_FLOW: 'a list with dashes or a key cannot stand here between brackets; use commas',
  DUPLICATE_KEY: 'a key stands here a second time; keep one',
  KEY_OVER_1024_CHARS: 'the key is too long; shorten it',
  MISSING_CHAR: 'a colon, dash, comma, quote or closing bracket is missing before this place; add it',
  MULTILINE_IMPLICIT_KEY: 'a key here or on the line before has no colon after it; add it',
  MULTIPLE_DOCS: 'a second document begins here; keep one document in the file',
  NON_STRING_KEY: 'the key is not plain text; write it as a word',
  RESOURCE_EXHAUSTION:
    'the values are nested too deeply for a configuration file; remove some brackets or dashes',
  TAB_AS_INDENT: 'the line is indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!) are not used here; remove the tag, or put quotes around the text',
};

/** The words for an error or a warning of the parser. */
export function yamlProblem(code: ErrorCode): string {
  return (
    PROBLEMS[code] ??
    'this is not valid YAML; check indentation, quotes and brackets at and before this place'
  );
}
