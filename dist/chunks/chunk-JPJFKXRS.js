// src/report/telling/finding-sentences.ts
import { exampleOf } from "../core.js";
import { messageOf } from "../core.js";
import { headlineOf } from "../core.js";
import { capitalised } from "../core.js";
import { remedyLabel, remedyOf } from "../core.js";
import { asSentence, say, toText } from "../core.js";
import { planWords } from "../core.js";
function findingSentences(finding, report) {
  const { row } = finding;
  const headline = headlineOf(finding);
  const example = exampleOf(finding);
  return {
    title: row === void 0 ? headline : say`${headline} (${row.id})`,
    others: [
      ...whereSentences(finding, report),
      asSentence(messageOf(finding)),
      ...row === void 0 ? [] : [row.purpose, row.note ?? []].flat().map(toText),
      ...example === void 0 ? [] : [asSentence(say`For example: ${example}`)],
      asSentence(say`${capitalised(remedyLabel(finding))} it: ${remedyOf(finding)}`)
    ]
  };
}
function whereSentences(of, report) {
  return [
    ...planWords(of, report).map((name) => say`Plan ${name}.`),
    ...of.cluster === void 0 ? [] : [say`Cluster ${of.cluster}.`]
  ];
}

export {
  findingSentences,
  whereSentences
};
