import type { CardsCommands } from '../../bg/commands/cards.ts'

export const cardsCommands: CardsCommands = {
  'cards list': {
    does: 'Shows the services with a technology card and which version is in force',
    more: '',
    args: {},
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe cards list', 'all cards']],
  },
  'cards show': {
    does: 'Shows the technology card of a service: documents, phases, terms',
    more: '',
    args: {
      code: ['<code>', 'code of the service'],
      version: ['[version]', 'an older version (default: the one in force)'],
    },
    options: {},
    examples: [
      ['gishe cards show 2016', 'how a certificate of heirs is issued'],
      ['gishe cards show 2016 1', 'as it was at first'],
    ],
  },
  'cards check': {
    does: 'Checks technology cards in files, without a database',
    more: 'They are checked against the shipped catalogue: all that is wrong is told at once, with its place.',
    args: { files: ['<file...>', 'YAML files'] },
    options: {},
    examples: [['gishe cards check 2016.yaml 2037.yaml', 'two cards']],
  },
  'cards import': {
    does: 'Takes over technology cards from files as a new version',
    more: 'A card with the same content makes no new version. Requests that have begun go on by their own version.',
    args: { files: ['<file...>', 'YAML files'] },
    options: { 'dry-run': ['', 'only say what would happen'] },
    examples: [['gishe cards import 2016.yaml --dry-run', 'whether it differs from the card in force']],
  },
  'cards draw': {
    does: 'Draws the phases of a technology card as a Mermaid diagram',
    more: '',
    args: { code: ['[code]', 'code of the service'] },
    options: { file: ['<file>', 'a card from a file, without a database'] },
    examples: [
      ['gishe cards draw 2016 > 2016.mmd', 'the card in force'],
      ['gishe cards draw --file 2016.yaml', 'a card that is not taken over yet'],
    ],
  },
}
