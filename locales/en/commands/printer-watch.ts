import type { PrinterWatchCommands } from '../../bg/commands/printer-watch.ts'
import { bare } from '../command-text.ts'

export const printerWatchCommands: PrinterWatchCommands = {
  'printers list': {
    ...bare,
    does: 'List the printers: where they are, how they do, what stands in for them',
    examples: [['gishe printers list', 'which printers there are']],
  },
  'printers status': {
    ...bare,
    does: 'Show whether a printer can print and what keeps it from it',
    more: 'Where a program prints, what it has seen is shown; else the device itself is asked, from this machine. Exit 3 when it cannot print.',
    args: { printer: ['[printer]', 'name of the printer; those of the desk without it'] },
    examples: [
      ['gishe printers status', 'the printer of the desk'],
      ['gishe printers status "Desk 2" --json', 'for programs'],
    ],
  },
  'printers watch': {
    ...bare,
    does: 'Watch the printers until it is stopped (Ctrl-C)',
    more: 'A table on a terminal, else a line for each change; with --json each line is a record.',
    args: { printer: ['[printer]', 'name of the printer; all without it'] },
    examples: [
      ['gishe printers watch', 'all printers'],
      ['gishe printers watch --json >> printers.jsonl', 'a log of changes'],
    ],
  },
  'printers agent': {
    ...bare,
    does: 'Print without the desk, on the machine beside the printer, until it is stopped (SIGTERM, Ctrl-C)',
    more: 'With --desk on the devices of a desk whose program runs on another machine (over SSH, for example); they must be set --printed-by agent. With a name on that printer, while nobody else prints there. Waits for a database that is away.',
    args: { printer: ['[printer]', 'name of the printer; without it those of the desk of --desk'] },
    examples: [
      ['gishe printers agent --desk 3', 'as a service of the machine with the printer'],
      ['gishe printers set "Desk 3" --printed-by agent', 'once, by the administrator'],
      ['gishe printers agent "Desk 1"', 'on that printer, also while the desk is shut'],
    ],
  },
}
