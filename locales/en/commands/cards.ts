import type { CardsCommands } from '../../bg/commands/cards.ts'

export const cardsCommands: CardsCommands = {
  'cards check': {
    does: 'Checks technology cards in files, without a database',
    more: 'They are checked against the shipped catalogue: all that is wrong is told at once, with its place.',
    args: { files: ['<file...>', 'YAML files'] },
    options: {},
    examples: [['gishe cards check 2016.yaml 2037.yaml', 'two cards']],
  },
  'cards draw': {
    does: 'Draws the phases of a technology card as a Mermaid diagram',
    more: '',
    args: {},
    options: { file: ['<file>', 'a card from a file, without a database'] },
    examples: [['gishe cards draw --file 2016.yaml > 2016.mmd', 'the diagram in a file of its own']],
  },
}
