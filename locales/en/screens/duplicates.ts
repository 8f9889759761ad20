import type { DuplicatesTexts, PartyActsTexts } from '../../bg/screens/duplicates.ts'

export const partyActs: PartyActsTexts = {
  title: 'Actions',
  dossier: 'Dossier: documents, requests, bills',
  near: 'Records near this one',
  duplicates: 'Records written twice',
  looks: 'Who looked at the record and dossier',
  dossierOf: name => `Dossier: ${name}`,
  looksAt: name => `Who looked: ${name}`,
  noLooks: 'Nobody looked at the record.',
  dossierHelp: [
    'All that you may see of somebody, the latest first.',
    'Records that were merged with this one are shown with it.',
    'Every opening of a dossier is in the logbook.',
  ],
  looksHelp: ['Who looked at what and when, the latest first.'],
}

export const duplicates: DuplicatesTexts = {
  title: 'Records written twice',
  near: name => `Near ${name}`,
  merge: 'Merge',
  searching: 'comparing the register…',
  found: count => (count === 0 ? '' : `Pairs: ${count}, the surest first`),
  none: 'No records look like one and the same.',
  mergeTitle: 'Merging two records',
  why: 'Why',
  stays: 'Stays',
  left: name => `the left: ${name}`,
  right: name => `the right: ${name}`,
  reason: 'Ground',
  reasonHint: 'identity card, certificate…',
  merged: (name, into) => `${name} now leads to ${into}.`,
  help: [
    'Pairs are records that may be of one; nothing is merged by itself.',
    'Enter opens both beside each other: which one stays, and why.',
  ],
  mergeHelp: [
    'The record that does not stay is not deleted: it leads to the other.',
    'Documents, bills and payments keep what they say.',
  ],
}
