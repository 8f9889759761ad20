import type { KiosksCommands } from '../../bg/commands/kiosks.ts'
import { bare } from '../command-text.ts'

export const kiosksCommands: KiosksCommands = {
  'kiosks list': {
    ...bare,
    does: 'Show the satisfaction devices: one on each line',
    more: 'Last word, presses today (counted and left out), how many wait in the device, the batteries of its button boxes (above 40 % good, below 20 % to be changed), its clock against ours and what is wrong. A device gives word each minute.',
    options: { closed: ['', 'also the places where no device stands any more'] },
    examples: [['gishe kiosks list --user head', 'how the devices do now']],
  },
  'kiosks status': {
    ...bare,
    does: 'Show in short how all devices do, or one of them in detail',
    args: { number: ['[n]', 'the number of the device; without it only what is wrong is told'] },
    examples: [
      ['gishe kiosks status', 'how many work, presses today, what is wrong'],
      ['gishe kiosks status 3', 'all of device 3: boxes, today by hour, what happened to it'],
    ],
  },
  'kiosks alarms': {
    ...bare,
    does: 'Show what is wrong with the devices',
    more: 'Silent in working hours, many unhappy in a short time, a clock more than 2 minutes wrong, a fault, two devices with one key. Each is told once and ends by itself.',
    options: { all: ['', 'also what is over, the last 200'] },
    examples: [['gishe kiosks alarms --all --json', 'for another program']],
  },
  'kiosks questions': {
    ...bare,
    does: 'Show the questions: what is asked where now, and what was asked before',
    more: 'Another wording is another question: its presses are never added to the old one’s.',
    examples: [['gishe kiosks questions', 'which places ask what']],
  },
  'kiosks add': {
    ...bare,
    does: 'Add a place for a device and give the one-time code to enrol it',
    more: 'The code is good for two days and shown only now; "gishe kiosks code" gives another. The place needs a question too: "gishe kiosks ask".',
    options: {
      hall: ['<code>', 'the unit whose hall it is: cao, taxes, a mayoralty (gishe departments tree)'],
      place: ['<place>', 'where it stands: "Ground floor, by desk 1"'],
      number: ['<n>', 'a number of choice; without it the next free one'],
    },
    examples: [['gishe kiosks add --hall cao --place "Ground floor, by desk 1"', 'the first device there']],
  },
  'kiosks code': {
    ...bare,
    does: 'Give a place another one-time code: the device was changed or the code was lost',
    args: { number: ['<n>', 'the number of the place'] },
    examples: [['gishe kiosks code 3', 'a code for a new device at place 3']],
  },
  'kiosks revoke': {
    ...bare,
    does: 'Revoke the key of a device: stolen, changed, taken down',
    more: 'Nothing that is signed with the key is taken any more. What waits in the device itself is not lost: enrolled anew it sends it.',
    args: { number: ['<n>', 'the number of the place'] },
    options: { reason: ['<reason>', 'why; it stays in the logbook'] },
    examples: [['gishe kiosks revoke 3 --reason "stolen"', 'the device sends nothing from now on']],
  },
  'kiosks change': {
    ...bare,
    does: 'Move a device, or put right where it stands',
    args: { number: ['<n>', 'the number of the place'] },
    options: {
      hall: ['<code>', 'the unit whose hall it is now'],
      place: ['<place>', 'where it stands'],
    },
    examples: [['gishe kiosks change 3 --place "First floor, by the entrance"', 'the place alone']],
  },
  'kiosks close': {
    ...bare,
    does: 'Close a place where no device stands any more; what it gathered stays',
    more: 'The key of the device is revoked first, with "gishe kiosks revoke".',
    args: { number: ['<n>', 'the number of the place'] },
    examples: [['gishe kiosks close 3', 'the place is not shown and asks nothing any more']],
  },
  'kiosks ask': {
    ...bare,
    does: 'Give devices a question: they ask it from now on',
    more: 'Ready ones: satisfaction (overall, 5 faces) and waiting (the waiting time, 4 faces). One of your own is written in a YAML or JSON file like data/questions/satisfaction.yaml, or by the options. Devices have it within a minute; without a line they go on with the old one.',
    args: { file: ['[question]', 'the name of a ready question, or a file'] },
    options: {
      kiosk: ['<n>', 'at which device; may be given several times'],
      all: ['', 'at all devices'],
      text: ['<question>', 'the question in Bulgarian, up to 120 letters'],
      'text-en': ['<question>', 'the question in English'],
      faces: ['<4|5>', 'how many faces (5 unless said)'],
      'follow-up': ['<question>', 'what is asked after an unhappy face'],
      'follow-up-en': ['<question>', 'the same in English'],
      'up-to': ['<face>', 'up to which face it is asked: 1 is the unhappiest (2 unless said)'],
      reason: ['<code=bg=en>', 'an answer to the second question; up to nine times'],
      thanks: ['<text>', 'the thanks; without it those of the device'],
      'thanks-en': ['<text>', 'the same in English'],
    },
    examples: [
      ['gishe kiosks ask satisfaction --all', 'the ready question everywhere'],
      ['gishe kiosks ask question.yaml --kiosk 3 --kiosk 4', 'a question of your own at two places'],
      [
        'gishe kiosks ask --kiosk 1 --text "Лесно ли беше?" --text-en "Was it easy?" --faces 4 --follow-up "Кое не?" --follow-up-en "What was not?" --reason forms=Формулярите=Forms',
        'a question by options',
      ],
    ],
  },
  'kiosks rules': {
    ...bare,
    does: 'Show or change what an alarm is raised for and how quick the devices are',
    more: 'What is not named stays.',
    options: {
      silence: ['<minutes>', 'silence in working hours that is told of (10 unless said)'],
      negatives: ['<count>', 'so many unhappy (the two worst faces) …'],
      minutes: ['<minutes>', '… within so many minutes (5 within 30 unless said)'],
      thanks: ['<seconds>', 'how long the thanks stay (3 unless said)'],
      'follow-up': ['<seconds>', 'how long the second question waits (12 unless said)'],
      heartbeat: ['<seconds>', 'how often a device gives word (60 unless said)'],
    },
    examples: [
      ['gishe kiosks rules', 'what holds'],
      ['gishe kiosks rules --silence 15 --negatives 8 --minutes 60', 'fewer alarms'],
    ],
  },
  'kiosks pin': {
    ...bare,
    does: 'Change the PIN by which the technician gets into the devices',
    more: 'Asked for twice; a script gives it in a file or by GISHE_KIOSK_PIN. 4 to 8 digits, not in a row and not all the same. Only its hash is kept.',
    options: {
      'pin-file': ['<file>', 'a file with the PIN (chmod 600)'],
      remove: ['', 'no PIN: nobody gets into the devices'],
    },
    examples: [['gishe kiosks pin', 'a new PIN for all devices']],
  },
}
